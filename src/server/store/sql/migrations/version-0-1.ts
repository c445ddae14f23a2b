import { PostgresAdapter, sql, type Kysely } from 'kysely'
import type { Engine } from '../../engines/engine.ts'
import { StoreUnavailable } from '../../engines/unavailable.ts'

/**
 * The migrations of version 0.1, in order. The baseline makes what they made together.
 *
 * @internal
 */
export const migrationsOf01: readonly string[] = [
  '001-bulletins',
  '002-summaries-with-revision-and-triage',
  '003-imports',
  '004-sources',
  '005-triage',
  '006-access',
  '007-identities',
  '008-what-is-signed-and-taken-back',
  '009-keys',
  '010-documents',
  '011-problems-that-are-known',
  '012-unrated',
  '013-platform-ids',
  '014-lists-looked-through-again',
  '015-platforms-in-order',
  '016-dates-of-versions',
  '017-plain-names',
  '018-signals',
  '019-due',
  '020-seen',
  '021-fixes-of-bulletins',
  '022-saved-filters',
  '023-reference-documents',
  '024-text-search',
  '026-changed',
  '027-told-due-days',
  '028-releases-of-bulletins',
  '029-machines',
  '030-plans',
  '033-unread-issues',
  '034-channels-and-subscriptions',
  '035-outbox',
  '036-weekly',
  '037-private-feeds',
  '038-board',
  '039-sign-ins',
]

/** Whether these are migrations of version 0.1: all of them, or those that it had at some time. */
export const areOf01 = (migrations: readonly string[]): boolean =>
  migrations.length > 0 && migrations.every((name, at) => name === migrationsOf01[at])

/** Whether these are some migrations of version 0.1 and not all: it was not finished, or is an early one. */
export const areEarly01 = (migrations: readonly string[]): boolean =>
  migrations.some((name) => migrationsOf01.includes(name)) && migrations.join() !== migrationsOf01.join()

/** Earlier names of tables, each with the one of today, as in backups that were made before `017-plain-names`. */
export const renamedTables = {
  part: 'bulletin_source',
  replaced: 'bulletin_revision',
  replaced_part: 'replaced_source',
  seen: 'fetched_document',
} as const

/** Indexes that were named after earlier names of their tables. */
const indexes = {
  part_source: 'bulletin_source_source on bulletin_source (source)',
  part_import: 'bulletin_source_import on bulletin_source (import_id)',
  replaced_bulletin: 'bulletin_revision_bulletin on bulletin_revision (bulletin_id)',
  replaced_part_subject: 'replaced_source_subject on replaced_source (source, subject)',
}

/** Keys that were, by their tables of today. */
const keys = [
  ['bulletin_source', 'part_pk', 'bulletin_source_pk'],
  ['bulletin_source', 'part_bulletin_id_fkey', 'bulletin_source_bulletin_id_fkey'],
  ['bulletin_revision', 'replaced_pkey', 'bulletin_revision_pkey'],
  ['bulletin_revision', 'replaced_bulletin_id_fkey', 'bulletin_revision_bulletin_id_fkey'],
  ['replaced_source', 'replaced_part_pk', 'replaced_source_pk'],
  ['replaced_source', 'replaced_part_import_id_fkey', 'replaced_source_import_id_fkey'],
  ['fetched_document', 'seen_pk', 'fetched_document_pk'],
  ['fetched_document', 'seen_source_id_fkey', 'fetched_document_source_id_fkey'],
] as const

/** The migrations that a database has had, in order; none where it has had nothing of ours. */
export async function appliedMigrations<T>(db: Kysely<T>): Promise<string[]> {
  // Kysely would look through all columns of all tables.
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  const noted = await (
    isPostgres
      ? sql<{ name: string | null }>`select to_regclass('kysely_migration')::text as name`
      : sql<{ name: string | null }>`select name from sqlite_schema where name = 'kysely_migration'`
  ).execute(db)
  if ((noted.rows[0]?.name ?? null) === null) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return rows.map(({ name }) => name).toSorted()
}

/**
 * Takes over a database of version 0.1: all that differs from the baseline is which migrations are noted, and names of
 * keys and indexes. All of it is done, or nothing; of several servers one does it.
 *
 * @returns the migrations that the database has had then, whatever it is of
 * @throws StoreUnavailable where not all of 0.1 was applied: nothing is changed
 */
export async function takeOverVersion01<T>(
  db: Kysely<T>,
  { hasNamedKeys }: Pick<Engine['types'], 'hasNamedKeys'>,
): Promise<readonly string[]> {
  const applied = await appliedMigrations(db)
  if (areEarly01(applied))
    throw new StoreUnavailable(
      `the database is of an early or unfinished version 0.1 (it ends with ${applied.at(-1)}); ` +
        'make a backup of it (npm run backup), and restore that into an empty directory or database (npm run restore)',
    )
  if (!areOf01(applied)) return applied
  await db.transaction().execute(async (tx) => {
    const run = (statement: string) => sql.raw(statement).execute(tx)
    // Another server that does the same waits here, and then finds nothing.
    const { numAffectedRows } = await run(`delete from kysely_migration where name <> '001-baseline'`)
    if (!numAffectedRows) return
    const at = new Date().toISOString()
    await sql`insert into kysely_migration (name, timestamp) values ('001-baseline', ${at})`.execute(tx)
    for (const [from, definition] of Object.entries(indexes)) {
      await run(`drop index ${from}`)
      await run(`create index ${definition}`)
    }
    if (!hasNamedKeys) return
    for (const [table, from, to] of keys) await run(`alter table ${table} rename constraint ${from} to ${to}`)
    await run('alter sequence replaced_id_seq rename to bulletin_revision_id_seq')
  })
  return appliedMigrations(db)
}
