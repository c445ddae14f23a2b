import { useSyncExternalStore } from 'react'
import type * as z from 'zod'

/** Something kept on this device: under which key, in which shape, and what it is before anyone has kept anything. */
export type DeviceItem<T> = { key: string; schema: z.ZodType<T>; initial: T }

const listeners = new Set<() => void>()
const parsed = new Map<string, { raw: string | null; value: unknown }>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Other tabs of the same browser.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function parse<T>({ schema, initial }: DeviceItem<T>, raw: string | null): T {
  if (raw === null) return initial
  try {
    const result = schema.safeParse(JSON.parse(raw))
    return result.success ? result.data : initial
  } catch {
    return initial
  }
}

/** What is kept; the same object until it changes. What another version of the product wrote and this one cannot read counts as nothing. */
export function readDevice<T>(item: DeviceItem<T>): T {
  const raw = localStorage.getItem(item.key)
  const known = parsed.get(item.key)
  // The map holds what `parse` gave for this very key.
  if (known !== undefined && known.raw === raw) return known.value as T
  const value = parse(item, raw)
  parsed.set(item.key, { raw, value })
  return value
}

/**
 * Keeps a value on this device.
 *
 * @throws DOMException when the browser's storage is full or forbidden
 */
export function writeDevice<T>({ key }: DeviceItem<T>, value: T): void {
  localStorage.setItem(key, JSON.stringify(value))
  for (const listener of listeners) listener()
}

/** What is kept on this device and how to change it, in step over all components and tabs. */
export function useDevice<T>(item: DeviceItem<T>): readonly [T, (value: T) => void] {
  const value = useSyncExternalStore(subscribe, () => readDevice(item))
  return [value, (next) => writeDevice(item, next)]
}
