/** What bulletins were before. A list of versions reads columns: a bulletin may have hundreds of large versions. */
import * as z from 'zod'
import type { Bulletin } from '../../../contract/bulletin.ts'
import { Change } from '../../../contract/changes.ts'
import type { Version } from '../../../contract/history.ts'
import type { Reader } from './tables.ts'
import { bulletinIn } from '../../../domain/bulletin/json.ts'

/** What of a bulletin a list of versions tells. */
export const Dated = z.object({ updatedOn: z.string(), revision: z.string() })

const maxListed = 1000

/** The present bulletin; null where it is not on file. */
export async function findBulletin(db: Reader, id: string): Promise<Bulletin | null> {
  const row = await db
    .selectFrom('bulletin_document')
    .select('document')
    .where('bulletin_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : bulletinIn(row.document)
}

async function countReplaced(db: Reader, id: string): Promise<number> {
  const { count } = await db
    .selectFrom('bulletin_revision')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('bulletin_id', '=', id)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The versions of a bulletin, the current one first. What a replaced one changed is kept with the one before it. */
export async function listVersions(db: Reader, id: string): Promise<Version[]> {
  const row = await db.selectFrom('bulletin').select('summary').where('id', '=', id).executeTakeFirst()
  if (row === undefined) return []
  const current = Dated.parse(JSON.parse(row.summary))
  const replaced = await db
    .selectFrom('bulletin_revision')
    .select(['until', 'updated_on', 'revision', 'changes'])
    .select(({ fn }) => fn.countAll<number | string>().over().as('count'))
    .where('bulletin_id', '=', id)
    .orderBy('id', 'desc')
    .limit(maxListed)
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
    .selectFrom('bulletin_revision')
    .select('document')
    .where('bulletin_id', '=', id)
    .orderBy('id')
    .offset(number - 1)
    .limit(1)
    .executeTakeFirst()
  if (row !== undefined) return bulletinIn(row.document)
  return (await countReplaced(db, id)) === number - 1 ? findBulletin(db, id) : null
}
