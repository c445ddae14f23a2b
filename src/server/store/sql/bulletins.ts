import type { StoredSummary } from '../../../domain/bulletin/summary.ts'
import { FixFacts } from '../../../domain/fixes/facts.ts'
import type { BulletinStore } from '../store.ts'
import { lastOf } from './events.ts'
import { findBulletin, readVersion, listVersions } from './versions.ts'
import { allPlatforms, platformsOf } from './platforms.ts'
import { pagesAfter } from './pages.ts'
import { rowsAtOnce } from './recording.ts'
import { eachSummary, summariesSince, summaryPages } from './summaries.ts'
import type { Access } from './tables.ts'
import { bulletinExists } from './bulletin-exists.ts'
import { bulletinIn } from '../../../domain/bulletin/json.ts'
import { unpacked } from '../../../domain/bulletin/packed.ts'
import type { PackedBulletin } from '../../../contract/packed-bulletin.ts'

/** Documents read at a time, where all are wanted: each page is read and checked in a moment. */
const pageSize = 50

/** Reading bulletins, in a database. */
export function sqlBulletins({ db }: Access): Omit<BulletinStore, 'seed' | 'save' | 'saveKnownExploited'> {
  return {
    async summaries() {
      const summaries: StoredSummary[] = []
      for await (const { summary } of eachSummary(db)) summaries.push(summary)
      return summaries
    },
    summaryPages: () => summaryPages(db),
    summariesSince: (event) => summariesSince(db, event),
    async ids() {
      const rows = await db.selectFrom('bulletin').select('id').orderBy('id').execute()
      return rows.map(({ id }) => id)
    },
    async count() {
      const { count } = await db
        .selectFrom('bulletin')
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    async *bulletins() {
      const rows = db.selectFrom('bulletin_document').selectAll().orderBy('bulletin_id').limit(pageSize)
      const readAfter = (last: string) => rows.where('bulletin_id', '>', last).execute()
      for await (const page of pagesAfter('', readAfter, (end) => end.bulletin_id))
        for (const { document } of page) yield bulletinIn(document)
    },
    async *fixFacts() {
      const rows = db.selectFrom('bulletin_fix').selectAll().orderBy('bulletin_id').limit(rowsAtOnce)
      const readAfter = (last: string) => rows.where('bulletin_id', '>', last).execute()
      for await (const page of pagesAfter('', readAfter, (end) => end.bulletin_id))
        yield page.map(({ facts }) => FixFacts.parse(JSON.parse(facts)))
    },
    has: (id) => bulletinExists(db, id),
    find: (id) => findBulletin(db, id),
    async documentsOf(id) {
      const own = db.selectFrom('bulletin_source').select('content').where('bulletin_id', '=', id).orderBy('source')
      // Each was checked when it came in.
      return (await own.execute()).map(({ content }) => unpacked(JSON.parse(content) as PackedBulletin))
    },
    platforms: (ids) => (ids === undefined ? allPlatforms(db) : platformsOf(db, ids)),
    version: () => lastOf(db, ['bulletins', 'lab', 'issues']),
    documentsVersion: () => lastOf(db, ['bulletins']),
    versions: (id) => listVersions(db, id),
    readVersion: (id, number) => readVersion(db, id, number),
  }
}
