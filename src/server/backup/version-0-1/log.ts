import * as z from 'zod'
import type { Db } from '../../store/sql/tables.ts'

/**
 * Brings older events of the record into the shape that they have now. A decision did not keep on what it was made. A text
 * that was taken back was marked like its take-back, which did not name it: the two follow each other.
 */
export async function recordAgain(db: Db): Promise<void> {
  const decisions = await db.selectFrom('event').selectAll().where('topic', '=', 'decision').execute()
  for (const { id, detail } of decisions) {
    const kept: unknown = JSON.parse(detail ?? '{}')
    await db
      .updateTable('event')
      .set({ detail: JSON.stringify({ basis: null, ...Object(kept) }) })
      .where('id', '=', id)
      .execute()
  }
  const marked = await db.selectFrom('event').selectAll().where('action', '=', 'taken-back').orderBy('id').execute()
  const byPerson = Map.groupBy(marked, ({ bulletin_id, actor }) => `${bulletin_id} ${actor}`)
  for (const rows of byPerson.values()) {
    for (const [at, { id }] of rows.entries()) {
      const said = at % 2 === 1 ? rows[at - 1]?.id : undefined
      const now = said === undefined ? { action: 'said' } : { detail: JSON.stringify({ of: said }) }
      await db.updateTable('event').set(now).where('id', '=', id).execute()
    }
  }
}

const Measured = z.looseObject({ key: z.optional(z.string()) })

/**
 * Gives an event the key under which it may be sent again. Measured rollouts had theirs among what was measured, where the
 * same key could mean several things: it is the first one's.
 */
export async function giveEventsTheirKeys(db: Db): Promise<void> {
  const measured = await db
    .selectFrom('event')
    .select(['id', 'actor', 'detail'])
    .where('topic', '=', 'rollouts')
    .where('action', '=', 'measured')
    .orderBy('id')
    .execute()
  const taken = new Set<string>()
  for (const { id, actor, detail } of measured) {
    const { key = null, ...measurement } = Measured.parse(JSON.parse(detail ?? '{}'))
    if (key === null) continue
    const keyed = JSON.stringify([actor, key])
    await db
      .updateTable('event')
      .set({ detail: JSON.stringify(measurement), key: taken.has(keyed) ? null : key })
      .where('id', '=', id)
      .execute()
    taken.add(keyed)
  }
}
