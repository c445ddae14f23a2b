import { queryFields } from '../../domain/filter/query.ts'
import { readDevice } from '../lib/device.ts'
import { startSearch } from '../lib/start-search.ts'

/** The release that the overview speaks of; the newest where none is named. */
export type OverviewSearch = { release?: string | undefined }

/** Where a visit starts that asks for no page and no filter: the reader's chosen filter; null where none is chosen. */
export function startPage({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string | null {
  if (pathname !== '/' || search !== '') return null
  const start = readDevice(startSearch)
  return start === null ? null : `/alerts${start}`
}

/** Whether an address asks for a list of bulletins. A release alone asks for its overview. */
export const asksForList = (search: object): boolean =>
  queryFields.some((field) => field !== 'release' && field in search)
