import { randomUUID } from 'node:crypto'
import type { Kysely, Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'
import type { Tables } from '../tables.ts'

/** Keeps with each session how its person knows it again, and with a password who has set it in place of its person. */
export const signIns = (text: Engine['types']['text']): Migration => ({
  async up(db: Kysely<Tables>) {
    for (const column of ['browser', 'system', 'address', 'proved_at'] as const)
      await db.schema.alterTable('session').addColumn(column, 'text').execute()
    for (const column of ['id', 'used_at'] as const)
      await db.schema
        .alterTable('session')
        .addColumn(column, text, (column) => column.notNull().defaultTo(''))
        .execute()
    for (const { hash, started_at } of await db.selectFrom('session').select(['hash', 'started_at']).execute())
      await db.updateTable('session').set({ id: randomUUID(), used_at: started_at }).where('hash', '=', hash).execute()
    for (const column of ['password_set_by', 'password_set_at'] as const)
      await db.schema.alterTable('person').addColumn(column, 'text').execute()
  },
})
