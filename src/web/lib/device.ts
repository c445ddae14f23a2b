import { fromJson, persisted } from './persisted.ts'

/** Something kept on this device: under which key, whether what was kept is still of its shape, and what it is before anyone has kept anything. */
export type DeviceItem<T> = { key: string; isValid: (kept: unknown) => kept is T; initial: T }

/** All that is kept on this device. */
export const device = persisted(() => localStorage, 'refuse')

const parse = <T>({ isValid, initial }: DeviceItem<T>, text: string | null): T =>
  fromJson(text, (kept) => (isValid(kept) ? kept : undefined), initial)

/** What is kept; the same object until it changes. What another version of the product wrote and this one cannot read counts as nothing. */
export const readDevice = <T>(item: DeviceItem<T>): T => device.read(item.key, (raw) => parse(item, raw))

/**
 * Keeps a value on this device.
 *
 * @throws DOMException when the browser's storage is full or forbidden
 */
export const writeDevice = <T>({ key }: DeviceItem<T>, value: T): void => device.keep(key, JSON.stringify(value))

/** What is kept on this device and how to change it, in step over all components and tabs. */
export function useDevice<T>(item: DeviceItem<T>): readonly [T, (value: T) => void] {
  const value = device.useValue(item.key, (raw) => parse(item, raw))
  return [value, (next) => writeDevice(item, next)]
}
