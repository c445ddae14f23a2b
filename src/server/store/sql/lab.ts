import type { Kysely, Selectable } from 'kysely'
import { Bulletin } from '../../../contract/bulletin.ts'
import { TestRecord, type RecordedTest } from '../../../contract/lab.ts'
import { isDecisive } from '../../../domain/lab/decision.ts'
import { withRecorded } from '../../../domain/lab/recorded.ts'
import { summarise } from '../../../domain/summary.ts'
import type { LabStore } from '../lab.ts'
import { eventsOf } from './events.ts'
import { madeBefore, record, type NewEvent } from './recording.ts'
import type { Access, Tables } from './tables.ts'
import { isThere } from './there.ts'

function asResult({ id, at, who: by, bulletin_id, detail }: Selectable<Tables['event']>): RecordedTest {
  return { id, at, by, bulletin: bulletin_id ?? '', ...TestRecord.parse(JSON.parse(detail ?? 'null')) }
}

/** What the lab has recorded of a bulletin, the first first. */
export async function recordedOf(tx: Kysely<Tables>, bulletin: string): Promise<RecordedTest[]> {
  const rows = await tx
    .selectFrom('event')
    .selectAll()
    .where('bulletin_id', '=', bulletin)
    .where('topic', '=', 'lab')
    .orderBy('id')
    .execute()
  return rows.map(asResult)
}

/** The lab's results, in a database: they are events, and the summary of their bulletin counts them. */
export const sqlLab = ({ db, write, now }: Access): LabStore => ({
  results: (bulletin) => recordedOf(db, bulletin),
  async all() {
    const rows = await db.selectFrom('event').selectAll().where('topic', '=', 'lab').orderBy('id').execute()
    return Map.groupBy(rows.map(asResult), ({ bulletin }) => bulletin)
  },
  record: (bulletin, given, who, key) =>
    write(async (tx) => {
      const row = await tx
        .selectFrom('bulletin_document')
        .select('document')
        .where('bulletin_id', '=', bulletin)
        .executeTakeFirst()
      if (row === undefined) return { outcome: 'missing' }
      const before = await recordedOf(tx, bulletin)
      const what = given.corrects === null ? 'recorded' : 'corrected'
      const event: NewEvent = { who, topic: 'lab', what, bulletin, detail: given, key }
      const made = await madeBefore(tx, event)
      const same = before.find(({ id }) => id === made)
      if (same !== undefined) return { outcome: 'recorded', result: same }
      if (given.corrects !== null) {
        if (!before.some(({ id }) => id === given.corrects)) return { outcome: 'not-there' }
        if (before.some(({ corrects }) => corrects === given.corrects)) return { outcome: 'corrected' }
      }
      const at = now().toISOString()
      const numbers = await record(tx, at, [event])
      const result: RecordedTest = { id: numbers.get(bulletin) ?? 0, bulletin, by: who, at, ...given }
      const whole = withRecorded(Bulletin.parse(JSON.parse(row.document)), [...before, result])
      await tx
        .updateTable('bulletin')
        .set({ summary: JSON.stringify(summarise(whole)) })
        .where('id', '=', bulletin)
        .execute()
      return { outcome: 'recorded', result }
    }),
  decide: (bulletin, { verdict, note, seen, basis }, who, key) =>
    write(async (tx) => {
      if (!(await isThere(tx, bulletin))) return { outcome: 'missing' }
      const event: NewEvent = { who, topic: 'decision', what: verdict, bulletin, detail: { note, basis }, key }
      if ((await madeBefore(tx, event)) !== null) return { outcome: 'decided' }
      const events = (await eventsOf(tx, bulletin)).filter(({ id, topic }) => id > seen && isDecisive(topic))
      if (events.length > 0) return { outcome: 'unseen', events }
      await record(tx, now().toISOString(), [event])
      return { outcome: 'decided' }
    }),
})
