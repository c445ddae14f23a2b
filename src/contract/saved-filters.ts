/** Filters that are kept under a name: of one person, or of the team. */
import * as z from 'zod'
import { filterName, filterList, savedSearch } from './limits.ts'
import { anyText, atMost, someText } from './text.ts'

/** `search` is the filter as the address has it: `?urgency=immediate`. */
export const SavedFilter = z.object({
  name: someText('a name', filterName),
  search: anyText(savedSearch).check(z.regex(/^\?/, 'expected a filter such as ?urgency=immediate')),
})
export type SavedFilter = z.infer<typeof SavedFilter>

/** Filters in their order, each name once. */
const FilterList = z.array(SavedFilter).check(
  atMost(filterList, 'filters'),
  z.refine((list) => new Set(list.map(({ name }) => name)).size === list.length, 'each name at most once'),
)

/** What a person has: `start` is the name of the filter that a visit without one starts from. */
export const OwnFilters = z.object({ list: FilterList, start: z.nullable(z.string()) })
export type OwnFilters = z.infer<typeof OwnFilters>

export const TeamFilters = z.object({ list: FilterList })
export type TeamFilters = z.infer<typeof TeamFilters>

const version = z.int().check(z.nonnegative())

/** All that one person is offered, each as it was last set; version 0 and nothing where it never was. `own` is null for who has no name here. */
export const FilterChoice = z.object({
  own: z.nullable(z.object({ version, ...OwnFilters.shape })),
  team: z.object({ version, ...TeamFilters.shape }),
})
export type FilterChoice = z.infer<typeof FilterChoice>
