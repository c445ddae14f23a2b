/** What bulletins were before. A list of versions reads columns: a bulletin may have hundreds of large versions. */
import type { Kysely, Migration } from 'kysely'
import * as z from 'zod'
import { Bulletin } from '../../../contract/bulletin.ts'
import { Change } from '../../../contract/changes.ts'
import type { Version } from '../../../contract/history.ts'
import type { Reader, Tables } from './tables.ts'

/** What of a bulletin a list of versions tells. */
const Dated = z.object({ updatedOn: z.string(), revision: z.string() })

const listedAtMost = 1000

/** The bulletin as it stands; null where it is not on file. */
export async function findBulletin(db: Reader, id: string): Promise<Bulletin | null> {
  const row = await db
    .selectFrom('bulletin_document')
    .select('document')
    .where('bulletin_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : Bulletin.parse(JSON.parse(row.document))
}

async function countReplaced(db: Reader, id: string): Promise<number> {
  const { count } = await db
    .selectFrom('replaced')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('bulletin_id', '=', id)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The versions of a bulletin, the current one first. What a replaced one changed is kept with the one before it. */
export async function versionsOf(db: Reader, id: string): Promise<Version[]> {
  const row = await db.selectFrom('bulletin').select('summary').where('id', '=', id).executeTakeFirst()
  if (row === undefined) return []
  const current = Dated.parse(JSON.parse(row.summary))
  const replaced = await db
    .selectFrom('replaced')
    .select(['until', 'updated_on', 'revision', 'changes'])
    .select(({ fn }) => fn.countAll<number | string>().over().as('count'))
    .where('bulletin_id', '=', id)
    .orderBy('id', 'desc')
    .limit(listedAtMost)
    .execute()
  const newest = Number(replaced[0]?.count ?? 0) + 1
  const dated = [{ until: null, updated_on: current.updatedOn, revision: current.revision }, ...replaced]
  return dated.map(({ until, updated_on: updatedOn, revision }, at) => ({
    number: newest - at,
    until,
    updatedOn,
    revision,
    changes: z.array(Change).parse(JSON.parse(replaced[at]?.changes ?? '[]')),
  }))
}

/** A bulletin as it is in one of its versions, of which the oldest is 1. */
export async function readVersion(db: Reader, id: string, number: number): Promise<Bulletin | null> {
  const row = await db
    .selectFrom('replaced')
    .select('document')
    .where('bulletin_id', '=', id)
    .orderBy('id')
    .offset(number - 1)
    .limit(1)
    .executeTakeFirst()
  if (row !== undefined) return Bulletin.parse(JSON.parse(row.document))
  return (await countReplaced(db, id)) === number - 1 ? findBulletin(db, id) : null
}

/** Keeps day and revision of a version beside it. One version at a time: there may be thousands, and large ones. */
export const datesOfVersions: Migration = {
  async up(db: Kysely<Tables>) {
    for (const column of ['updated_on', 'revision'] as const)
      await db.schema
        .alterTable('replaced')
        .addColumn(column, 'text', (definition) => definition.notNull().defaultTo(''))
        .execute()
    for (const { id } of await db.selectFrom('replaced').select('id').execute()) {
      const own = db.selectFrom('replaced').select('document').where('id', '=', id)
      const { updatedOn, revision } = Dated.parse(JSON.parse((await own.executeTakeFirstOrThrow()).document))
      await db.updateTable('replaced').set({ updated_on: updatedOn, revision }).where('id', '=', id).execute()
    }
  },
}
