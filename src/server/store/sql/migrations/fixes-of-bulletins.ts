import type { Kysely, Migration } from 'kysely'
import { Bulletin } from '../../../../contract/bulletin.ts'
import { fixFactsOf } from '../../../../domain/fixes/facts.ts'
import type { Engine } from '../../engines/engine.ts'
import type { Tables } from '../tables.ts'

type After = Pick<Tables, 'bulletin' | 'bulletin_document' | 'bulletin_fix'>

/** Keeps beside each bulletin what it brings to install. One document at a time: there may be thousands, and large ones. */
export const fixesOfBulletins = (text: Engine['types']['text']): Migration => ({
  async up(db: Kysely<After>) {
    await db.schema
      .createTable('bulletin_fix')
      .addColumn('bulletin_id', text, (column) => column.primaryKey().references('bulletin.id').onDelete('cascade'))
      .addColumn('facts', 'text', (column) => column.notNull())
      .execute()
    for (const { bulletin_id: id } of await db.selectFrom('bulletin_document').select('bulletin_id').execute()) {
      const own = db.selectFrom('bulletin_document').select('document').where('bulletin_id', '=', id)
      const { document } = await own.executeTakeFirstOrThrow()
      const facts = JSON.stringify(fixFactsOf(Bulletin.parse(JSON.parse(document))))
      await db.insertInto('bulletin_fix').values({ bulletin_id: id, facts }).execute()
    }
  },
})
