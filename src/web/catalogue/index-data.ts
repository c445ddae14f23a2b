/** The summary index as this page holds it, and the rows that a list begins with. */
import type { IndexReply } from '../../contract/index-parts.ts'
import type { BulletinQuery, IndexRow } from '../../contract/summary.ts'
import type { PlatformCount } from '../../contract/platform.ts'
import type { FilterResult } from '../../domain/filter/apply.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { columnsOfFirst } from '../../domain/filter/first-columns.ts'
import { withPlaceholders, type TablePart } from '../../domain/table/placeholders.ts'
import { openTable, type OpenTable } from '../../domain/table/open.ts'
import type { Language } from '../i18n/language.tsx'
import { read } from '../lib/api.ts'

export type IndexData = {
  version: number
  table: OpenTable<IndexRow>
  columns: Columns
  platforms: readonly PlatformCount[]
  /** What has come: of `filter` no titles, of `titles` no vulnerabilities and no titles in the other language. */
  has: 'filter' | 'titles' | 'all'
  /** What a filter finds. */
  find: (columns: Columns, query: BulletinQuery) => FilterResult
  /** Whether a row is found by what the texts hold alone: of such a one it has to be said where the words are. */
  foundByTexts: (columns: Columns, q: string) => (row: number) => boolean
  /** Where these are only the first rows of a list; the index follows. */
  first?: ListBeginning
}

export type ListBeginning = {
  /** The conditions and the order, as JSON: for any others the index has to be waited for. */
  query: string
  /** The words among them; empty where there are none. */
  words: string
  found: number
  of: number
  /** Fulfilled once the index is there, or what filters of it; or has failed. */
  rest: Promise<void>
  failure?: Error
  /** The query that the server has failed to answer, too. */
  refused?: string
  /** Whether all that the query finds is here, so that a page may count it. */
  isWhole?: true
}

export const openedPart = (reply: Pick<IndexReply, 'rows' | 'columns'>): TablePart => openTable<IndexRow>(reply)

const noCounts = {} as FilterResult['counts']

/** The first rows of what a query finds, as far as a list shows them. */
export async function readFirstRows(query: BulletinQuery, language: Language, signal?: AbortSignal) {
  const { version, found, of, mine, platforms, states, due, byTexts, ...part } = await read('/api/index/first', {
    query: { ...query, language },
    ...(signal && { signal }),
  })
  const table = withPlaceholders(openedPart(part))
  const data: IndexData = {
    version,
    table,
    columns: columnsOfFirst(table),
    platforms,
    has: 'filter',
    // They come in the order that was asked for.
    // Of the counts only those that a list shows from the beginning.
    find: () => ({
      rows: Uint32Array.from({ length: table.rows }, (_, row) => row),
      counts: { ...noCounts, mine: new Map(Object.entries(mine)) },
    }),
    foundByTexts: () => (row) => byTexts?.includes(row) === true,
  }
  return { data, states, due, part, view: { query: JSON.stringify(query), words: query.q?.trim() ?? '', found, of } }
}
