import { Migrator, type Kysely, type MigrationResultSet } from 'kysely'
import type { Engine } from './engines/engine.ts'
import { isPassing, sqliteTrouble, StoreUnavailable } from './engines/unavailable.ts'
import { sqlLog } from './sql/access/log.ts'
import { sqlPeople } from './sql/access/people.ts'
import { sqlSessions } from './sql/access/sessions.ts'
import { sqlTokens } from './sql/access/tokens.ts'
import { sqlBackups } from './sql/backups.ts'
import { sqlConcerning } from './sql/board/concerning.ts'
import { sqlFieldReports } from './sql/board/field-reports.ts'
import { sqlTalk } from './sql/board/talk.ts'
import { sqlWatches } from './sql/board/watches.ts'
import { sqlBulletins } from './sql/bulletins.ts'
import { sqlCalendars } from './sql/calendars.ts'
import { sqlDueDays } from './sql/due-days.ts'
import { sqlDue } from './sql/due.ts'
import { sqlChanges } from './sql/changes.ts'
import { sqlEvents } from './sql/events.ts'
import { sqlFilters } from './sql/filters.ts'
import { sqlHolds } from './sql/holds.ts'
import { sqlFleet } from './sql/fleet.ts'
import { sqlMachines } from './sql/machines/machines.ts'
import { profilesOf } from './sql/machines/profiles.ts'
import { sqlKnownExploited } from './sql/save-known-exploited.ts'
import { sqlImports } from './sql/undo.ts'
import { sqlLab } from './sql/lab.ts'
import { sqlChannels } from './sql/notices/channels.ts'
import { sqlSubscriptions } from './sql/notices/subscriptions.ts'
import { sqlOutbox, takeOver } from './sql/outbox/outbox.ts'
import { sqlPlans } from './sql/plans.ts'
import { sqlPrivateFeeds } from './sql/private-feeds.ts'
import { migrationsFor } from './sql/migrations/migrations.ts'
import { takeOverVersion01 } from './sql/migrations/version-0-1.ts'
import { sqlRevisions } from './sql/revisions.ts'
import { sqlSearch } from './sql/search.ts'
import { sqlSignals } from './sql/signals.ts'
import { sqlRuns } from './sql/runs.ts'
import { sqlReferences } from './sql/references.ts'
import { sqlSources } from './sql/sources.ts'
import type { Access } from './sql/tables.ts'
import { sqlTeams } from './sql/teams.ts'
import { sqlTriage } from './sql/triage.ts'
import { sqlWeekly } from './sql/weekly.ts'
import type { Store } from './store.ts'

/**
 * Brings the schema of a database to a migration, or to the last one.
 *
 * @throws StoreUnavailable saying why it cannot, and what to do
 */
export async function migrate<T>({ db, types }: { db: Kysely<T>; types: Engine['types'] }, to?: string) {
  const migrations = migrationsFor(types)
  const applied = await takeOverVersion01(db, types)
  const strange = applied.find((name) => !(name in migrations))
  if (strange !== undefined)
    throw new StoreUnavailable(
      `the database is of a newer version of HotFix Report (${strange} is not known here); use that one`,
    )
  // Kysely looks through all tables before it finds that there is nothing to do.
  if (to === undefined && applied.length === Object.keys(migrations).length) return
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error }: MigrationResultSet = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to))
  if (error !== undefined)
    throw new StoreUnavailable(`the database could not be brought up to date: ${whyNot(error)}`, { cause: error })
}

/** Why a migration failed, and what to do where it is the rights of the database's user (PostgreSQL, appendix A). */
function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : null
  if (code === '42501')
    return `${error.message}; let its owner run: grant create, usage on schema public to the user of DATABASE_URL`
  if (code === '25006') return `${error.message}: it is read-only; give the address of the primary in DATABASE_URL`
  return sqliteTrouble(error) ?? error.message
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
  if (engine.isAlone) await takeOver(engine.db)
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const told of listeners) told()
  }
  const inTurn = oneByOne()
  /** Whether the last write found the database unusable: reading may go on all the same. */
  let isStuck = false
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
      ).catch((error: unknown) => {
        isStuck = isPassing(error)
        throw error
      })
      isStuck = false
      if (how !== 'quietly') tell()
      return result
    },
  }
  await engine.listen(tell)
  const profiles = profilesOf(access.db)
  return {
    ...sqlBulletins(access),
    ...sqlRevisions(access),
    ...sqlKnownExploited(access),
    imports: sqlImports(access),
    filters: sqlFilters(access),
    board: { ...sqlTalk(access), ...sqlFieldReports(access), ...sqlWatches(access), ...sqlConcerning(access) },
    backups: sqlBackups(access),
    teams: sqlTeams(access),
    channels: sqlChannels(access),
    subscriptions: sqlSubscriptions(access),
    search: sqlSearch(access, engine.types.grams),
    references: sqlReferences(access),
    privateFeeds: sqlPrivateFeeds(access),
    calendars: sqlCalendars(access),
    sources: sqlSources(access),
    triage: sqlTriage(access),
    due: { ...sqlDue(access), ...sqlDueDays(access) },
    changes: sqlChanges(access),
    access: { ...sqlPeople(access), ...sqlSessions(access), ...sqlTokens(access), ...sqlLog(access) },
    lab: sqlLab(access),
    fleet: sqlFleet(access, profiles.lines),
    machines: sqlMachines(access, profiles),
    holds: sqlHolds(access),
    plans: sqlPlans(access),
    outbox: sqlOutbox(access),
    runs: sqlRuns(access),
    signals: sqlSignals(access),
    weekly: sqlWeekly(access),
    events: sqlEvents(access, (told) => {
      listeners.add(told)
      return () => listeners.delete(told)
    }),
    async check() {
      await engine.check()
      const last = await engine.reader
        .selectFrom('event')
        .select('id')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      // After a write that failed only another one tells whether writing works again.
      if (isStuck && last !== undefined)
        await access.write(
          (tx) =>
            tx
              .updateTable('event')
              .set((eb) => ({ at: eb.ref('at') }))
              .where('id', '=', last.id)
              .execute(),
          'quietly',
        )
    },
    close: engine.close,
  }
}
