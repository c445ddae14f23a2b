/** What the address asks for, read once for all parts of a page. */
import { replaceEqualDeep } from '@tanstack/react-query'
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

/** The filter that was made last. */
let last: Filter | undefined

/** The filter of a query on the platforms that there are. What it asks for as the one before did is the same object. */
export function filterFor(query: BulletinQuery, platforms: readonly PlatformCount[]): Filter {
  const asked = filterOf(query)
  return (last = replaceEqualDeep(last, { ...asked, platform: presentIds(asked.platform, platforms) }))
}
