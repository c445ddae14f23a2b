import { Platform, type PlatformId } from '../../../contract/platform.ts'
import { platformOf } from '../../../feeds/platforms/product-name.ts'
import { inBatches } from '../../store/sql/recording.ts'
import { renamed } from './renamed.ts'
import type { Db } from '../../store/sql/tables.ts'

type Rename = ReadonlyMap<PlatformId, PlatformId>

/** The platforms that Microsoft's months name. */
async function ofMicrosoft(db: Db): Promise<Set<PlatformId>> {
  const ids = new Set<PlatformId>()
  const months = await db
    .selectFrom('bulletin_source')
    .select(['bulletin_id', 'source'])
    .where('source', 'like', 'msrc-cvrf %')
    .execute()
  for (const { bulletin_id, source } of months) {
    const { content } = await db
      .selectFrom('bulletin_source')
      .select('content')
      .where('bulletin_id', '=', bulletin_id)
      .where('source', '=', source)
      .executeTakeFirstOrThrow()
    // It was checked when it came in.
    for (const { platform } of (JSON.parse(content) as { platforms: { platform: string }[] }).platforms)
      ids.add(platform)
  }
  return ids
}

/** Puts the platforms of Microsoft under the ids that its names give now, and keeps what they were; gives old and new. */
async function renameRows(db: Db): Promise<Rename> {
  const rename = new Map<PlatformId, PlatformId>()
  const present = new Map<PlatformId, { position: number; platform: Platform }>()
  for (const batch of inBatches([...(await ofMicrosoft(db))])) {
    const rows = await db.selectFrom('platform').selectAll().where('id', 'in', batch).orderBy('position').execute()
    for (const { id, position, document } of rows) {
      const stored = Platform.parse(JSON.parse(document))
      const { label } = stored
      const now = platformOf({ name: label.en ?? id, path: [] })
      if (now.id === id || label.en === undefined) continue
      rename.set(id, now.id)
      const same = present.get(now.id)
      const formerIds = [...(same?.platform.formerIds ?? []), id]
      present.set(now.id, {
        position: Math.min(position, same?.position ?? position),
        platform: { ...now, label, supportEndsOn: stored.supportEndsOn, formerIds },
      })
    }
  }
  for (const batch of inBatches([...rename.keys()])) await db.deleteFrom('platform').where('id', 'in', batch).execute()
  for (const [id, { position, platform }] of present) {
    await db
      .insertInto('platform')
      .values({ id, position, document: JSON.stringify(platform) })
      // One that has the id already is it.
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    for (const former of platform.formerIds ?? [])
      await db.insertInto('former_platform').values({ former_id: former, platform_id: id }).execute()
  }
  return rename
}

/** Where bulletins and what changed of them are kept as JSON; summaries are made anew later. What the team has written down stays as it is: it is read by the ids of now. */
async function renameEverywhere(db: Db, rename: Rename): Promise<void> {
  for (const { id } of await db.selectFrom('bulletin').select('id').execute()) {
    const { document } = await db
      .selectFrom('bulletin_document')
      .select('document')
      .where('bulletin_id', '=', id)
      .executeTakeFirstOrThrow()
    await db
      .updateTable('bulletin_document')
      .set({ document: renamed(document, rename) })
      .where('bulletin_id', '=', id)
      .execute()
    for (const { source, content } of await db
      .selectFrom('bulletin_source')
      .selectAll()
      .where('bulletin_id', '=', id)
      .execute())
      await db
        .updateTable('bulletin_source')
        .set({ content: renamed(content, rename) })
        .where('bulletin_id', '=', id)
        .where('source', '=', source)
        .execute()
  }
  for (const { id } of await db.selectFrom('bulletin_revision').select('id').execute()) {
    const { document, changes } = await db
      .selectFrom('bulletin_revision')
      .select(['document', 'changes'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await db
      .updateTable('bulletin_revision')
      .set({ document: renamed(document, rename), changes: renamed(changes, rename) })
      .where('id', '=', id)
      .execute()
  }
}

/** Puts the platforms of Microsoft's months under the ids that their names give now, in every table. */
export async function renamePlatforms(db: Db): Promise<void> {
  const rename = await renameRows(db)
  if (rename.size > 0) await renameEverywhere(db, rename)
}
