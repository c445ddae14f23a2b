/** What the address asks for, read once for all parts of a page. */
import type { PlatformCount } from '../../contract/platform.ts'
import type { BulletinQuery } from '../../contract/summary.ts'
import { filterOf, type Filter } from '../../domain/filter/filter.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { presentIds } from '../../domain/platforms/present.ts'
import { oncePer } from '../../domain/table/once.ts'

/** The query that was read last. */
let lastQuery: { text: string; query: BulletinQuery } = { text: '{}', query: {} }

/**
 * The query of an address. All parts of a page have the same object for as long as no condition changes, so that what is
 * found is found once for all of them.
 */
export const queryIn = oncePer((search: object): BulletinQuery => {
  const query = readQuery(search as Record<string, unknown>)
  const text = JSON.stringify(query)
  if (text !== lastQuery.text) lastQuery = { text, query }
  return lastQuery.query
})

/** The filter of each query, of the platforms that it was last read with. */
const filters = new WeakMap<BulletinQuery, { platforms: readonly PlatformCount[]; filter: Filter }>()

/** The filter of a query on the platforms that there are; the same object for the same two. */
export function filterFor(query: BulletinQuery, platforms: readonly PlatformCount[]): Filter {
  const last = filters.get(query)
  if (last?.platforms === platforms) return last.filter
  const asked = filterOf(query)
  const filter = { ...asked, platform: presentIds(asked.platform, platforms) }
  filters.set(query, { platforms, filter })
  return filter
}
