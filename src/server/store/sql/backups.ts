import type { Selectable } from 'kysely'
import type { BackupResult, BackupRun } from '../../../domain/backups/schedule.ts'
import type { BackupStore } from '../backups.ts'
import type { Access, Reader, Tables } from './tables.ts'

const asRun = ({
  id,
  began_at,
  file,
  asked_by,
  leased_until,
  result,
}: Selectable<Tables['backup_run']>): BackupRun => ({
  id,
  beganAt: began_at,
  file,
  askedBy: asked_by,
  leasedUntil: leased_until,
  // We wrote it ourselves.
  result: result === null ? null : (JSON.parse(result) as BackupResult),
})

const allRuns = async (db: Reader): Promise<BackupRun[]> =>
  (await db.selectFrom('backup_run').selectAll().orderBy('id', 'desc').execute()).map(asRun)

/** Backups on a schedule, in a database. No page shows them as they happen, and none of it is an event: a backup has no backups. */
export const sqlBackups = ({ db, single, write, now }: Access): BackupStore => ({
  runs: () => allRuns(db),
  begin: ({ file, askedBy, leasedUntil, isDue }) =>
    write(async (tx) => {
      if (!isDue(await allRuns(tx))) return null
      const row = await tx
        .insertInto('backup_run')
        .values({ began_at: now().toISOString(), file, asked_by: askedBy, leased_until: leasedUntil, result: null })
        .returningAll()
        .executeTakeFirstOrThrow()
      return asRun(row)
    }, 'quietly'),
  async hold(id, leasedUntil) {
    await single.updateTable('backup_run').set({ leased_until: leasedUntil }).where('id', '=', id).execute()
  },
  async end(id, result) {
    await single
      .updateTable('backup_run')
      .set({ result: JSON.stringify(result) })
      .where('id', '=', id)
      .execute()
  },
  async forget(id) {
    await single.deleteFrom('backup_run').where('id', '=', id).execute()
  },
})
