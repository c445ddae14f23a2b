/** What people saw outside the lab. */
import type { FieldReport } from '../../../../contract/field-reports.ts'
import { fieldReportsIn } from '../../../../domain/board/field-reports.ts'
import type { BoardStore } from '../../board.ts'
import { bulletinExists } from '../bulletin-exists.ts'
import { presentOf } from '../present-platforms.ts'
import { appendOnce, asEvent, record } from '../recording.ts'
import type { Access, Reader } from '../tables.ts'

/** The reports that count, oldest first, of one bulletin or all (null); platforms by their ids of now. */
async function fieldReports(db: Reader, bulletin: string | null): Promise<FieldReport[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('topic', '=', 'field-reports')
    .$if(bulletin !== null, (query) => query.where('bulletin_id', '=', bulletin))
    .orderBy('id')
    .execute()
  const reports = fieldReportsIn(rows.map(asEvent))
  const present = await presentOf(
    db,
    reports.flatMap(({ platform }) => platform ?? []),
  )
  return reports.map((report) => ({ ...report, platform: report.platform && present(report.platform) }))
}

/** Field reports, in a database: they are what the events add up to. */
export const sqlFieldReports = ({
  db,
  write,
  now,
}: Access): Pick<BoardStore, 'fieldReports' | 'report' | 'takeBackReport'> => ({
  fieldReports: (bulletin) => fieldReports(db, bulletin),
  report: (bulletin, { outcome, ...detail }, who, key) =>
    write(async (tx) => {
      if (!(await bulletinExists(tx, bulletin))) return null
      const at = now().toISOString()
      const id = await appendOnce(tx, at, { who, topic: 'field-reports', what: outcome, bulletin, detail, key })
      await tx
        .insertInto('talk')
        .values({ event_id: id, bulletin_id: bulletin, actor: who, kind: 'field-report', reply_to: null })
        .onConflict((conflict) => conflict.column('event_id').doNothing())
        .execute()
      return { id, at, by: who, bulletin, outcome, ...detail }
    }),
  takeBackReport: (id, who) =>
    write(async (tx) => {
      const row = await tx
        .selectFrom('event')
        .select('bulletin_id')
        .where('id', '=', id)
        .where('topic', '=', 'field-reports')
        .executeTakeFirst()
      const bulletin = row?.bulletin_id ?? null
      const report = bulletin === null ? undefined : (await fieldReports(tx, bulletin)).find((each) => each.id === id)
      if (bulletin === null || report === undefined) return 'missing'
      if (report.by !== who) return 'not-yours'
      const { platform, edition, machines, build } = report
      const left = JSON.stringify({ platform, edition, machines, build, text: '' })
      await tx.updateTable('event').set({ detail: left }).where('id', '=', id).execute()
      const taken = { who, topic: 'field-reports', what: 'taken-back', bulletin, detail: { of: id } } as const
      await record(tx, now().toISOString(), [taken])
      return 'done'
    }),
})
