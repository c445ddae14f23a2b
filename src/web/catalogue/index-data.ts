/** The summary index as this page holds it, and its first part. */
import type { IndexReply } from '../../contract/index-parts.ts'
import type { IndexRow } from '../../contract/summary.ts'
import type { PlatformCount } from '../../contract/platform.ts'
import { buildColumns, type Columns } from '../../domain/filter/columns.ts'
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
}

export type IndexAsk = { signal: AbortSignal; language: Language }

export const openedPart = (reply: IndexReply): TablePart => openTable<IndexRow>(reply)

export const readPlatforms = ({ signal }: IndexAsk) => read('/api/platforms', { signal })

/** What a list needs to be counted and ordered. */
export async function readFirst(asked: IndexAsk): Promise<IndexData> {
  const query = { part: 'filter' }
  const [reply, platforms] = await Promise.all([
    read('/api/index', { query, signal: asked.signal }),
    readPlatforms(asked),
  ])
  const table = withPlaceholders(openedPart(reply))
  return { version: reply.version, table, columns: buildColumns(table, platforms), platforms, has: 'filter' }
}
