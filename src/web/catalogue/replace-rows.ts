/** What a list shows of another filter while the index is on its way: loaded when one is first chosen before that. */
import type { QueryClient } from '@tanstack/react-query'
import type { BulletinQuery } from '../../contract/summary.ts'
import { beginWithDueDays } from '../due/queries.ts'
import { firstLanguage } from '../i18n/language.tsx'
import { wholeKey } from '../lib/query-keys.ts'
import { beginWithStates } from '../triage/queries.ts'
import { indexOnFile } from './catalogue.ts'
import { readFirstRows, type ListBeginning, type IndexData } from './index-data.ts'

/** Typing goes on: this many milliseconds later the words are probably whole. */
const patience = 100

/** The rows that are on their way: the same query is not asked twice, and another one ends it. */
const asking = new WeakMap<QueryClient, { text: string; stop: AbortController; done: Promise<void> }>()

/** While the index is on its way, the server answers a filter: the rows that a list begins with are those of this query. */
export function replaceRows(client: QueryClient, query: BulletinQuery): Promise<void> {
  const text = JSON.stringify(query)
  const last = asking.get(client)
  if (indexOnFile(client)?.first?.query === text) {
    last?.stop.abort()
    asking.delete(client)
    return Promise.resolve()
  }
  if (last?.text === text) return last.done
  last?.stop.abort()
  const stop = new AbortController()
  const done = readReplaced(client, query, stop.signal).finally(() => {
    if (asking.get(client)?.stop === stop) asking.delete(client)
  })
  asking.set(client, { text, stop, done })
  return done
}

async function readReplaced(client: QueryClient, query: BulletinQuery, signal: AbortSignal): Promise<void> {
  const set = (next: (first: ListBeginning) => IndexData | null) => {
    const now = indexOnFile(client)
    // Once the index is there it answers.
    const data = signal.aborted || !now?.first ? null : next(now.first)
    if (data !== null) client.setQueryData<IndexData>(wholeKey('catalogue'), data)
  }
  try {
    if (query.q !== undefined) await new Promise((resolve) => setTimeout(resolve, patience))
    if (signal.aborted) return
    const { data, states, due, view } = await readFirstRows(query, firstLanguage(), signal)
    beginWithStates(client, states)
    beginWithDueDays(client, due)
    set(({ rest, failure }) => ({ ...data, first: { ...view, rest, ...(failure && { failure }) } }))
  } catch {
    // The index may still come.
    await indexOnFile(client)?.first?.rest
    set((first) => ({ ...indexOnFile(client), first: { ...first, refused: JSON.stringify(query) } }) as IndexData)
  }
}
