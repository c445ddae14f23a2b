/** Filters and platforms kept on this device. */
import type { DeviceItem } from './device.ts'
import { isListOf, isRecord, isText } from './shapes.ts'

/** `search` is the filter as the address has it: `?urgency=immediate`. */
export type SavedFilter = { name: string; search: string }

export type SavedFilters = {
  list: SavedFilter[]
  /** The name of the filter that a visit without one starts from. */
  start: string | null
}

const isSavedFilter = (value: unknown): value is SavedFilter =>
  isRecord(value) && isText(value['name']) && isText(value['search'])

const areSavedFilters = (value: unknown): value is SavedFilters =>
  isRecord(value) && isListOf(isSavedFilter)(value['list']) && (value['start'] === null || isText(value['start']))

export const savedFilters: DeviceItem<SavedFilters> = {
  key: 'hotfix-report.filters',
  isValid: areSavedFilters,
  initial: { list: [], start: null },
}

/** The platforms that the reader looks after. */
export const myPlatforms: DeviceItem<string[]> = {
  key: 'hotfix-report.my-platforms',
  isValid: isListOf(isText),
  initial: [],
}

/** With a filter kept under a name, in the place of one that had the name. */
export function withFilter({ list, start }: SavedFilters, saved: SavedFilter): SavedFilters {
  const isKnown = list.some(({ name }) => name === saved.name)
  return { start, list: isKnown ? list.map((other) => (other.name === saved.name ? saved : other)) : [...list, saved] }
}

/** Without the filter of that name, which then starts no visit either. */
export const withoutFilter = ({ list, start }: SavedFilters, name: string): SavedFilters => ({
  list: list.filter((other) => other.name !== name),
  start: start === name ? null : start,
})

/** With the filter at one position moved by a number of places, as far as there are places. */
export function withFilterMoved({ list, start }: SavedFilters, from: number, by: number): SavedFilters {
  const moved = list[from]
  if (moved === undefined) return { list, start }
  const rest = list.toSpliced(from, 1)
  return { start, list: rest.toSpliced(Math.max(0, from + by), 0, moved) }
}

/** The filter that a visit starts from, where one is chosen. */
export const startFilter = ({ list, start }: SavedFilters): SavedFilter | undefined =>
  list.find(({ name }) => name === start)
