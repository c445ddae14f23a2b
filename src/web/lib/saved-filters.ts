/** Filters and platforms kept on this device. */
import * as z from 'zod'
import type { DeviceItem } from './device.ts'
import { PlatformId } from '../../contract/platform.ts'

/** `search` is the filter as the address has it: `?urgency=immediate`. */
export const SavedFilter = z.object({ name: z.string(), search: z.string() })
export type SavedFilter = z.infer<typeof SavedFilter>

const SavedFilters = z.object({
  list: z.array(SavedFilter),
  /** The name of the filter that a visit without one starts from. */
  start: z.nullable(z.string()),
})
export type SavedFilters = z.infer<typeof SavedFilters>

export const savedFilters: DeviceItem<SavedFilters> = {
  key: 'hotfix-report.filters',
  schema: SavedFilters,
  initial: { list: [], start: null },
}

/** The platforms that the reader looks after. */
export const myPlatforms: DeviceItem<string[]> = {
  key: 'hotfix-report.my-platforms',
  schema: z.array(PlatformId),
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

/** With the filter at one position moved by so many places, as far as there are places. */
export function withFilterMoved({ list, start }: SavedFilters, from: number, by: number): SavedFilters {
  const moved = list[from]
  if (moved === undefined) return { list, start }
  const rest = list.toSpliced(from, 1)
  return { start, list: rest.toSpliced(Math.max(0, from + by), 0, moved) }
}

/** The filter that a visit starts from, where one is chosen. */
export const startFilter = ({ list, start }: SavedFilters): SavedFilter | undefined =>
  list.find(({ name }) => name === start)
