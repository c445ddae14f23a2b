import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { openStore } from '../open.ts'
import type { Tables } from '../sql/tables.ts'
import type { Store } from '../store.ts'
import type { Engine } from './engine.ts'
import { StoreUnavailable } from './unavailable.ts'

const channel = 'hotfix_report'
/** Any number, the same on every server: the name of the lock that writers hold. */
export const writersLock = 4870
const connectionsAtMost = 10
/** Waits between attempts to listen again, in milliseconds: the last one from then on. */
const waits = [100, 500, 2000, 5000]

export const postgresTypes: Engine['types'] = {
  text: sql`text collate "C"`,
  counter: 'serial',
  isCounterDeclared: false,
}

export function unreachable(cause: unknown): StoreUnavailable {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new StoreUnavailable(`the database of DATABASE_URL cannot be reached: ${why}`, { cause })
}

/** Listens for what other servers announce; a connection that breaks is made anew, and what it may have missed counts as announced. */
async function listenTo(connectionString: string, told: () => void): Promise<() => Promise<void>> {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  async function connect() {
    const fresh = new pg.Client({ connectionString, keepAlive: true })
    let isBroken = false
    const broken = () => {
      if (isBroken || isClosed) return
      isBroken = true
      client = null
      again(0)
    }
    fresh.on('error', broken)
    fresh.on('end', broken)
    fresh.on('notification', told)
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    client = fresh
  }
  function again(attempt: number) {
    timer = setTimeout(
      () =>
        void connect().then(told, () => {
          if (!isClosed) again(attempt + 1)
        }),
      waits[Math.min(attempt, waits.length - 1)],
    ).unref()
  }

  await connect()
  return async () => {
    isClosed = true
    clearTimeout(timer)
    await client?.end()
  }
}

/**
 * The store in a PostgreSQL database, which any number of servers may share.
 *
 * @param connectionString `postgresql://user:password@host:port/database`
 * @throws StoreUnavailable when it cannot be reached
 */
export async function postgresStore(connectionString: string, now: () => Date = () => new Date()): Promise<Store> {
  const pool = new pg.Pool({ connectionString, max: connectionsAtMost, keepAlive: true })
  // An idle connection that breaks is replaced when the next one is wanted; whoever wants it is told if that fails.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  let stopListening = async () => {}
  const engine: Engine = {
    db,
    types: postgresTypes,
    async holdWriters(tx) {
      await sql`select pg_advisory_xact_lock(${sql.lit(writersLock)})`.execute(tx)
    },
    async announce(tx) {
      await sql`select pg_notify(${channel}, '')`.execute(tx)
    },
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
