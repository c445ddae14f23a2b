/** Filters and platforms that are kept: on the server for who has a name there, else on this device. */
import type { OwnFilters, SavedFilter } from '../../contract/saved-filters.ts'
import type { DeviceItem } from './device.ts'
import { isListOf, isRecord, isText } from './shapes.ts'

const isSavedFilter = (value: unknown): value is SavedFilter =>
  isRecord(value) && isText(value['name']) && isText(value['search'])

const areOwnFilters = (value: unknown): value is OwnFilters =>
  isRecord(value) && isListOf(isSavedFilter)(value['list']) && (value['start'] === null || isText(value['start']))

/** Filters of a person who has no name on the server, or of before they were kept there. */
export const deviceFilters: DeviceItem<OwnFilters> = {
  key: 'hotfix-report.filters',
  isValid: areOwnFilters,
  initial: { list: [], start: null },
}

/** The platforms that the reader looks after. */
export const myPlatforms: DeviceItem<string[]> = {
  key: 'hotfix-report.my-platforms',
  isValid: isListOf(isText),
  initial: [],
}

/** With a filter kept under a name, in the place of one that had the name. */
export function withFilter({ list, start }: OwnFilters, saved: SavedFilter): OwnFilters {
  const isKnown = list.some(({ name }) => name === saved.name)
  return { start, list: isKnown ? list.map((other) => (other.name === saved.name ? saved : other)) : [...list, saved] }
}

/** Without the filter of that name, which then starts no visit either. */
export const withoutFilter = ({ list, start }: OwnFilters, name: string): OwnFilters => ({
  list: list.filter((other) => other.name !== name),
  start: start === name ? null : start,
})

/** With the filter at one position moved by a number of places, as far as there are places. */
export function withFilterMoved({ list, start }: OwnFilters, from: number, by: number): OwnFilters {
  const moved = list[from]
  if (moved === undefined) return { list, start }
  const rest = list.toSpliced(from, 1)
  return { start, list: rest.toSpliced(Math.max(0, from + by), 0, moved) }
}

/** The filter that a visit starts from, where one is chosen. */
export const startFilter = ({ list, start }: OwnFilters): SavedFilter | undefined =>
  list.find(({ name }) => name === start)

/** Filters of this device with names that are not among others: what a person may take along to the server. */
export const filtersToTake = (kept: OwnFilters, own: OwnFilters): SavedFilter[] =>
  kept.list.filter(({ name }) => own.list.every((other) => other.name !== name))
