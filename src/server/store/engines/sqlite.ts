import { closeSync, existsSync, mkdirSync, openSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { Kysely, SqliteAdapter, SqliteDialect, type SqliteDatabase } from 'kysely'
import { openStore } from '../open.ts'
import { commandLine } from '../../product.ts'
import type { Tables } from '../sql/tables.ts'
import type { Store } from '../store.ts'
import type { Engine } from './engine.ts'
import { sqliteGrams } from './gram-index.ts'
import { sqliteTrouble, StoreUnavailable } from './unavailable.ts'

/** How many statements are kept prepared: far more than there are, lists aside. */
const maxStatements = 500

const undone = { changes: 0, lastInsertRowid: 0 }

/** What Kysely's SQLite dialect asks of a driver, answered by `node:sqlite`. */
function asDriver(db: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, StatementSync>()
  /** Preparing a statement takes longer than most that it is asked; a list of values has a text for each length. */
  function prepareOnce(text: string): StatementSync {
    const known = prepared.get(text)
    if (known !== undefined) return known
    if (prepared.size >= maxStatements) prepared.clear()
    const statement = db.prepare(text)
    // After any statement SQLite tells the number of the row that was written last. Those that FTS5 keeps for itself may
    // be beyond what a number holds, and Node then throws although the statement was done.
    if (statement.columns().length === 0) statement.setReadBigInts(true)
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
        // SQLite has undone what a full disk stopped; to undo it again would hide why.
        run: (values) => (text === 'rollback' && !db.isTransaction ? undone : statement.run(...bound(values))),
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

export const sqliteTypes: Engine['types'] = {
  key: 'text',
  counter: 'integer primary key autoincrement',
  hasNamedKeys: false,
  grams: sqliteGrams,
}

export const kyselyOn = <T = Tables>(file: DatabaseSync): Kysely<T> =>
  new Kysely<T>({ dialect: new TransactionalDialect({ database: asDriver(file) }) })

/**
 * One process holds the file: its transactions come one after the other, and there is nobody else to be told.
 * `assertThere` throws where the file is no longer at its path: what is written to it would be lost.
 */
const engineOf = (
  db: Kysely<Tables>,
  reader: Kysely<Tables>,
  { assertThere = () => {}, close = () => {} }: { assertThere?: () => void; close?: () => void } = {},
): Engine => ({
  db,
  reader,
  isAlone: true,
  types: sqliteTypes,
  holdWriters: async () => assertThere(),
  announce: async () => assertThere(),
  check: async () => assertThere(),
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
  const path = join(directory, 'lock.sqlite')
  const lock = inWords(path, () => new DatabaseSync(path, { timeout: 0 }))
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
    return lock
  } catch (cause) {
    lock.close()
    if (!isHeld(cause)) throw troubleWith(path, cause)
    throw new StoreUnavailable(
      `${directory} is in use by another HotFix Report; stop that one, or set DATA_DIR to another directory`,
      { cause },
    )
  }
}

/** Whether another process holds a file (SQLITE_BUSY, SQLITE_LOCKED). */
const isHeld = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (error.errcode === 5 || error.errcode === 6)

/** What is wrong with a file of the database, with its path; what is no trouble of disk or file stays as it is. */
function troubleWith(path: string, error: unknown): unknown {
  const trouble = sqliteTrouble(error)
  return trouble === null ? error : new StoreUnavailable(`${path}: ${trouble}`, { cause: error })
}

function inWords<T>(path: string, open: () => T): T {
  try {
    return open()
  } catch (error) {
    throw troubleWith(path, error)
  }
}

/** That a directory has held a database: an empty one there is a lost one, and no new one. */
const markerName = 'has-database'

/**
 * @throws StoreUnavailable where a database was in the directory and is empty or gone now: it would be filled anew in
 * silence, and without its accounts anybody could come in
 */
function assertNotLost(directory: string, path: string): void {
  const size = existsSync(path) ? statSync(path).size : null
  const marker = join(directory, markerName)
  const isLost = existsSync(marker) ? size === null || isEmpty(path) : size === 0
  if (!isLost) return
  throw new StoreUnavailable(
    `${path} ${size === null ? 'is gone' : 'is empty'}, and there was a database; ` +
      `${size === null ? '' : 'remove it and '}restore a backup (${commandLine('restore')}), or remove ` +
      `${[size === null ? [] : path, existsSync(marker) ? marker : []].flat().join(' and ')} to begin anew`,
  )
}

/** Whether a file has no table: a lost write-ahead log leaves it so. */
function isEmpty(path: string): boolean {
  const file = inWords(path, () => new DatabaseSync(path, { readOnly: false }))
  try {
    return inWords(path, () => file.prepare('select 1 from sqlite_master limit 1').get()) === undefined
  } finally {
    file.close()
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
    assertNotLost(directory, path)
    const file = inWords(path, () => openFile(path, { timeout: 5000 }))
    const reader = inWords(path, () => {
      file.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
      return kyselyOn(new DatabaseSync(path, { readOnly: true, timeout: 5000 }))
    })
    const { ino } = statSync(path)
    const assertThere = () => {
      if (statSync(path, { throwIfNoEntry: false })?.ino === ino) return
      throw new StoreUnavailable(
        `${path} was removed or replaced while the server was running: nothing more is kept; stop the server, ` +
          'put the directory back or restore a backup, and start it again',
      )
    }
    const engine = engineOf(kyselyOn(file), reader, { assertThere, close: () => lock.close() })
    const store = await openStore(engine, now)
    writeFileSync(join(directory, markerName), '')
    return store
  } catch (error) {
    lock.close()
    throw troubleWith(join(directory, databaseName), error)
  }
}

/** What a filled store in memory was written as, to be read instead of filling the next one. */
const images = new WeakMap<(store: Store) => Promise<unknown>, Uint8Array>()
const asMade = async () => {}

/**
 * A store that lasts as long as the process, for tests, filled by `fill`. That is called for the first store only, and
 * later ones are copies of that one: making the tables and filling them takes much longer.
 *
 * @internal
 */
export async function storeInMemory(
  now: () => Date = () => new Date(),
  fill: (store: Store) => Promise<unknown> = asMade,
): Promise<Store> {
  const file = new DatabaseSync(':memory:')
  const image = images.get(fill)
  if (image !== undefined) file.deserialize(image)
  file.exec('pragma foreign_keys = on')
  const db = kyselyOn(file)
  const store = await openStore(engineOf(db, db), now)
  if (image === undefined) {
    await fill(store)
    images.set(fill, file.serialize())
  }
  return store
}
