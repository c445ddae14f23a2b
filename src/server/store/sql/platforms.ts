/** The platforms that documents name. */
import { sql } from 'kysely'
import { Platform, type PlatformId } from '../../../contract/platform.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import { pagesAfter } from './pages.ts'
import { inBatches } from './recording.ts'
import { eachSummary } from './summaries.ts'
import type { Reader, Tx } from './tables.ts'

/** What is on file of a platform, with what a document adds: who makes it, and ids that it went by. Null where that is nothing. */
function completed(known: Platform, given: Platform): Platform | null {
  const formerIds = [...new Set([...(known.formerIds ?? []), ...(given.formerIds ?? [])])].filter(
    (former) => former !== known.id,
  )
  const vendor = known.vendor ?? given.vendor
  if (vendor === known.vendor && formerIds.length === (known.formerIds ?? []).length) return null
  return { ...known, ...(vendor !== undefined && { vendor }), ...(formerIds.length > 0 && { formerIds }) }
}

/** Each platform once, with all that is said of it. */
function withoutTwins(platforms: readonly Platform[]): Platform[] {
  const given = new Map<PlatformId, Platform>()
  for (const platform of platforms) {
    const same = given.get(platform.id)
    given.set(platform.id, (same && completed(same, platform)) ?? same ?? platform)
  }
  return [...given.values()]
}

async function keepFormerIds(tx: Tx, platforms: readonly Platform[]): Promise<void> {
  const rows = platforms.flatMap(({ id, formerIds = [] }) =>
    formerIds.map((former) => ({ former_id: former, platform_id: id })),
  )
  for (const batch of inBatches(rows))
    await tx
      .insertInto('former_platform')
      .values(batch)
      .onConflict((conflict) => conflict.columns(['former_id', 'platform_id']).doNothing())
      .execute()
}

/**
 * Adds the platforms that are new, behind those that are there, and to those that are there what is known of them only
 * now; tells whether there was anything. However many are on file, only those that are given are looked for.
 */
export async function addPlatforms(tx: Tx, platforms: readonly Platform[]): Promise<boolean> {
  const { last } = await tx
    .selectFrom('platform')
    .select(({ fn }) => fn.max<number | null>('position').as('last'))
    .executeTakeFirstOrThrow()
  let position = last ?? -1
  let isNew = false
  for (const some of inBatches(platforms)) {
    const batch = withoutTwins(some)
    const ids = batch.map(({ id }) => id)
    const rows = await tx.selectFrom('platform').select(['id', 'document']).where('id', 'in', ids).execute()
    const known = new Map(rows.map(({ id, document }) => [id, Platform.parse(JSON.parse(document))]))
    const fresh = batch.filter(({ id }) => !known.has(id))
    if (fresh.length > 0)
      await tx
        .insertInto('platform')
        .values(
          fresh.map((platform) => ({ id: platform.id, position: ++position, document: JSON.stringify(platform) })),
        )
        .execute()
    const changed = batch.flatMap((platform) => {
      const before = known.get(platform.id)
      return (before && completed(before, platform)) ?? []
    })
    for (const platform of changed)
      await tx
        .updateTable('platform')
        .set({ document: JSON.stringify(platform) })
        .where('id', '=', platform.id)
        .execute()
    await keepFormerIds(tx, [...fresh, ...changed])
    isNew ||= fresh.length + changed.length > 0
    await yieldToEventLoop()
  }
  return isNew
}

const platformsAtOnce = 2000

/** All platforms in reading order: however many there are, others have their turn in between. */
export async function allPlatforms(db: Reader): Promise<Platform[]> {
  const platforms: Platform[] = []
  const rows = db.selectFrom('platform').selectAll().orderBy('position').orderBy('id').limit(platformsAtOnce)
  const readAfter = ({ position, id }: { position: number; id: string }) =>
    rows.where(sql<boolean>`(position, id) > (${position}, ${id})`).execute()
  for await (const page of pagesAfter({ position: -1, id: '' }, readAfter, (end) => end))
    for (const { document } of page) platforms.push(Platform.parse(JSON.parse(document)))
  return platforms
}

/** The platforms of these ids that are on file, in reading order. */
export async function platformsOf(db: Reader, ids: ReadonlySet<PlatformId>): Promise<Platform[]> {
  const placed: { position: number; platform: Platform }[] = []
  for (const batch of inBatches([...ids])) {
    const rows = await db.selectFrom('platform').selectAll().where('id', 'in', batch).execute()
    for (const { position, document } of rows) placed.push({ position, platform: Platform.parse(JSON.parse(document)) })
    await yieldToEventLoop()
  }
  return placed.toSorted((a, b) => a.position - b.position).map(({ platform }) => platform)
}

/** What the team has written down of its own: fleet and lab name platforms. */
async function namedByTheTeam(tx: Tx): Promise<string> {
  const lab = await tx.selectFrom('event').select('detail').where('topic', '=', 'lab').execute()
  const fleet = await tx
    .selectFrom('event')
    .select('detail')
    .where('topic', '=', 'fleet')
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  return [...lab, ...fleet].map(({ detail }) => detail).join('\n')
}

/** Of these platforms, takes out those that no bulletin on file and nobody of the team names any more. */
export async function dropUnused(tx: Tx, ids: readonly PlatformId[]): Promise<void> {
  const unused = new Set(ids)
  if (unused.size === 0) return
  const named = await namedByTheTeam(tx)
  for (const id of unused) if (named.includes(JSON.stringify(id))) unused.delete(id)
  for await (const { summary } of eachSummary(tx)) for (const { platform } of summary.platforms) unused.delete(platform)
  for (const batch of inBatches([...unused])) await tx.deleteFrom('platform').where('id', 'in', batch).execute()
}
