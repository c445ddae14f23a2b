import type { Selectable } from 'kysely'
import { Bulletin } from '../../../contract/bulletin.ts'
import type { Change } from '../../../contract/changes.ts'
import { IndexRow } from '../../../contract/summary.ts'
import type { BulletinStore } from '../store.ts'
import { lastOf } from './events.ts'
import { allPlatforms, platformsOf } from './platforms.ts'
import { inBatches } from './recording.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import type { Access, Reader, Tables } from './tables.ts'
import { bulletinExists } from './bulletin-exists.ts'

/** Documents read at a time, where all are wanted. */
const pageSize = 200

/** The most versions of one bulletin, which may all be large. */
const replacedPage = 8

/** Reading bulletins, in a database. */
export function sqlBulletins({ db }: Access): Omit<BulletinStore, 'seed' | 'save' | 'saveKnownExploited'> {
  return {
    async summaries() {
      const rows = await db.selectFrom('bulletin').select('summary').orderBy('id').execute()
      const summaries: IndexRow[] = []
      for (const batch of inBatches(rows)) {
        for (const { summary } of batch) summaries.push(IndexRow.parse(JSON.parse(summary)))
        await yieldToEventLoop()
      }
      return summaries
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
        await yieldToEventLoop()
        const end = page.at(-1)
        if (end === undefined) return
        last = end.bulletin_id
      }
    },
    has: (id) => bulletinExists(db, id),
    async find(id) {
      const row = await db
        .selectFrom('bulletin_document')
        .select('document')
        .where('bulletin_id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : Bulletin.parse(JSON.parse(row.document))
    },
    platforms: (ids) => (ids === undefined ? allPlatforms(db) : platformsOf(db, ids)),
    version: () => lastOf(db, ['bulletins', 'lab']),
    history: (id) =>
      Array.fromAsync(replacedOf(db, id), ({ until, document, changes }) => ({
        until,
        bulletin: Bulletin.parse(JSON.parse(document)),
        changes: JSON.parse(changes) as Change[],
      })),
    replaced: (id) =>
      Array.fromAsync(replacedOf(db, id), ({ until, document, changes }) => ({
        until,
        ...Dated.parse(JSON.parse(document)),
        changes: JSON.parse(changes) as Change[],
      })),
    async before(id, version) {
      const row = await db
        .selectFrom('replaced')
        .select('document')
        .where('bulletin_id', '=', id)
        .orderBy('id')
        .offset(version - 1)
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : Bulletin.parse(JSON.parse(row.document))
    },
  }
}

/** What of a bulletin a list of versions tells. */
const Dated = Bulletin.pick({ updatedOn: true, revision: true })

/** What a bulletin was, the newest first; a few at a time, and others have their turn in between. */
async function* replacedOf(db: Reader, id: string) {
  let before: number | null = null
  for (;;) {
    let query = db.selectFrom('replaced').selectAll().where('bulletin_id', '=', id)
    if (before !== null) query = query.where('id', '<', before)
    const page: Selectable<Tables['replaced']>[] = await query.orderBy('id', 'desc').limit(replacedPage).execute()
    for (const row of page) yield row
    await yieldToEventLoop()
    const end = page.at(-1)
    if (end === undefined) return
    before = end.id
  }
}
