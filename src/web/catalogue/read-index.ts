/** Reads the index by parts, and what has changed of it: loaded with what filters it, behind the rows that a list begins with. */
import type { QueryClient } from '@tanstack/react-query'
import type { IndexRow } from '../../contract/summary.ts'
import { applyFilter } from '../../domain/filter/apply.ts'
import { buildColumns } from '../../domain/filter/columns.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { foundByTexts } from '../../domain/filter/found-by-texts.ts'
import { updatedColumns } from '../../domain/filter/updated-columns.ts'
import { withTreeChanges } from '../../domain/platforms/tree-changes.ts'
import { openTable, valueAt } from '../../domain/table/open.ts'
import { withChanges } from '../../domain/table/patch.ts'
import { withPlaceholders } from '../../domain/table/placeholders.ts'
import { withPart } from '../../domain/table/with-part.ts'
import { ApiError, read } from '../lib/api.ts'
import type { Language } from '../i18n/language.tsx'
import { openedPart, type IndexData } from './index-data.ts'
import { textSearchQuery } from './text-search.ts'

const answers: Pick<IndexData, 'find' | 'foundByTexts'> = {
  find: (columns, query) => applyFilter(columns, filterOf(query), query.sort),
  foundByTexts,
}

const readPlatforms = () => read('/api/platforms')

/** A part opened in a turn of its own: to parse it was one already, and a click may wait between. */
async function openInTurn(reply: Parameters<typeof openedPart>[0]) {
  await new Promise((resolve) => setTimeout(resolve))
  return openedPart(reply)
}

/** What a list needs to be counted and ordered. */
async function readFirst(): Promise<IndexData> {
  const [reply, platforms] = await Promise.all([read('/api/index', { query: { part: 'filter' } }), readPlatforms()])
  const table = withPlaceholders(await openInTurn(reply))
  return {
    version: reply.version,
    table,
    columns: buildColumns(table, platforms),
    platforms,
    has: 'filter',
    ...answers,
  }
}

/** The same as it is now: what was made of the rows that have not changed is kept. */
async function catchUp(data: IndexData): Promise<IndexData> {
  const reply = await read('/api/index', { query: { since: String(data.version) } })
  const { version, since, rows, removed = [] } = reply
  const changed = openTable<IndexRow>(reply)
  // It was too long ago: all of it has come, of another store perhaps.
  if (since === undefined) {
    const platforms = await readPlatforms()
    return { version, table: changed, columns: buildColumns(changed, platforms), platforms, has: 'all', ...answers }
  }
  const platforms = withTreeChanges(data.platforms, reply)
  if (rows === 0 && removed.length === 0 && platforms === data.platforms) return { ...data, version }
  const { table, from } = withChanges(data.table, changed, removed)
  return { ...data, version, table, columns: updatedColumns(data.columns, table, from, platforms), platforms }
}

/** How often the server may be of another version than the parts before. */
const maxTries = 5

async function readNext(data: IndexData, language: Language): Promise<IndexData> {
  const { version, table, columns, has } = data
  const part = has === 'filter' ? 'titles' : 'rest'
  const reply = await read('/api/index', { query: { part, language } })
  if (reply.version > version) return catchUp(data)
  if (reply.version < version) return readFirst()
  const more = withPart(table, await openInTurn(reply), part === 'rest')
  return { ...data, table: more, columns: columns.completed(more), has: part === 'rest' ? 'all' : 'titles' }
}

/** Reads the parts that are missing, and tells of each; where the server has gone on, what has changed comes first. */
async function readOn(data: IndexData, language: Language, tell: (data: IndexData) => void): Promise<IndexData> {
  let now = data
  for (let tries = 0; now.has !== 'all';) {
    const next = await readNext(now, language)
    if (next.has === now.has && ++tries > maxTries)
      throw new ApiError('unexpected', 'the parts of the index are of different versions')
    now = next
    tell(now)
  }
  return now
}

/** The first part with the titles of the rows that a list began with. */
function withTitlesOf(data: IndexData, { table: known }: IndexData): IndexData {
  const { table, columns } = data
  const rows = new Map(Array.from({ length: known.rows }, (_, row) => [valueAt(known.columns.id, row), row]))
  const { title } = known.columns
  const at = Int32Array.from({ length: table.rows }, (_, row) => {
    const place = rows.get(valueAt(table.columns.id, row))
    return place === undefined ? 0 : 1 + (title.at?.[place] ?? place)
  })
  const titled = { rows: table.rows, columns: { ...table.columns, title: { values: [{}, ...title.values], at } } }
  return { ...data, table: titled, columns: columns.completed(titled) }
}

/** All of the index after what a page has of it, which `onFile` tells, and tells of each part as soon as it is there. */
export async function readAllParts(
  onFile: () => IndexData | undefined,
  language: Language,
  tell: (data: IndexData) => void,
): Promise<IndexData> {
  const known = onFile()
  if (known?.has === 'all') return catchUp(known)
  const first = known === undefined || known.first ? await readFirst() : known
  const tellPart = (data: IndexData) => {
    const shown = onFile()
    // Which words are found where is known in the end: until then the rows that the server has found stay.
    if (shown?.first && shown.first.words !== '') return
    // Titles that are on the page already stay there.
    tell(shown?.first && data.has === 'filter' ? withTitlesOf(data, shown) : data)
  }
  tellPart(first)
  // Parts may be of the version before a change that is being taken in.
  return catchUp(await readOn(first, language, tellPart))
}

/** What the texts hold of the words of a list that the index takes over from: nothing that is found may be gone until then. */
export async function loadTexts(client: QueryClient, words: string): Promise<void> {
  if (words !== '') await client.query({ ...textSearchQuery(words), staleTime: 'static' }).catch(() => {})
}
