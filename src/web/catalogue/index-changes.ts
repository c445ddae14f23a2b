/** The other parts of the index, and what has changed of it: loaded once its first part is there. */
import type { IndexRow } from '../../contract/summary.ts'
import type { PlatformCount } from '../../contract/platform.ts'
import { buildColumns } from '../../domain/filter/columns.ts'
import { updatedColumns } from '../../domain/filter/updated-columns.ts'
import { openTable } from '../../domain/table/open.ts'
import { withChanges } from '../../domain/table/patch.ts'
import { withPart } from '../../domain/table/with-part.ts'
import { ApiError, read } from '../lib/api.ts'
import { openedPart, readFirst, readPlatforms, type IndexAsk, type IndexData } from './index-data.ts'

/** The same as it is now: what was made of the rows that have not changed is kept. */
export async function catchUp(data: IndexData, asked: IndexAsk): Promise<IndexData> {
  const reply = await read('/api/index', { query: { since: String(data.version) }, signal: asked.signal })
  const { version, since, rows, removed = [] } = reply
  if (since !== undefined && rows === 0 && removed.length === 0) return { ...data, version }
  const platforms: readonly PlatformCount[] = await readPlatforms(asked)
  const changed = openTable<IndexRow>(reply)
  // It was too long ago: all of it has come, of another store perhaps.
  if (since === undefined)
    return { version, table: changed, columns: buildColumns(changed, platforms), platforms, has: 'all' }
  const { table, from } = withChanges(data.table, changed, removed)
  return { ...data, version, table, columns: updatedColumns(data.columns, table, from, platforms), platforms }
}

/** How often the server may be of another version than the parts before. */
const maxTries = 5

async function readNext(data: IndexData, asked: IndexAsk): Promise<IndexData> {
  const { version, table, columns, has } = data
  const part = has === 'filter' ? 'titles' : 'rest'
  const reply = await read('/api/index', { query: { part, language: asked.language }, signal: asked.signal })
  if (reply.version > version) return catchUp(data, asked)
  if (reply.version < version) return readFirst(asked)
  const more = withPart(table, openedPart(reply), part === 'rest')
  return { ...data, table: more, columns: columns.completed(more), has: part === 'rest' ? 'all' : 'titles' }
}

/** Reads the parts that are missing, and tells of each; where the server has gone on, what has changed comes first. */
export async function readOn(data: IndexData, asked: IndexAsk, tell: (data: IndexData) => void): Promise<IndexData> {
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
