import { inOrder, KeptRun, KeptSettings, neverRun, type Seen, type SourceStore } from '../sources.ts'
import type { Access } from './tables.ts'

/** The watched addresses, in a database. */
export const sqlSources = ({ db }: Access): SourceStore => ({
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
  async add(id, given) {
    const added = await db
      .insertInto('source')
      .values({ id, settings: JSON.stringify(KeptSettings.parse(given)), run: JSON.stringify(neverRun) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    return added !== undefined
  },
  async set(id, given) {
    const settings = JSON.stringify(KeptSettings.parse(given))
    await db
      .insertInto('source')
      .values({ id, settings, run: JSON.stringify(neverRun) })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ settings }))
      .execute()
  },
  async ran(id, run) {
    await db
      .updateTable('source')
      .set({ run: JSON.stringify(KeptRun.parse(run)) })
      .where('id', '=', id)
      .execute()
  },
  async claim(id, dueAt, until) {
    const row = await db.selectFrom('source').select('run').where('id', '=', id).executeTakeFirst()
    const run = row && KeptRun.parse(JSON.parse(row.run))
    if (row === undefined || run?.nextRunAt !== dueAt) return false
    const { numUpdatedRows } = await db
      .updateTable('source')
      .set({ run: JSON.stringify({ ...run, nextRunAt: until }) })
      .where('id', '=', id)
      .where('run', '=', row.run)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },
  async remove(id) {
    await db.deleteFrom('source').where('id', '=', id).execute()
  },
  async seen(id) {
    const rows = await db.selectFrom('seen').selectAll().where('source_id', '=', id).execute()
    return new Map(
      rows.map(({ url, updated, etag, last_modified: lastModified }) => [
        url,
        { updated, validators: { etag, lastModified } },
      ]),
    )
  },
  async see(id, url, { updated, validators: { etag, lastModified } }: Seen) {
    const known = { updated, etag, last_modified: lastModified }
    await db
      .insertInto('seen')
      .values({ source_id: id, url, ...known })
      .onConflict((conflict) => conflict.columns(['source_id', 'url']).doUpdateSet(known))
      .execute()
  },
  async forget(id) {
    await db.deleteFrom('seen').where('source_id', '=', id).execute()
  },
})
