import { carriedKeys, zoneCookie } from '../../contract/first-view.ts'
import { beginsWith, renderedFor } from './first-view.ts'
import { fromJson, persisted } from './persisted.ts'

/** Something kept on this device: under which key, whether what was kept is still of its shape, and what it is before anyone has kept anything. */
export type DeviceItem<T> = { key: string; isValid: (kept: unknown) => kept is T; initial: T }

const kept = persisted(() => localStorage, 'refuse', {
  drawn: (key) => renderedFor()?.kept[key] ?? null,
  told: (key) => beginsWith()?.kept[key] ?? null,
})

/** The most characters that are sent along of one text. */
const maxCarried = 1000

/** A year, in seconds. */
const carriedFor = 365 * 24 * 60 * 60

function setCookie(name: string, text: string): void {
  const value = encodeURIComponent(text)
  const isKept = text !== '' && value.length <= maxCarried
  document.cookie = `${name}=${isKept ? value : ''}; path=/; max-age=${isKept ? carriedFor : 0}; samesite=lax`
}

const isCarried = (key: string) => carriedKeys.some((carried) => carried === key)

/** All that is kept on this device. What a first view depends on goes along in cookies, so that the server can render it. */
export const device = {
  ...kept,
  keep(key: string, text: string): void {
    kept.keep(key, text)
    if (isCarried(key)) setCookie(key, text)
  },
}

/** Tells the server by cookies what this device has kept, and in which time zone it is. */
export function carryAlong(): void {
  const sent = new Map(document.cookie.split('; ').map((pair) => pair.split('=', 2) as [string, string]))
  const carry = (name: string, text: string) => {
    if ((sent.get(name) ?? '') !== encodeURIComponent(text)) setCookie(name, text)
  }
  for (const key of carriedKeys) carry(key, localStorage.getItem(key) ?? '')
  carry(zoneCookie, Intl.DateTimeFormat().resolvedOptions().timeZone)
}

const parse = <T>({ isValid, initial }: DeviceItem<T>, text: string | null): T =>
  fromJson(text, (value) => (isValid(value) ? value : undefined), initial)

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
