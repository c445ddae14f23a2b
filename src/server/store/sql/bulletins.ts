import { Bulletin } from '../../../contract/bulletin.ts'
import type { Change } from '../../../contract/changes.ts'
import { Platform } from '../../../contract/platform.ts'
import { IndexRow } from '../../../contract/summary.ts'
import type { BulletinStore } from '../store.ts'
import { lastOf } from './events.ts'
import { inBatches } from './recording.ts'
import { others } from '../../others.ts'
import type { Access } from './tables.ts'
import { isThere } from './there.ts'

/** Documents read at a time, where all are wanted. */
const pageSize = 200

/** Reading bulletins, in a database. */
export function sqlBulletins({ db }: Access): Omit<BulletinStore, 'seed' | 'save' | 'saveKnownExploited'> {
  return {
    async summaries() {
      const rows = await db.selectFrom('bulletin').select('summary').orderBy('id').execute()
      const summaries: IndexRow[] = []
      for (const batch of inBatches(rows)) {
        for (const { summary } of batch) summaries.push(IndexRow.parse(JSON.parse(summary)))
        await others()
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
        await others()
        const end = page.at(-1)
        if (end === undefined) return
        last = end.bulletin_id
      }
    },
    has: (id) => isThere(db, id),
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
    version: () => lastOf(db, ['bulletins', 'lab']),
    async history(id) {
      const rows = await db
        .selectFrom('replaced')
        .selectAll()
        .where('bulletin_id', '=', id)
        .orderBy('id', 'desc')
        .execute()
      return rows.map(({ until, document, changes }) => ({
        until,
        bulletin: Bulletin.parse(JSON.parse(document)),
        changes: JSON.parse(changes) as Change[],
      }))
    },
  }
}
