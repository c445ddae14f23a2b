/** Looks into a database behind the back of the server that holds it. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, PostgresDialect, type Selectable } from 'kysely'
import pg from 'pg'
import * as z from 'zod'
import { databaseName, kyselyOn } from '../../../src/server/store/engines/sqlite.ts'
import type { Tables } from '../../../src/server/store/sql/tables.ts'

/** Where a server has its data: in PostgreSQL where an address is given. */
export type Place = { directory: string; address: string | undefined }

const open = ({ directory, address }: Place): Kysely<Tables> =>
  address === undefined
    ? kyselyOn(new DatabaseSync(join(directory, databaseName), { readOnly: true, timeout: 5000 }))
    : new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: address, max: 1 }) }) })

/** What only grows is read from here on: the last event and the last replaced version that were read before. */
export type Since = { event: number; replaced: number }

/** What a take-back says: of which text. */
const TakenBack = z.object({ of: z.int() })

type Row<T extends keyof Tables> = Selectable<Tables[T]>

/** One moment of a database; of what only grows, what is new, and how much of the rest there is. */
export type Rows = {
  events: Row<'event'>[]
  replaced: Row<'bulletin_revision'>[]
  known: { events: number; replaced: number }
  bulletins: Row<'bulletin'>[]
  documents: Row<'bulletin_document'>[]
  parts: Row<'bulletin_source'>[]
  exploited: Row<'known_exploited'>[]
  triage: Row<'triage'>[]
  sources: Row<'source'>[]
  plans: Row<'plan'>[]
  planEvents: Row<'plan_event'>[]
  talk: Row<'talk'>[]
  /** The numbers of all texts of which nothing is left, and those that take-backs name. */
  emptied: number[]
  takenBack: number[]
  /** The names of all machines, each for every report that is on file of it. */
  machines: string[]
  /** The same for every attempt on one. */
  attempts: string[]
}

export async function readRows(place: Place, since: Since): Promise<Rows> {
  const db = open(place)
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const count = async (table: 'event' | 'bulletin_revision', last: number) => {
          const { rows } = await tx
            .selectFrom(table)
            .select(({ fn }) => fn.countAll<string | number>().as('rows'))
            .where('id', '<=', last)
            .executeTakeFirstOrThrow()
          return Number(rows)
        }
        const discussion = tx.selectFrom('event').select(['id', 'detail']).where('topic', '=', 'discussion')
        const takeBacks = await discussion.where('action', '=', 'taken-back').execute()
        const emptied = await discussion.where('action', '=', 'said').where('detail', 'like', '{"text":null%').execute()
        const attempts = await tx
          .selectFrom('attempt')
          .innerJoin('machine', 'machine.id', 'attempt.machine_id')
          .select('machine.name')
          .execute()
        const machines = await tx
          .selectFrom('machine')
          .innerJoin('machine_report', 'machine_id', 'machine.id')
          .select('name')
          .execute()
        return {
          events: await tx.selectFrom('event').selectAll().where('id', '>', since.event).orderBy('id').execute(),
          replaced: await tx
            .selectFrom('bulletin_revision')
            .selectAll()
            .where('id', '>', since.replaced)
            .orderBy('id')
            .execute(),
          known: {
            events: await count('event', since.event),
            replaced: await count('bulletin_revision', since.replaced),
          },
          bulletins: await tx.selectFrom('bulletin').selectAll().execute(),
          documents: await tx.selectFrom('bulletin_document').selectAll().execute(),
          parts: await tx.selectFrom('bulletin_source').selectAll().execute(),
          exploited: await tx.selectFrom('known_exploited').selectAll().execute(),
          triage: await tx.selectFrom('triage').selectAll().execute(),
          sources: await tx.selectFrom('source').selectAll().execute(),
          plans: await tx.selectFrom('plan').selectAll().execute(),
          talk: await tx.selectFrom('talk').selectAll().where('event_id', '>', since.event).execute(),
          planEvents: await tx.selectFrom('plan_event').selectAll().execute(),
          emptied: emptied.map(({ id }) => id),
          machines: machines.map(({ name }) => name),
          attempts: attempts.map(({ name }) => name),
          takenBack: takeBacks.map(({ detail }) => TakenBack.parse(JSON.parse(detail ?? 'null')).of),
        }
      })
  } finally {
    await db.destroy()
  }
}
