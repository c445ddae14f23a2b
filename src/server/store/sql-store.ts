import { Migrator, type Kysely } from 'kysely'
import { Bulletin } from '../../contract/bulletin.ts'
import { Platform } from '../../contract/platform.ts'
import { Summary } from '../../contract/summary.ts'
import { summarise } from '../../domain/summary.ts'
import type { BulletinStore } from './store.ts'
import { migrations, type Tables } from './tables.ts'

/** Brings the schema up to date; throws what the failing migration threw. */
async function migrate(db: Kysely<Tables>) {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('the database could not be brought up to date', { cause: error })
}

/** Documents read at a time, where all are wanted. */
const pageSize = 200

/** A store over any engine that Kysely speaks. `now` tells the time of an event. */
export async function sqlStore(db: Kysely<Tables>, now: () => Date): Promise<BulletinStore> {
  await migrate(db)
  return {
    async summaries() {
      const rows = await db.selectFrom('bulletin').select('summary').orderBy('id').execute()
      return rows.map(({ summary }) => Summary.parse(JSON.parse(summary)))
    },
    async *bulletins() {
      let last = ''
      for (;;) {
        const page = await db
          .selectFrom('bulletin_document')
          .selectAll()
          .where('bulletin_id', '>', last)
          .orderBy('bulletin_id')
          .limit(pageSize)
          .execute()
        for (const { document } of page) yield Bulletin.parse(JSON.parse(document))
        const end = page.at(-1)
        if (end === undefined) return
        last = end.bulletin_id
      }
    },
    async find(id) {
      const row = await db
        .selectFrom('bulletin_document')
        .select('document')
        .where('bulletin_id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : Bulletin.parse(JSON.parse(row.document))
    },
    async platforms() {
      const rows = await db.selectFrom('platform').select('document').orderBy('position').execute()
      return rows.map(({ document }) => Platform.parse(JSON.parse(document)))
    },
    async version() {
      const { last } = await db
        .selectFrom('event')
        .select(({ fn }) => fn.max<number | string | null>('id').as('last'))
        .executeTakeFirstOrThrow()
      // Null where nothing has happened yet; some engines give large integers as text.
      return Number(last)
    },
    seed: (content) =>
      db.transaction().execute(async (tx) => {
        const known = new Set((await tx.selectFrom('platform').select('id').execute()).map(({ id }) => id))
        for (const [position, platform] of content.platforms.entries()) {
          if (known.has(platform.id)) continue
          await tx
            .insertInto('platform')
            .values({ id: platform.id, position, document: JSON.stringify(platform) })
            .execute()
        }
        const present = new Set((await tx.selectFrom('bulletin').select('id').execute()).map(({ id }) => id))
        const fresh = content.bulletins.filter(({ id }) => !present.has(id))
        for (const bulletin of fresh) {
          const { id } = bulletin
          await tx
            .insertInto('bulletin')
            .values({ id, summary: JSON.stringify(summarise(bulletin)) })
            .execute()
          await tx
            .insertInto('bulletin_document')
            .values({ bulletin_id: id, document: JSON.stringify(bulletin) })
            .execute()
          await tx
            .insertInto('event')
            .values({ at: now().toISOString(), who: 'content', what: 'added', bulletin_id: id })
            .execute()
        }
        return { added: fresh.map(({ id }) => id) }
      }),
    async check() {
      await db.selectFrom('event').select('id').limit(1).execute()
    },
    close: () => db.destroy(),
  }
}
