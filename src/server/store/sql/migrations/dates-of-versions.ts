import type { Kysely, Migration } from 'kysely'
import { Dated } from '../versions.ts'
import type { EarlierTables } from './earlier-tables.ts'

/** Keeps day and revision of a version beside it. One version at a time: there may be thousands, and large ones. */
export const datesOfVersions: Migration = {
  async up(db: Kysely<EarlierTables>) {
    for (const column of ['updated_on', 'revision'] as const)
      await db.schema
        .alterTable('replaced')
        .addColumn(column, 'text', (definition) => definition.notNull().defaultTo(''))
        .execute()
    for (const { id } of await db.selectFrom('replaced').select('id').execute()) {
      const own = db.selectFrom('replaced').select('document').where('id', '=', id)
      const { updatedOn, revision } = Dated.parse(JSON.parse((await own.executeTakeFirstOrThrow()).document))
      await db.updateTable('replaced').set({ updated_on: updatedOn, revision }).where('id', '=', id).execute()
    }
  },
}
