import { readDevice } from '../lib/device.ts'
import { startSearch } from '../lib/saved-filters.ts'

/** Where a visit starts that asks for no page and no filter: the reader's chosen filter; null where none is chosen. */
export function startPage({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string | null {
  if (pathname !== '/' || search !== '') return null
  const start = readDevice(startSearch)
  return start === null ? null : `/${start}`
}
