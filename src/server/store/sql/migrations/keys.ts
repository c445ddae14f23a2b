import type { Kysely, Migration } from 'kysely'
import * as z from 'zod'
import type { Engine } from '../../engines/engine.ts'
import type { EarlierTables } from './earlier-tables.ts'

const Measured = z.looseObject({ key: z.optional(z.string()) })

/**
 * Gives an event the key under which it may be sent again. Measured rollouts had theirs among what was measured, where the
 * same key could mean several things: it is the first one's.
 */
export const keysOfTheirOwn = (text: Engine['types']['text']): Migration => ({
  async up(db: Kysely<EarlierTables>) {
    await db.schema.alterTable('event').addColumn('key', text).execute()
    const measured = await db
      .selectFrom('event')
      .select(['id', 'who', 'detail'])
      .where('topic', '=', 'rollouts')
      .where('what', '=', 'measured')
      .orderBy('id')
      .execute()
    const taken = new Set<string>()
    for (const { id, who, detail } of measured) {
      const { key = null, ...measurement } = Measured.parse(JSON.parse(detail ?? '{}'))
      if (key === null) continue
      const keyed = JSON.stringify([who, key])
      await db
        .updateTable('event')
        .set({ detail: JSON.stringify(measurement), key: taken.has(keyed) ? null : key })
        .where('id', '=', id)
        .execute()
      taken.add(keyed)
    }
    await db.schema
      .createIndex('event_key')
      .unique()
      .on('event')
      .columns(['who', 'key'])
      .where('key', 'is not', null)
      .execute()
  },
})
