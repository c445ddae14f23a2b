import { Migrator, type Kysely, type MigrationResultSet } from 'kysely'
import type { Engine } from './engines/engine.ts'
import { sqlLog } from './sql/access/log.ts'
import { sqlPeople } from './sql/access/people.ts'
import { sqlSessions } from './sql/access/sessions.ts'
import { sqlTokens } from './sql/access/tokens.ts'
import { sqlBulletins } from './sql/bulletins.ts'
import { sqlEvents } from './sql/events.ts'
import { sqlFleet } from './sql/fleet.ts'
import { sqlLab } from './sql/lab.ts'
import { migrationsFor } from './sql/migrations.ts'
import { sqlRevisions } from './sql/revisions.ts'
import { sqlSources } from './sql/sources.ts'
import type { Access } from './sql/tables.ts'
import { sqlTriage } from './sql/triage.ts'
import type { Store } from './store.ts'

/** Brings the schema of a database to a migration, or to the last one; throws what the failing migration threw. */
export async function migrate<T>({ db, types }: { db: Kysely<T>; types: Engine['types'] }, to?: string) {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrationsFor(types) } })
  const { error }: MigrationResultSet = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to))
  if (error !== undefined) throw new Error('the database could not be brought up to date', { cause: error })
}

/** Lets one thing begin when the one before has ended, however that went. */
function oneByOne(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    const turn = last.then(act, act)
    last = turn.catch(() => {})
    return turn
  }
}

/** The store in a database, which is brought up to date first. `now` tells the time of an event. */
export async function openStore(engine: Engine, now: () => Date): Promise<Store> {
  await migrate(engine)
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const told of listeners) told()
  }
  const inTurn = oneByOne()
  const access: Access = {
    db: engine.reader,
    single: engine.db,
    now,
    async write(work, how) {
      // Who waits for another writer of this server does so here, and holds no connection that a reader could use.
      const result = await inTurn(() =>
        engine.db.transaction().execute(async (tx) => {
          await engine.holdWriters(tx)
          const done = await work(tx)
          if (how !== 'quietly') await engine.announce(tx)
          return done
        }),
      )
      if (how !== 'quietly') tell()
      return result
    },
  }
  await engine.listen(tell)
  return {
    ...sqlBulletins(access),
    ...sqlRevisions(access),
    sources: sqlSources(access),
    triage: sqlTriage(access),
    access: { ...sqlPeople(access), ...sqlSessions(access), ...sqlTokens(access), ...sqlLog(access) },
    lab: sqlLab(access),
    fleet: sqlFleet(access),
    events: sqlEvents(access, (told) => {
      listeners.add(told)
      return () => listeners.delete(told)
    }),
    async check() {
      await engine.reader.selectFrom('event').select('id').limit(1).execute()
    },
    close: engine.close,
  }
}
