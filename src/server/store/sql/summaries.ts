import type { StoredSummary } from '../../../domain/bulletin/summary.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import { hasFollowed } from './events.ts'
import { pagesAfter } from './pages.ts'
import { inBatches, rowsAtOnce } from './recording.ts'
import type { Reader } from './tables.ts'

/** Every summary, page by page: there may be thousands. */
export async function* eachSummary(db: Reader): AsyncGenerator<{ id: string; summary: StoredSummary }> {
  const rows = db.selectFrom('bulletin').selectAll().orderBy('id').limit(rowsAtOnce)
  const readAfter = (last: string) => rows.where('id', '>', last).execute()
  for await (const page of pagesAfter('', readAfter, (end) => end.id))
    // Every summary was made from a bulletin that was checked.
    for (const { id, summary } of page) yield { id, summary: JSON.parse(summary) as StoredSummary }
}

/** Summaries that are read at a time where all are wanted: each page is read in a moment. */
const pageSize = 200

/** Every summary, in the order of the ids as JavaScript compares them: engines have orders of their own. */
export async function* summaryPages(db: Reader): AsyncGenerator<StoredSummary[]> {
  const ids = (await db.selectFrom('bulletin').select('id').execute()).map(({ id }) => id).toSorted()
  for (let at = 0; at < ids.length; at += pageSize) {
    const wanted = ids.slice(at, at + pageSize)
    const rows = await db.selectFrom('bulletin').select(['id', 'summary']).where('id', 'in', wanted).execute()
    const texts = new Map(rows.map(({ id, summary }) => [id, summary]))
    // One that was removed meanwhile is told by the next change.
    yield wanted.flatMap((id) => {
      const text = texts.get(id)
      return text === undefined ? [] : (JSON.parse(text) as StoredSummary)
    })
    await yieldToEventLoop()
  }
}

/** What any bulletin may read otherwise after; of a list of EPSS it is known what. */
const ofAny = ['kev-stored', 'cve-records-stored', 'import-undone', 'documents-removed']

/** The summaries that were written after an event, by id; they are found by that alone. Null where any may read otherwise. */
export async function summariesSince(db: Reader, event: number): Promise<StoredSummary[] | null> {
  if (await hasFollowed(db, event, (is) => is('action', 'in', ofAny))) return null
  const found = await db.selectFrom('bulletin').select('id').where('changed', '>', event).execute()
  const summaries: StoredSummary[] = []
  for (const batch of inBatches(found.map(({ id }) => id).toSorted())) {
    const rows = await db.selectFrom('bulletin').select('summary').where('id', 'in', batch).orderBy('id').execute()
    for (const { summary } of rows) summaries.push(JSON.parse(summary) as StoredSummary)
    await yieldToEventLoop()
  }
  return summaries
}
