import { CalendarFact } from '../../../domain/calendar/facts.ts'
import { toldNext, withToldChanges, type ToldEntry } from '../../../domain/calendar/told.ts'
import type { CalendarScope, CalendarStore } from '../calendars.ts'
import { inBatches } from './recording.ts'
import type { Access, Reader } from './tables.ts'

async function toldBefore(db: Reader, scope: CalendarScope): Promise<ToldEntry[]> {
  const told = db.selectFrom('told_entry').selectAll().orderBy('uid')
  const own = 'plan' in scope ? told.where('plan_id', '=', scope.plan) : told.where('feed_id', '=', scope.feed)
  const rows = await own.execute()
  return rows.map(({ fact, sequence, modified_at: modifiedAt, gone_at: goneAt }) => ({
    fact: CalendarFact.parse(JSON.parse(fact)),
    sequence,
    modifiedAt,
    goneAt,
  }))
}

/** Whether there is still anything to note it under: an address may have been revoked meanwhile. */
const isThere = async (tx: Reader, scope: CalendarScope): Promise<boolean> =>
  'plan' in scope ||
  (await tx.selectFrom('private_feed').select('id').where('id', '=', scope.feed).executeTakeFirst()) !== undefined

/** What calendars were told, in a database. */
export const sqlCalendars = ({ db, write, now }: Access): CalendarStore => ({
  async tell(scope, facts) {
    const before = await toldBefore(db, scope)
    if (toldNext(before, facts, now().toISOString()).length === 0) return before
    return write(async (tx) => {
      if (!(await isThere(tx, scope))) return before
      const last = await toldBefore(tx, scope)
      const owner = 'plan' in scope ? { plan_id: scope.plan, feed_id: null } : { plan_id: null, feed_id: scope.feed }
      const changes = toldNext(last, facts, now().toISOString())
      for (const batch of inBatches(changes))
        await tx
          .insertInto('told_entry')
          .values(
            batch.map(({ fact, sequence, modifiedAt, goneAt }) => ({
              uid: fact.uid,
              ...owner,
              sequence,
              modified_at: modifiedAt,
              gone_at: goneAt,
              fact: JSON.stringify(fact),
            })),
          )
          .onConflict((conflict) =>
            conflict.column('uid').doUpdateSet((eb) => ({
              sequence: eb.ref('excluded.sequence'),
              modified_at: eb.ref('excluded.modified_at'),
              gone_at: eb.ref('excluded.gone_at'),
              fact: eb.ref('excluded.fact'),
            })),
          )
          .execute()
      return withToldChanges(last, changes)
    }, 'quietly')
  },
})
