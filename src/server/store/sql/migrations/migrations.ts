import { sql, type CreateTableBuilder, type Kysely, type Migration } from 'kysely'
import { Bulletin } from '../../../../contract/bulletin.ts'
import type { Engine } from '../../engines/engine.ts'
import { sourceOf } from '../../revise.ts'
import { identities } from './identities.ts'
import { documents } from './documents.ts'
import { dueTables } from './due.ts'
import { keysOfTheirOwn } from './keys.ts'
import { renamePlatforms } from './rename-platforms.ts'
import { rateAgain, recordAgain, summariseAgain } from './rewriting.ts'
import type { EarlierTables } from './earlier-tables.ts'
import { keptPlans } from './plans.ts'
import { channelsAndSubscriptions } from './notices.ts'
import { machineTables } from './machine-tables.ts'
import { outboxTables } from './outbox.ts'
import { plainNames } from './plain-names.ts'
import { privateFeedTables } from './private-feeds.ts'
import { referenceDocuments } from './reference-documents.ts'
import { releasesOfBulletins } from './releases-of-bulletins.ts'
import { seenChanges } from './seen.ts'
import { signals } from './signals.ts'
import { signIns } from './sign-ins.ts'
import { savedFilterLists } from './saved-filters.ts'
import { toldDueDays } from './told-due-days.ts'
import { unreadIssues } from './unread-issues.ts'
import { textSearch } from './text-search.ts'
import { boardTables } from './board.ts'
import { changed } from './changed.ts'
import { datesOfVersions } from './dates-of-versions.ts'
import { weeklyIssues } from './weekly.ts'
import { fixesOfBulletins } from './fixes-of-bulletins.ts'

/** In order; a migration that has landed is never edited. What it makes differs by the engine in the types of its columns only. */
export function migrationsFor({ text, counter, isCounterDeclared, grams }: Engine['types']): Record<string, Migration> {
  const withCounter = <T extends string, C extends string>(table: CreateTableBuilder<T, C>) =>
    table.addColumn('id', counter, (column) =>
      isCounterDeclared ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
  return {
    '001-bulletins': {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable('bulletin')
          .addColumn('id', text, (column) => column.primaryKey())
          .addColumn('summary', 'text', (column) => column.notNull())
          .execute()
        await db.schema
          .createTable('bulletin_document')
          .addColumn('bulletin_id', text, (column) => column.primaryKey().references('bulletin.id').onDelete('cascade'))
          .addColumn('document', 'text', (column) => column.notNull())
          .execute()
        await db.schema
          .createTable('platform')
          .addColumn('id', text, (column) => column.primaryKey())
          .addColumn('position', 'integer', (column) => column.notNull())
          .addColumn('document', 'text', (column) => column.notNull())
          .execute()
        await db.schema
          .createTable('event')
          .$call(withCounter)
          .addColumn('at', 'text', (column) => column.notNull().defaultTo(sql`current_timestamp`))
          .addColumn('who', 'text', (column) => column.notNull())
          .addColumn('what', 'text', (column) => column.notNull())
          .addColumn('bulletin_id', text, (column) => column.references('bulletin.id').onDelete('cascade'))
          .execute()
      },
    },
    '002-summaries-with-revision-and-triage': summariseAgain,
    '003-imports': {
      async up(db: Kysely<EarlierTables>) {
        await db.schema
          .createTable('part')
          .addColumn('bulletin_id', text, (column) => column.notNull().references('bulletin.id').onDelete('cascade'))
          .addColumn('source', text, (column) => column.notNull())
          .addColumn('content', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('part_pk', ['bulletin_id', 'source'])
          .execute()
        await db.schema
          .createTable('replaced')
          .$call(withCounter)
          .addColumn('bulletin_id', text, (column) => column.notNull().references('bulletin.id').onDelete('cascade'))
          .addColumn('until', 'text', (column) => column.notNull())
          .addColumn('document', 'text', (column) => column.notNull())
          .addColumn('changes', 'text', (column) => column.notNull())
          .execute()
        await db.schema.createIndex('replaced_bulletin').on('replaced').column('bulletin_id').execute()
        await db.schema
          .createTable('known_exploited')
          .addColumn('cve', text, (column) => column.primaryKey())
          .addColumn('entry', 'text', (column) => column.notNull())
          .execute()
        for (const { bulletin_id, document } of await db.selectFrom('bulletin_document').selectAll().execute()) {
          const source = sourceOf(Bulletin.parse(JSON.parse(document)))
          await db.insertInto('part').values({ bulletin_id, source, content: document }).execute()
        }
      },
    },
    '004-sources': {
      async up(db: Kysely<EarlierTables>) {
        await db.schema
          .createTable('source')
          .addColumn('id', text, (column) => column.primaryKey())
          .addColumn('settings', 'text', (column) => column.notNull())
          .addColumn('run', 'text', (column) => column.notNull())
          .execute()
        await db.schema
          .createTable('seen')
          .addColumn('source_id', text, (column) => column.notNull().references('source.id').onDelete('cascade'))
          .addColumn('url', text, (column) => column.notNull())
          .addColumn('updated', 'text')
          .addColumn('etag', 'text')
          .addColumn('last_modified', 'text')
          .addPrimaryKeyConstraint('seen_pk', ['source_id', 'url'])
          .execute()
      },
    },
    '005-triage': {
      async up(db: Kysely<EarlierTables>) {
        await db.schema
          .alterTable('event')
          .addColumn('topic', 'text', (column) => column.notNull().defaultTo('bulletins'))
          .execute()
        await db.schema.alterTable('event').addColumn('detail', 'text').execute()
        await db.schema.createIndex('event_topic').on('event').columns(['topic', 'id']).execute()
        await db.schema.createIndex('event_bulletin').on('event').columns(['bulletin_id', 'id']).execute()
        await db.schema
          .createTable('triage')
          .addColumn('bulletin_id', text, (column) => column.primaryKey().references('bulletin.id').onDelete('cascade'))
          .addColumn('version', 'integer', (column) => column.notNull())
          .addColumn('at', 'text', (column) => column.notNull())
          .addColumn('by', 'text', (column) => column.notNull())
          .addColumn('state', 'text', (column) => column.notNull())
          .execute()
        await db.schema.createIndex('triage_version').on('triage').column('version').execute()
      },
    },
    '006-access': {
      async up(db: Kysely<EarlierTables>) {
        await db.schema
          .createTable('person')
          .$call(withCounter)
          .addColumn('name', text, (column) => column.notNull().unique())
          .addColumn('role', 'text', (column) => column.notNull())
          .addColumn('password', 'text')
          .addColumn('subject', text, (column) => column.unique())
          .addColumn('last_sign_in_at', 'text')
          .execute()
        await db.schema
          .createTable('session')
          .addColumn('hash', text, (column) => column.primaryKey())
          .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id').onDelete('cascade'))
          .addColumn('started_at', 'text', (column) => column.notNull())
          .addColumn('expires_at', text, (column) => column.notNull())
          .execute()
        await db.schema
          .createTable('token')
          .$call(withCounter)
          .addColumn('hash', text, (column) => column.notNull().unique())
          .addColumn('title', 'text', (column) => column.notNull())
          .addColumn('role', 'text', (column) => column.notNull())
          .addColumn('made_by', 'text', (column) => column.notNull())
          .addColumn('made_at', 'text', (column) => column.notNull())
          .addColumn('expires_at', text, (column) => column.notNull())
          .addColumn('last_used_at', 'text')
          .execute()
      },
    },
    '007-identities': identities(text),
    '008-what-is-signed-and-taken-back': recordAgain,
    '009-keys': keysOfTheirOwn(text),
    '010-documents': documents(text, withCounter),
    '011-problems-that-are-known': {
      async up(db: Kysely<unknown>) {
        await db.schema.alterTable('seen').addColumn('problem', 'text').execute()
      },
    },
    '012-unrated': rateAgain,
    '013-platform-ids': renamePlatforms,
    // A list of lists was taken to be as it was for as long as it did not change itself: all of them are looked through once more.
    '014-lists-looked-through-again': {
      async up(db: Kysely<EarlierTables>) {
        await db.updateTable('seen').set({ etag: null, last_modified: null }).where('updated', 'is', null).execute()
      },
    },
    '015-platforms-in-order': {
      async up(db: Kysely<EarlierTables>) {
        await db.schema.createIndex('platform_position').on('platform').columns(['position', 'id']).execute()
      },
    },
    '016-dates-of-versions': datesOfVersions,
    '017-plain-names': plainNames,
    '018-signals': signals(text),
    '019-due': dueTables(text),
    '020-seen': seenChanges(text),
    '021-fixes-of-bulletins': fixesOfBulletins(text),
    '022-saved-filters': savedFilterLists(text),
    '023-reference-documents': referenceDocuments(text),
    '024-text-search': textSearch(text, withCounter, grams),
    '026-changed': changed,
    '027-told-due-days': toldDueDays(text),
    '028-releases-of-bulletins': releasesOfBulletins,
    '029-machines': machineTables(text, withCounter),
    '030-plans': keptPlans,
    '033-unread-issues': unreadIssues,
    '034-channels-and-subscriptions': channelsAndSubscriptions(text),
    '035-outbox': outboxTables(text, withCounter),
    '036-weekly': weeklyIssues(text),
    '037-private-feeds': privateFeedTables(text, withCounter),
    '038-board': boardTables(text),
    '039-sign-ins': signIns(text),
  }
}
