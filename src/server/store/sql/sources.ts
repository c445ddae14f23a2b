import { inOrder, KeptRun, KeptSettings, neverRun, type Seen, type SourceStore } from '../sources.ts'
import { note } from './access/log.ts'
import type { Access, Tx } from './tables.ts'

/** The watched addresses, in a database. */
export function sqlSources({ db, single, write, now }: Access): SourceStore {
  /** Writes down who has set what; nothing where nobody has. */
  async function noteSource(
    tx: Tx,
    what: 'source-added' | 'source-changed' | 'source-removed',
    who: string | undefined,
    detail: { source: string; title: string },
  ) {
    if (who !== undefined) await note(tx, now().toISOString(), { who, what, detail })
  }
  return {
    async list() {
      const rows = await db.selectFrom('source').selectAll().execute()
      return inOrder(
        rows.map(({ id, settings, run }) => ({
          id,
          ...KeptSettings.parse(JSON.parse(settings)),
          ...KeptRun.parse(JSON.parse(run)),
        })),
      )
    },
    async settingsOf(id) {
      const row = await db.selectFrom('source').select('settings').where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : KeptSettings.parse(JSON.parse(row.settings))
    },
    async takenIds() {
      const present = await db.selectFrom('source').select('id').execute()
      const former = await db.selectFrom('import').select('source_id').distinct().execute()
      return new Set([...present.map(({ id }) => id), ...former.flatMap(({ source_id }) => source_id ?? [])])
    },
    add: (id, given, who) =>
      write(async (tx) => {
        const added = await tx
          .insertInto('source')
          .values({ id, settings: JSON.stringify(KeptSettings.parse(given)), run: JSON.stringify(neverRun) })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .executeTakeFirst()
        if (added === undefined) return false
        await noteSource(tx, 'source-added', who, { source: id, title: given.title })
        return true
      }, 'quietly'),
    set: (id, given, who) =>
      write(async (tx) => {
        const settings = JSON.stringify(KeptSettings.parse(given))
        const row = await tx.selectFrom('source').select('settings').where('id', '=', id).executeTakeFirst()
        const known = row && KeptSettings.parse(JSON.parse(row.settings))
        if (known !== undefined && (known.url !== given.url || known.since !== given.since))
          await tx.deleteFrom('fetched_document').where('source_id', '=', id).execute()
        await tx
          .insertInto('source')
          .values({ id, settings, run: JSON.stringify(neverRun) })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ settings }))
          .execute()
        const what = known === undefined ? 'source-added' : 'source-changed'
        await noteSource(tx, what, who, { source: id, title: given.title })
      }, 'quietly'),
    async ran(id, run) {
      await single
        .updateTable('source')
        .set({ run: JSON.stringify(KeptRun.parse(run)) })
        .where('id', '=', id)
        .execute()
    },
    async claim(id, dueAt, until) {
      const row = await db.selectFrom('source').select('run').where('id', '=', id).executeTakeFirst()
      const run = row && KeptRun.parse(JSON.parse(row.run))
      if (row === undefined || run?.nextRunAt !== dueAt) return false
      const { numUpdatedRows } = await single
        .updateTable('source')
        .set({ run: JSON.stringify({ ...run, nextRunAt: until }) })
        .where('id', '=', id)
        .where('run', '=', row.run)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    remove: (id, who) =>
      write(async (tx) => {
        const gone = await tx.deleteFrom('source').where('id', '=', id).returning('settings').executeTakeFirst()
        if (gone === undefined) return
        const { title } = KeptSettings.parse(JSON.parse(gone.settings))
        await noteSource(tx, 'source-removed', who, { source: id, title })
      }, 'quietly'),
    async seen(id) {
      const rows = await db.selectFrom('fetched_document').selectAll().where('source_id', '=', id).execute()
      return new Map(
        rows.map(({ url, updated, etag, last_modified: lastModified, problem }) => [
          url,
          { updated, validators: { etag, lastModified }, problem },
        ]),
      )
    },
    async see(id, url, { updated, validators: { etag, lastModified }, problem }: Seen) {
      const known = { updated, etag, last_modified: lastModified, problem }
      await single
        .insertInto('fetched_document')
        .values({ source_id: id, url, ...known })
        .onConflict((conflict) => conflict.columns(['source_id', 'url']).doUpdateSet(known))
        .execute()
    },
  }
}
