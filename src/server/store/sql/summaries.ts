import type { StoredSummary } from '../../../domain/bulletin/summary.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import { inBatches, rowsAtOnce } from './recording.ts'
import type { Reader } from './tables.ts'

/** Every summary, page by page: there may be thousands. */
export async function* eachSummary(db: Reader): AsyncGenerator<{ id: string; summary: StoredSummary }> {
  let last = ''
  for (;;) {
    const page = await db
      .selectFrom('bulletin')
      .selectAll()
      .where('id', '>', last)
      .orderBy('id')
      .limit(rowsAtOnce)
      .execute()
    // Every summary was made from a bulletin that was checked.
    for (const { id, summary } of page) yield { id, summary: JSON.parse(summary) as StoredSummary }
    await yieldToEventLoop()
    const end = page.at(-1)
    if (end === undefined) return
    last = end.id
  }
}

/** Whether something has happened after an event by which any bulletin may read otherwise. */
async function mayBeAny(db: Reader, event: number): Promise<boolean> {
  const found = await db
    .selectFrom('event')
    .select('id')
    .where('id', '>', event)
    .where((is) => is.or([is('topic', '=', 'signals'), is('action', 'in', ['import-undone', 'documents-removed'])]))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** The summaries that were written after an event, by id; they are found by that alone. Null where any row may be another one. */
export async function summariesSince(db: Reader, event: number): Promise<StoredSummary[] | null> {
  if (await mayBeAny(db, event)) return null
  const found = await db.selectFrom('bulletin').select('id').where('changed', '>', event).execute()
  const summaries: StoredSummary[] = []
  for (const batch of inBatches(found.map(({ id }) => id).toSorted())) {
    const rows = await db.selectFrom('bulletin').select('summary').where('id', 'in', batch).orderBy('id').execute()
    for (const { summary } of rows) summaries.push(JSON.parse(summary) as StoredSummary)
    await yieldToEventLoop()
  }
  return summaries
}
