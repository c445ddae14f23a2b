/** Brings rows of an early version 0.1 into the form that they had at its end. Backups may have any age; databases are taken over by another way. */
import { sql } from 'kysely'
import type { Db } from '../../store/sql/tables.ts'
import { noteDatesOfRevisions, noteFixes, noteSources, summariseAgain } from './bulletins.ts'
import { indexChanges, indexTalk } from './changes.ts'
import { noteDueFacts } from './due-facts.ts'
import { giveEventsTheirKeys, recordAgain } from './log.ts'
import { tellPeopleApart } from './people.ts'
import { renamePlatforms } from './rename-platforms.ts'
import { rateAgain } from './urgencies.ts'

/** A list of lists was taken to be as it was for as long as it did not change itself: all of them are looked through once more. */
async function lookThroughListsAgain(db: Db) {
  await db
    .updateTable('fetched_document')
    .set({ etag: null, last_modified: null })
    .where('updated', 'is', null)
    .execute()
}

/** What has happened before there were notices is told to nobody. */
async function tellOnlyWhatComes(db: Db) {
  await sql`update notice_cursor set place = (select cast(coalesce(max(id), 0) as ${sql.raw('varchar(20)')}) from event)`.execute(
    db,
  )
}

/** What a migration did to rows, in order. Those that only made tables and columns left rows as they were. */
const steps: readonly (readonly [migration: string, step: (db: Db) => Promise<void>])[] = [
  ['003-imports', noteSources],
  ['007-identities', tellPeopleApart],
  ['008-what-is-signed-and-taken-back', recordAgain],
  ['009-keys', giveEventsTheirKeys],
  ['012-unrated', rateAgain],
  ['013-platform-ids', renamePlatforms],
  ['014-lists-looked-through-again', lookThroughListsAgain],
  ['016-dates-of-versions', noteDatesOfRevisions],
  ['019-due', noteDueFacts],
  ['020-seen', indexChanges],
  ['021-fixes-of-bulletins', noteFixes],
  // As did 002, 018 and 028.
  ['033-unread-issues', summariseAgain],
  ['035-outbox', tellOnlyWhatComes],
  ['038-board', indexTalk],
]

/** Does to rows in the tables of today what the migrations of version 0.1 did that they have not had. */
export async function upgradeFrom01(db: Db, migrations: readonly string[]): Promise<void> {
  for (const [migration, step] of steps) if (!migrations.includes(migration)) await step(db)
}
