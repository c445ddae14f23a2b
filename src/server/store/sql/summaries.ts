import type { StoredSummary } from '../../../domain/bulletin/summary.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import { rowsAtOnce } from './recording.ts'
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
