import { saved } from '../../contract/endpoints/saved.ts'
import type { FilterChoice, OwnFilters, SavedFilter } from '../../contract/saved-filters.ts'
import { call } from './api.ts'

/**
 * Sets filters in place of a version.
 *
 * @throws ApiError `conflict` where another version is there now
 */
export const sendFilters = (
  change: { own: OwnFilters } | { team: SavedFilter[] },
  version: number,
): Promise<FilterChoice> =>
  'own' in change
    ? call(saved.setOwnFilters, { params: {}, version, body: { list: change.own.list, start: change.own.start } })
    : call(saved.setTeamFilters, { params: {}, version, body: { list: change.team } })
