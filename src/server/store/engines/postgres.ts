import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { openStore } from '../open.ts'
import type { Tables } from '../sql/tables.ts'
import type { Store } from '../store.ts'
import type { Engine } from './engine.ts'
import { postgresGrams } from './gram-index.ts'
import { channel, connectionTimeoutMillis, listenTo } from './postgres-listener.ts'
import { StoreUnavailable } from './unavailable.ts'
import { errorMessage } from '../../error-text.ts'

/** Any number, the same on every server: the name of the lock that writers hold. */
export const writersLock = 4870
const maxConnections = 10

export const postgresTypes: Engine['types'] = {
  key: 'text collate "C"',
  counter: 'serial primary key',
  hasNamedKeys: true,
  grams: postgresGrams,
}

export function unreachable(cause: unknown): StoreUnavailable {
  const why = errorMessage(cause)
  return new StoreUnavailable(`the database of DATABASE_URL cannot be reached: ${why}`, { cause })
}

/**
 * What every connection is told first. An acknowledged write is on disk, whatever the server's own default is; and a
 * server of ours that hangs in the middle of a write holds up the others so long and no longer.
 */
const sessionSettings = `
  select set_config('synchronous_commit', 'on', false)
    where current_setting('synchronous_commit') in ('off', 'local', 'remote_write');
  set idle_in_transaction_session_timeout = '20s';
  set lock_timeout = '30s';
  set statement_timeout = '60s';
`

/**
 * The store in a PostgreSQL database, which any number of servers may share.
 *
 * @param connectionString `postgresql://user:password@host:port/database`
 * @throws StoreUnavailable when it cannot be reached
 */
export async function postgresStore(connectionString: string, now: () => Date = () => new Date()): Promise<Store> {
  const pool = new pg.Pool({
    connectionString,
    max: maxConnections,
    connectionTimeoutMillis,
    // A server that hangs answers nothing, not even its own timeout, which comes first.
    query_timeout: 65_000,
    keepAlive: true,
    // The pool waits for what this gives, which its type does not say.
    onConnect: (client): unknown => client.query(sessionSettings),
  })
  // A connection that breaks fails what uses it, and is replaced when the next one is wanted; its caller is told if
  // that fails. Without these two, the whole process would end instead.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  let stopListening = async () => {}
  const engine: Engine = {
    db,
    reader: db,
    isAlone: false,
    types: postgresTypes,
    async holdWriters(tx) {
      await sql`select pg_advisory_xact_lock(${sql.lit(writersLock)})`.execute(tx)
    },
    async announce(tx) {
      await sql`select pg_notify(${channel}, '')`.execute(tx)
    },
    check: async () => {},
    async listen(told) {
      stopListening = await listenTo(connectionString, told)
    },
    async close() {
      await stopListening()
      await db.destroy()
    },
  }
  try {
    await sql`select 1`.execute(db)
  } catch (cause) {
    await db.destroy()
    throw unreachable(cause)
  }
  return openStore(engine, now)
}
