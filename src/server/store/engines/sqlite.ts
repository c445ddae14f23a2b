import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { Kysely, SqliteAdapter, SqliteDialect, type SqliteDatabase } from 'kysely'
import { openStore } from '../open.ts'
import type { Tables } from '../sql/tables.ts'
import type { Store } from '../store.ts'
import type { Engine } from './engine.ts'
import { StoreUnavailable } from './unavailable.ts'

/** So many statements are kept prepared: far more than there are, lists aside. */
const statementsAtMost = 500

/** What Kysely's SQLite dialect asks of a driver, answered by `node:sqlite`. */
function asDriver(db: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, StatementSync>()
  /** Preparing a statement takes longer than most that it is asked; a list of values has a text for each length. */
  function prepareOnce(text: string): StatementSync {
    const known = prepared.get(text)
    if (known !== undefined) return known
    if (prepared.size >= statementsAtMost) prepared.clear()
    const statement = db.prepare(text)
    prepared.set(text, statement)
    return statement
  }
  return {
    close: () => db.close(),
    prepare(text) {
      const statement = prepareOnce(text)
      // Kysely binds text, numbers, null and bytes only.
      const bound = (values: readonly unknown[]) => values as SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...bound(values)),
        run: (values) => statement.run(...bound(values)),
        iterate: (values) => statement.iterate(...bound(values)) as IterableIterator<unknown>,
      }
    },
  }
}

/**
 * SQLite changes a schema in a transaction like anything else, which Kysely leaves unused: a process that is killed in
 * between would leave half a schema, and no later start would get past it.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

class TransactionalDialect extends SqliteDialect {
  override createAdapter() {
    return new TransactionalAdapter()
  }
}

/** The name of the database in its directory. */
export const databaseName = 'hotfix-report.sqlite'

export const sqliteTypes: Engine['types'] = { text: 'text', counter: 'integer', isCounterDeclared: true }

export const kyselyOn = <T = Tables>(file: DatabaseSync): Kysely<T> =>
  new Kysely<T>({ dialect: new TransactionalDialect({ database: asDriver(file) }) })

/** One process holds the file: its transactions come one after the other, and there is nobody else to be told. */
const engineOf = (db: Kysely<Tables>, reader: Kysely<Tables>, close: () => void = () => {}): Engine => ({
  db,
  reader,
  types: sqliteTypes,
  holdWriters: async () => {},
  announce: async () => {},
  listen: async () => {},
  async close() {
    if (reader !== db) await reader.destroy()
    await db.destroy()
    close()
  },
})

/**
 * Opens a file of a database; one that is made can be read by nobody else on this machine, since hashes of passwords and
 * tokens are in it. SQLite gives the same rights to the files that it keeps beside it.
 */
export function openFile(path: string, options: { timeout?: number } = {}): DatabaseSync {
  closeSync(openSync(path, 'a', 0o600))
  return new DatabaseSync(path, options)
}

/**
 * Holds the data directory for this process, and makes it if it is missing, by a lock that the operating system lets go
 * when the process ends in whatever way: nothing stale can be left behind.
 *
 * @throws StoreUnavailable when the directory cannot be used or another process holds it
 */
export function holdDirectory(directory: string): { close: () => void } {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new StoreUnavailable(`${directory} cannot be made; set DATA_DIR to a directory that can be written`, {
      cause,
    })
  }
  const lock = new DatabaseSync(join(directory, 'lock.sqlite'), { timeout: 0 })
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
    return lock
  } catch (cause) {
    lock.close()
    throw new StoreUnavailable(
      `${directory} is in use by another HotFix Report; stop that one, or set DATA_DIR to another directory`,
      { cause },
    )
  }
}

/**
 * The store in `hotfix-report.sqlite` of a directory, which is made if it is missing.
 * An acknowledged write is on disk: WAL with `synchronous = full`. A connection of their own lets readers pass while a
 * large document is written; they see what was on file before.
 *
 * @throws StoreUnavailable when the directory cannot be used or another process holds it
 */
export async function sqliteStore(directory: string, now: () => Date = () => new Date()): Promise<Store> {
  const lock = holdDirectory(directory)
  try {
    const path = join(directory, databaseName)
    const file = openFile(path, { timeout: 5000 })
    file.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
    const reader = kyselyOn(new DatabaseSync(path, { readOnly: true, timeout: 5000 }))
    return await openStore(
      engineOf(kyselyOn(file), reader, () => lock.close()),
      now,
    )
  } catch (error) {
    lock.close()
    throw error
  }
}

/** A store that lasts as long as the process, for tests. */
export function storeInMemory(now: () => Date = () => new Date()): Promise<Store> {
  const file = new DatabaseSync(':memory:')
  file.exec('pragma foreign_keys = on')
  const db = kyselyOn(file)
  return openStore(engineOf(db, db), now)
}
