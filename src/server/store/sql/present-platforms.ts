/** Platforms that the team has written down, by their ids of now. */
import type { PlatformId } from '../../../contract/platform.ts'
import { presentId } from '../../../domain/platforms/present.ts'
import { inBatches } from './recording.ts'
import type { Reader } from './tables.ts'

/** What there is of an id and below it: platforms of now, and those that went by it. */
async function knownOf(db: Reader, id: PlatformId) {
  // What lies below an id begins with it and a dot, behind which a slash comes next.
  const [from, to] = [`${id}.`, `${id}/`]
  const live = await db
    .selectFrom('platform')
    .select('id')
    .where((is) => is.or([is('id', '=', id), is.and([is('id', '>', from), is('id', '<', to)])]))
    .limit(1)
    .execute()
  const former = await db
    .selectFrom('former_platform')
    .selectAll()
    .where((is) => is.or([is('former_id', '=', id), is.and([is('former_id', '>', from), is('former_id', '<', to)])]))
    .execute()
  return [...live, ...former.map((row) => ({ id: row.platform_id, formerIds: [row.former_id] }))]
}

/** What each of these ids means now. */
export async function presentOf(db: Reader, ids: Iterable<PlatformId>): Promise<(id: PlatformId) => PlatformId> {
  const present = new Map<PlatformId, PlatformId>()
  const given = [...new Set(ids)]
  if (given.length === 0) return (id) => id
  const anyFormer = await db.selectFrom('former_platform').select('former_id').limit(1).executeTakeFirst()
  if (anyFormer === undefined) return (id) => id
  for (const batch of inBatches(given)) {
    const rows = await db.selectFrom('platform').select('id').where('id', 'in', batch).execute()
    const former = await db.selectFrom('former_platform').select('former_id').where('former_id', 'in', batch).execute()
    const asBefore = new Set(rows.map(({ id }) => id)).difference(new Set(former.map(({ former_id }) => former_id)))
    for (const id of batch) present.set(id, asBefore.has(id) ? id : presentId(id, await knownOf(db, id)))
  }
  return (id) => present.get(id) ?? id
}
