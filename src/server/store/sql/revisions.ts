import type { Kysely } from 'kysely'
import { Bulletin } from '../../../contract/bulletin.ts'
import type { Saved } from '../../../contract/imports.ts'
import type { Platform } from '../../../contract/platform.ts'
import { withRecorded } from '../../../domain/lab/recorded.ts'
import { summarise } from '../../../domain/summary.ts'
import { remade, revised, sourceOf, type Revised } from '../revise.ts'
import type { BulletinStore } from '../store.ts'
import { inBatches, record } from './recording.ts'
import { bulletinsOf, changedIn, knownExploited } from './known-exploited.ts'
import { recordedOf } from './lab.ts'
import { others } from '../../others.ts'
import type { Access, Tables } from './tables.ts'

/** Adds the platforms that are new, behind those that are there; tells whether there were any. */
async function addPlatforms(tx: Kysely<Tables>, platforms: readonly Platform[]): Promise<boolean> {
  const known = await tx.selectFrom('platform').select(['id', 'position']).execute()
  const ids = new Set(known.map(({ id }) => id))
  const last = Math.max(-1, ...known.map(({ position }) => position))
  const fresh = new Map(platforms.filter(({ id }) => !ids.has(id)).map((platform) => [platform.id, platform]))
  for (const [at, platform] of [...fresh.values()].entries()) {
    await tx
      .insertInto('platform')
      .values({ id: platform.id, position: last + 1 + at, document: JSON.stringify(platform) })
      .execute()
  }
  return fresh.size > 0
}

/** A bulletin as it stands, and what each document says of it. */
async function readWhole(tx: Kysely<Tables>, id: string) {
  const row = await tx
    .selectFrom('bulletin_document')
    .select('document')
    .where('bulletin_id', '=', id)
    .executeTakeFirst()
  const parts = await tx.selectFrom('part').select('content').where('bulletin_id', '=', id).execute()
  return {
    stored: row === undefined ? null : Bulletin.parse(JSON.parse(row.document)),
    parts: parts.map(({ content }) => Bulletin.parse(JSON.parse(content))),
  }
}

/** What documents bring, in a database. */
export function sqlRevisions({ write, now }: Access): Pick<BulletinStore, 'seed' | 'save' | 'saveKnownExploited'> {
  /** Writes what has become of a bulletin: nothing where it is as it was. */
  async function put(
    tx: Kysely<Tables>,
    id: string,
    stored: Bulletin | null,
    { outcome, changes, parts, bulletin }: Revised,
    who: string,
  ): Promise<Saved> {
    const saved = { id, outcome, changes }
    if (outcome === 'older') return saved
    const at = now().toISOString()
    const summary = JSON.stringify(summarise(withRecorded(bulletin, await recordedOf(tx, id))))
    if (stored === null) {
      await tx.insertInto('bulletin').values({ id, summary }).execute()
      await tx
        .insertInto('bulletin_document')
        .values({ bulletin_id: id, document: JSON.stringify(bulletin) })
        .execute()
    } else if (outcome === 'updated') {
      await tx.updateTable('bulletin').set({ summary }).where('id', '=', id).execute()
      await tx
        .updateTable('bulletin_document')
        .set({ document: JSON.stringify(bulletin) })
        .where('bulletin_id', '=', id)
        .execute()
      await tx
        .insertInto('replaced')
        .values({ bulletin_id: id, until: at, document: JSON.stringify(stored), changes: JSON.stringify(changes) })
        .execute()
    }
    for (const part of parts) {
      const content = JSON.stringify(part)
      await tx
        .insertInto('part')
        .values({ bulletin_id: id, source: sourceOf(part), content })
        .onConflict((conflict) => conflict.columns(['bulletin_id', 'source']).doUpdateSet({ content }))
        .execute()
    }
    if (outcome !== 'unchanged')
      await record(tx, at, [{ who, topic: 'bulletins', what: outcome, bulletin: id, detail: null }])
    return saved
  }

  /** What is made from all bulletins changes with the platforms, too, even where no bulletin has changed. */
  async function notePlatforms(
    tx: Kysely<Tables>,
    isNew: boolean,
    saved: readonly Pick<Saved, 'outcome'>[],
    who: string,
  ) {
    if (!isNew || saved.some(({ outcome }) => outcome === 'added' || outcome === 'updated')) return
    const event = { at: now().toISOString(), who, topic: 'bulletins', what: 'platforms-added' } as const
    await tx
      .insertInto('event')
      .values({ ...event, bulletin_id: null, detail: null })
      .execute()
  }

  return {
    seed: (content) =>
      write(async (tx) => {
        const isNew = await addPlatforms(tx, content.platforms)
        const present = new Set((await tx.selectFrom('bulletin').select('id').execute()).map(({ id }) => id))
        const fresh = content.bulletins.filter(({ id }) => !present.has(id))
        const catalogue = await knownExploited(tx)
        const saved: Saved[] = []
        for (const bulletin of fresh)
          saved.push(
            await put(tx, bulletin.id, null, revised({ stored: null, parts: [] }, bulletin, catalogue), 'content'),
          )
        await notePlatforms(tx, isNew, saved, 'content')
        return { added: fresh.map(({ id }) => id) }
      }),
    save: (content, who) =>
      write(async (tx) => {
        const isNew = await addPlatforms(tx, content.platforms)
        const catalogue = await knownExploited(tx)
        const saved: Saved[] = []
        for (const incoming of content.bulletins) {
          const known = await readWhole(tx, incoming.id)
          saved.push(await put(tx, incoming.id, known.stored, revised(known, incoming, catalogue), who))
          await others()
        }
        await notePlatforms(tx, isNew, saved, who)
        return saved
      }),
    saveKnownExploited: (entries, who) =>
      write(async (tx) => {
        const catalogue = new Map(entries.map((entry) => [entry.cve, entry]))
        const changed = changedIn(await knownExploited(tx), catalogue)
        await tx.deleteFrom('known_exploited').execute()
        for (const batch of inBatches([...catalogue]))
          await tx
            .insertInto('known_exploited')
            .values(batch.map(([cve, entry]) => ({ cve, entry: JSON.stringify(entry) })))
            .execute()
        const saved: Saved[] = []
        for (const id of await bulletinsOf(tx, changed)) {
          const known = await readWhole(tx, id)
          saved.push(await put(tx, id, known.stored, remade(known, catalogue), who))
          await others()
        }
        return saved.filter(({ outcome }) => outcome === 'updated')
      }),
  }
}
