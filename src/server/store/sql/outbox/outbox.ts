/** The outbox, in a database: what the log brings becomes notices, and they are sent from here. */
import type { OutboxStore } from '../../outbox.ts'
import type { Access, Db } from '../tables.ts'
import { sqlAttempts } from './attempts.ts'
import { sqlClaiming } from './claim.ts'
import { sqlCollecting } from './collect.ts'
import { sqlNoticeLog } from './log.ts'

/** What another process has left behind that was alone at work: it sends nothing any more, and brings in nothing. */
export async function takeOver(db: Db): Promise<void> {
  await db.updateTable('notice').set({ leased_until: null }).where('leased_until', 'is not', null).execute()
  await db.updateTable('import_run').set({ seen_at: '' }).where('ended_at', 'is', null).execute()
}

export const sqlOutbox = (access: Access): OutboxStore => ({
  async eventsAfter(id, atMost) {
    const rows = await access.db
      .selectFrom('event')
      .select(['id', 'at', 'actor as who', 'topic', 'action as what', 'bulletin_id as bulletin', 'detail', 'run_id'])
      .where('id', '>', id)
      .orderBy('id')
      .limit(atMost)
      .execute()
    const events = rows.flatMap(({ topic, detail, run_id: run, ...row }) =>
      topic === 'access' ? [] : [{ ...row, topic, run, detail: JSON.parse(detail ?? 'null') as unknown }],
    )
    return { events, last: rows.at(-1)?.id ?? id }
  },
  ...sqlCollecting(access),
  ...sqlClaiming(access),
  ...sqlAttempts(access),
  ...sqlNoticeLog(access),
})
