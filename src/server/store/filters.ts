import type { FilterChoice, OwnFilters, TeamFilters } from '../../contract/saved-filters.ts'

/** Whose filters: those of a person by their number, or of who works alone. */
export type FilterOwner = { person: number } | 'single-user'

/** Filters that are kept under names. A set gives null where another version is on file than the one that it replaces. */
export type FilterStore = {
  own: (owner: FilterOwner) => Promise<NonNullable<FilterChoice['own']>>
  setOwn: (owner: FilterOwner, version: number, filters: OwnFilters, who: string) => Promise<FilterChoice['own']>
  team: () => Promise<FilterChoice['team']>
  setTeam: (version: number, filters: TeamFilters, who: string) => Promise<FilterChoice['team'] | null>
}
