import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Kysely } from 'kysely'
import { Bulletin } from '../../../contract/bulletin.ts'
import type { Change } from '../../../contract/history.ts'
import type { Saved } from '../../../contract/imports.ts'
import { Platform } from '../../../contract/platform.ts'
import { IndexRow } from '../../../contract/summary.ts'
import { withRecorded } from '../../../domain/lab/recorded.ts'
import type { KnownExploited } from '../../../domain/revisions/known-exploited.ts'
import { summarise } from '../../../domain/summary.ts'
import { remade, revised, sourceOf, type Revised } from '../revise.ts'
import type { BulletinStore } from '../store.ts'
import { inBatches, lastOf, record } from './events.ts'
import { recordedOf } from './lab.ts'
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

async function knownExploited(tx: Kysely<Tables>): Promise<Map<string, KnownExploited>> {
  const rows = await tx.selectFrom('known_exploited').selectAll().execute()
  return new Map(rows.map(({ cve, entry }) => [cve, JSON.parse(entry) as KnownExploited]))
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

/** The bulletins that speak of any of these CVEs. Thousands are looked through by their summaries: few have changed. */
async function bulletinsOf(tx: Kysely<Tables>, cves: ReadonlySet<string>): Promise<string[]> {
  if (cves.size === 0) return []
  const rows = await tx.selectFrom('bulletin').selectAll().orderBy('id').execute()
  // Every summary was made from a bulletin that was checked.
  const flawsOf = (summary: string) => (JSON.parse(summary) as Pick<IndexRow, 'vulnerabilities'>).vulnerabilities
  return rows.flatMap(({ id, summary }) => (flawsOf(summary).some(({ cve }) => cves.has(cve ?? '')) ? [id] : []))
}

/** Lets the requests of others have their turn in the middle of much work. */
const others = () => setImmediate()

/** Documents read at a time, where all are wanted. */
const pageSize = 200

/** The bulletins, in a database. */
export function sqlBulletins({ db, write, now }: Access): BulletinStore {
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
    async summaries() {
      const rows = await db.selectFrom('bulletin').select('summary').orderBy('id').execute()
      const summaries: IndexRow[] = []
      for (const batch of inBatches(rows)) {
        summaries.push(...batch.map(({ summary }) => IndexRow.parse(JSON.parse(summary))))
        await others()
      }
      return summaries
    },
    async *bulletins() {
      let last = ''
      for (;;) {
        const page = await db
          .selectFrom('bulletin_document')
          .selectAll()
          .where('bulletin_id', '>', last)
          .orderBy('bulletin_id')
          .limit(pageSize)
          .execute()
        for (const { document } of page) yield Bulletin.parse(JSON.parse(document))
        await others()
        const end = page.at(-1)
        if (end === undefined) return
        last = end.bulletin_id
      }
    },
    async find(id) {
      const row = await db
        .selectFrom('bulletin_document')
        .select('document')
        .where('bulletin_id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : Bulletin.parse(JSON.parse(row.document))
    },
    async platforms() {
      const rows = await db.selectFrom('platform').select('document').orderBy('position').execute()
      return rows.map(({ document }) => Platform.parse(JSON.parse(document)))
    },
    version: () => lastOf(db, ['bulletins', 'lab']),
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
        const [before, catalogue] = [await knownExploited(tx), new Map(entries.map((entry) => [entry.cve, entry]))]
        const changed = new Set(
          [...before.keys(), ...catalogue.keys()].filter(
            (cve) => !isDeepStrictEqual(before.get(cve), catalogue.get(cve)),
          ),
        )
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
    async history(id) {
      const rows = await db
        .selectFrom('replaced')
        .selectAll()
        .where('bulletin_id', '=', id)
        .orderBy('id', 'desc')
        .execute()
      return rows.map(({ until, document, changes }) => ({
        until,
        bulletin: Bulletin.parse(JSON.parse(document)),
        changes: JSON.parse(changes) as Change[],
      }))
    },
  }
}
