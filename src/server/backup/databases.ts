/** The databases that are read for a backup, and the empty ones that are filled from one. */
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CompiledQuery, Kysely, PostgresDialect, PostgresDriver, sql, type DatabaseConnection } from 'kysely'
import pg from 'pg'
import type { Engine } from '../store/engines/engine.ts'
import { postgresTypes, unreachable, writersLock } from '../store/engines/postgres.ts'
import { databaseName, holdDirectory, kyselyOn, openFile, sqliteTypes } from '../store/engines/sqlite.ts'
import type { AnyDb, TableRow } from './tables.ts'

export type BackupPlace = { databaseUrl: string | null; dataDirectory: string }

/** How a person is told of a place. The address of a database may have a password in it. */
export const placeName = ({ databaseUrl, dataDirectory }: BackupPlace) =>
  databaseUrl === null ? dataDirectory : 'the database of DATABASE_URL'

/** An empty database that is being filled. */
export type BackupTarget = {
  db: AnyDb
  types: Engine['types']
  /** Lets a number that the database counts up go on after the largest that is there. */
  countOn: (table: string, column: string) => Promise<void>
}

/** Works on one consistent moment of a database, which others go on writing to. Changes nothing. */
export async function readSnapshot<T>(place: BackupPlace, work: (db: AnyDb) => Promise<T>): Promise<T> {
  const db = place.databaseUrl === null ? sqliteToRead(place.dataDirectory) : await postgresToRead(place.databaseUrl)
  try {
    return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
  } finally {
    await db.destroy()
  }
}

/** A server may hold the directory meanwhile: it writes ahead, so that a transaction that only reads sees one moment and waits for nobody. */
function sqliteToRead(directory: string): AnyDb {
  const path = join(directory, databaseName)
  if (!existsSync(path)) throw new Error(`${directory} has no database; set DATA_DIR to the directory of one`)
  return kyselyOn<Record<string, TableRow>>(new DatabaseSync(path, { readOnly: true, timeout: 5000 }))
}

async function postgresToRead(connectionString: string): Promise<AnyDb> {
  const pool = new pg.Pool({ connectionString, max: 1, keepAlive: true })
  // A connection that breaks is noticed by the next query.
  pool.on('error', () => {})
  const db = new Kysely<Record<string, TableRow>>({ dialect: new PostgresDialect({ pool }) })
  try {
    await sql`select 1`.execute(db)
    return db
  } catch (cause) {
    await db.destroy()
    throw unreachable(cause)
  }
}

/**
 * Fills a place that has no database yet: everything that `work` does is there in the end, or nothing is.
 *
 * @throws Error when there is something already
 */
export const fillEmpty = <T>(
  { databaseUrl, dataDirectory }: BackupPlace,
  work: (target: BackupTarget) => Promise<T>,
): Promise<T> => (databaseUrl === null ? fillingDirectory(dataDirectory, work) : fillingPostgres(databaseUrl, work))

/** The database is made beside its place and then moved there. */
async function fillingDirectory<T>(directory: string, work: (target: BackupTarget) => Promise<T>): Promise<T> {
  const lock = holdDirectory(directory)
  try {
    // A log without its database would be taken for the log of the new one.
    if (readdirSync(directory).some((name) => name.startsWith(databaseName)))
      throw new Error(`${directory} has a database already; set DATA_DIR to an empty directory`)
    const making = join(directory, 'restoring.sqlite')
    rmSync(making, { force: true })
    const file = openFile(making)
    try {
      // What is not finished is thrown away, so that it needs no journal.
      file.exec('pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = on')
      const db = kyselyOn<Record<string, TableRow>>(file)
      const result = await work({ db, types: sqliteTypes, countOn: async () => {} })
      file.close()
      const written = openSync(making, 'r+')
      fsyncSync(written)
      closeSync(written)
      renameSync(making, join(directory, databaseName))
      return result
    } catch (error) {
      if (file.isOpen) file.close()
      rmSync(making, { force: true })
      throw error
    }
  } finally {
    lock.close()
  }
}

/** One transaction, schema and all: PostgreSQL forgets it when it does not reach its end. */
async function fillingPostgres<T>(connectionString: string, work: (target: BackupTarget) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, keepAlive: true })
  // A connection that breaks is noticed by the next query.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (cause) {
    throw unreachable(cause)
  }
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [writersLock])
    const { rowCount } = await client.query('select from pg_tables where schemaname = current_schema()')
    if (rowCount !== 0)
      throw new Error('the database of DATABASE_URL is not empty; make a new one and set DATABASE_URL to it')
    const only = Object.assign(client, { release() {} })
    const pool = { connect: async () => only, end: async () => {} }
    const dialect = new PostgresDialect({ pool })
    const db = new Kysely<Record<string, TableRow>>({
      dialect: {
        createAdapter: () => dialect.createAdapter(),
        createIntrospector: (over) => dialect.createIntrospector(over),
        createQueryCompiler: () => dialect.createQueryCompiler(),
        createDriver: () => new WithinTransaction({ pool }),
      },
    })
    const result = await work({
      db,
      types: postgresTypes,
      async countOn(table, column) {
        const largest = sql`(select max(${sql.ref(column)}) from ${sql.table(table)})`
        await sql`select setval(pg_get_serial_sequence(quote_ident(${table}), ${column}), largest)
          from (select ${largest} as largest) as counted where largest is not null`.execute(db)
      },
    })
    await client.query('commit')
    return result
  } finally {
    await client.end()
  }
}

/** Its transactions are parts of the one that is open already: so a migration is undone with all the rest. */
class WithinTransaction extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('savepoint within'))
  }
  override async commitTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('release savepoint within'))
  }
  override async rollbackTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('rollback to savepoint within'))
  }
}
