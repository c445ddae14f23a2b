/** The summary index as this page holds it: read by parts, then only what has changed. */
import type { IndexReply } from '../../contract/index-parts.ts'
import type { IndexRow } from '../../contract/summary.ts'
import type { PlatformCount } from '../../contract/platform.ts'
import { buildColumns, type Columns } from '../../domain/filter/columns.ts'
import { withPart, withPlaceholders, type TablePart } from '../../domain/table/index-parts.ts'
import { openTable, type OpenTable } from '../../domain/table/open.ts'
import { withChanges } from '../../domain/table/patch.ts'
import type { Language } from '../i18n/language.tsx'
import { ApiError, read } from '../lib/api.ts'

export type IndexData = {
  version: number
  table: OpenTable<IndexRow>
  columns: Columns
  platforms: readonly PlatformCount[]
  /** What has come: of `filter` no titles, of `titles` no vulnerabilities and no titles in the other language. */
  has: 'filter' | 'titles' | 'all'
}

type Asked = { signal: AbortSignal; language: Language }

const opened = (reply: IndexReply): TablePart => openTable<IndexRow>(reply)

const readPlatforms = ({ signal }: Asked) => read('/api/platforms', { signal })

/** What a list needs to be counted and ordered. */
export async function readFirst(asked: Asked): Promise<IndexData> {
  const query = { part: 'filter' }
  const [reply, platforms] = await Promise.all([
    read('/api/index', { query, signal: asked.signal }),
    readPlatforms(asked),
  ])
  const table = withPlaceholders(opened(reply))
  return { version: reply.version, table, columns: buildColumns(table, platforms), platforms, has: 'filter' }
}

/** The same as it is now: what was made of the rows that have not changed is kept. */
export async function catchUp(data: IndexData, asked: Asked): Promise<IndexData> {
  const reply = await read('/api/index', { query: { since: String(data.version) }, signal: asked.signal })
  const { version, since, rows, removed = [] } = reply
  if (since !== undefined && rows === 0 && removed.length === 0) return { ...data, version }
  const platforms: readonly PlatformCount[] = await readPlatforms(asked)
  const changed = openTable<IndexRow>(reply)
  // It was too long ago: all of it has come, of another store perhaps.
  if (since === undefined)
    return { version, table: changed, columns: buildColumns(changed, platforms), platforms, has: 'all' }
  const { table, from } = withChanges(data.table, changed, removed)
  return { ...data, version, table, columns: data.columns.updated(table, from, platforms), platforms }
}

/** How often the server may be of another version than the parts before. */
const maxTries = 5

async function readNext(data: IndexData, asked: Asked): Promise<IndexData> {
  const { version, table, columns, has } = data
  const part = has === 'filter' ? 'titles' : 'rest'
  const reply = await read('/api/index', { query: { part, language: asked.language }, signal: asked.signal })
  if (reply.version > version) return catchUp(data, asked)
  if (reply.version < version) return readFirst(asked)
  const more = withPart(table, opened(reply), part === 'rest')
  return { ...data, table: more, columns: columns.completed(more), has: part === 'rest' ? 'all' : 'titles' }
}

/** Reads the parts that are missing, and tells of each; where the server has gone on, what has changed comes first. */
export async function readOn(data: IndexData, asked: Asked, tell: (data: IndexData) => void): Promise<IndexData> {
  let now = data
  for (let tries = 0; now.has !== 'all';) {
    const next = await readNext(now, asked)
    if (next.has === now.has && ++tries > maxTries)
      throw new ApiError('unexpected', 'the parts of the index are of different versions')
    now = next
    tell(now)
  }
  return now
}
