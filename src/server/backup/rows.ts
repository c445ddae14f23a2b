/** What is kept, as a head and rows one after the other: from a database, from a file, and on their way. */
import { createHash, type Hash } from 'node:crypto'
import { sql } from 'kysely'
import * as z from 'zod'
import { sqliteTypes } from '../store/engines/sqlite.ts'
import { migrationsFor } from '../store/sql/migrations/migrations.ts'
import { appliedMigrations, areOf01 } from '../store/sql/migrations/version-0-1.ts'
import { version } from '../version.ts'
import { tablesAmong, type AnyDb, type BackedUpTable, type TableRow, type Value } from './tables.ts'

/** The head of every backup. */
export const Head = z.strictObject({
  format: z.literal('hotfix-report-backup'),
  version: z.literal(1),
  product: z.string(),
  madeAt: z.iso.datetime(),
  /** The schema that the rows are of. */
  migrations: z.array(z.string()).min(1),
  /** The tables in the order of their rows. */
  tables: z.array(z.string()),
})
export type Head = z.infer<typeof Head>

export const KeptRow = z.strictObject({
  table: z.string(),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})
export type KeptRow = z.infer<typeof KeptRow>

export type Kept = { head: Head; rows: AsyncIterable<KeptRow> }

/** Rows that are read or written at a time, and about how many characters of them: a document may have a million. */
export const rowsPerBatch = 200
export const charactersAtOnce = 2_000_000

export const lengthOf = (row: TableRow): number =>
  Object.values(row).reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 1), 0)

/** The rows of a table by its key, in pages of as many as the last ones let expect to be not too much. */
async function* pagesOf(db: AnyDb, { table, key }: BackedUpTable): AsyncGenerator<TableRow[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)))
  let after: Value[] | null = null
  let limit = 10
  for (;;) {
    const page: TableRow[] = await db
      .selectFrom(table)
      .selectAll()
      .$if(after !== null, (query) => query.where(sql<boolean>`(${columns}) > (${sql.join(after ?? [])})`))
      .orderBy(columns)
      .limit(limit)
      .execute()
    yield page
    const last = page.at(-1)
    if (last === undefined || page.length < limit) return
    after = key.map((column) => last[column] ?? null)
    const length = page.reduce((sum, row) => sum + lengthOf(row), 0)
    limit = Math.max(1, Math.min(rowsPerBatch, limit * 2, Math.floor((limit * charactersAtOnce) / length)))
  }
}

/** The rows of the tables, one table after the other. */
async function* rowsOf(db: AnyDb, tables: readonly BackedUpTable[]): AsyncGenerator<KeptRow> {
  for (const kept of tables) {
    for await (const page of pagesOf(db, kept)) {
      for (const row of page) {
        const strange = Object.entries(row).find(
          ([, value]) => typeof value !== 'string' && value !== null && !Number.isFinite(value),
        )
        if (strange !== undefined) throw new Error(`${kept.table}.${strange[0]} has what is neither text nor number`)
        yield { table: kept.table, row }
      }
    }
  }
}

/** Refuses what has a schema that this program cannot make. */
export function checkMigrations(names: readonly string[], subject: string) {
  if (areOf01(names)) return
  const known = Object.keys(migrationsFor(sqliteTypes)).toSorted()
  const strange = names.find((name, at) => name !== known[at])
  if (strange !== undefined)
    throw new Error(`${subject} is of a newer version of HotFix Report (${strange} is not known here); use that one`)
}

/**
 * All that a database keeps, as it is in the transaction of `db`. An older schema is read as it is. `subject` is what a
 * person is told of the database.
 *
 * @throws Error when there is nothing of ours, or a newer version has made it
 */
export async function keptIn(db: AnyDb, subject: string, now: Date): Promise<Kept> {
  const present = new Set((await db.introspection.getTables()).map(({ name }) => name))
  const migrations = await appliedMigrations(db)
  if (migrations.length === 0) throw new Error(`${subject} holds nothing of HotFix Report`)
  checkMigrations(migrations, subject)
  const tables = tablesAmong(present)
  const head: Head = {
    format: 'hotfix-report-backup',
    version: 1,
    product: version,
    madeAt: now.toISOString(),
    migrations,
    tables: tables.map(({ table }) => table),
  }
  return { head, rows: rowsOf(db, tables) }
}

/** The rows of the same tables as they are in another database. */
export const rowsAgain = (db: AnyDb, { tables }: Head): AsyncIterable<KeptRow> =>
  rowsOf(db, tablesAmong(new Set(tables)))

/** How many rows there are of each table, and what they come to. */
export type TableChecksums = Map<string, { rows: number; hash: Hash }>

export const emptyChecksums = ({ tables }: Head): TableChecksums =>
  new Map(tables.map((table) => [table, { rows: 0, hash: createHash('sha256') }]))

/** Counts rows that go by. */
export async function* tallied(rows: AsyncIterable<KeptRow>, tally: TableChecksums): AsyncGenerator<KeptRow> {
  for await (const kept of rows) {
    const known = tally.get(kept.table)
    if (known !== undefined) {
      known.rows++
      known.hash.update(`${JSON.stringify(kept.row)}\n`)
    }
    yield kept
  }
}

/** Drops what is only to be counted. */
export async function drain(rows: AsyncIterable<unknown>) {
  const all = rows[Symbol.asyncIterator]()
  while ((await all.next()).done !== true);
}
