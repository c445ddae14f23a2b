import type { Selectable } from 'kysely'
import type { Bulletin } from '../../../contract/bulletin.ts'
import type { Change } from '../../../contract/changes.ts'
import { SettledIssue, IssueResolution, TestRecord, type RecordedTest } from '../../../contract/lab.ts'
import { isDecisive } from '../../../domain/decision/decision.ts'
import { isOpenIssue } from '../../../domain/lab/issues.ts'
import { nothingRecorded, withRecorded, type Recorded } from '../../../domain/lab/recorded.ts'
import { omitting } from '../../../domain/revisions/changed/meaning.ts'
import { issueCounts, storedSummary, type StoredSummary } from '../../../domain/bulletin/summary.ts'
import type { LabStore } from '../lab.ts'
import { currentChecklist, putChecklist } from './checklist.ts'
import { eventsOf } from './events.ts'
import { presentOf } from './present-platforms.ts'
import { appendOnce, findByIdempotencyKey, lastEvent, noteChanges, record, type NewEvent } from './recording.ts'
import type { Access, Reader, Tables, Tx } from './tables.ts'
import { bulletinExists } from './bulletin-exists.ts'
import { bulletinIn } from '../../../domain/bulletin/json.ts'

const Said = SettledIssue.pick({ issue: true, why: true })

type Row = Selectable<Tables['event']>

/** Under these topics is what the lab has seen, and what was said of issues. */
const recordedTopics = ['lab', 'issues'] as const

function asResult({ id, at, actor: by, bulletin_id, detail }: Row): RecordedTest {
  return { id, at, by, bulletin: bulletin_id ?? '', ...TestRecord.parse(JSON.parse(detail ?? 'null')) }
}

function asSettlement({ at, actor: by, action, detail }: Row): SettledIssue {
  const { issue, why } = Said.parse(JSON.parse(detail ?? 'null'))
  return { issue, by, at, state: IssueResolution.shape.state.parse(action), why }
}

/** What is on record, by its bulletin; platforms by their ids of now. */
async function recordedIn(tx: Reader, rows: readonly Row[]): Promise<Map<string, Recorded>> {
  const results = rows.filter(({ topic }) => topic === 'lab').map(asResult)
  const present = await presentOf(
    tx,
    results.map(({ platform }) => platform),
  )
  const ofEach = Map.groupBy(results, ({ bulletin }) => bulletin)
  return new Map(
    Array.from(
      Map.groupBy(rows, ({ bulletin_id }) => bulletin_id ?? ''),
      ([bulletin, own]) => [
        bulletin,
        {
          results: (ofEach.get(bulletin) ?? []).map((each) => ({ ...each, platform: present(each.platform) })),
          settlements: own.filter(({ topic }) => topic === 'issues').map(asSettlement),
        },
      ],
    ),
  )
}

/** What is on record of a bulletin, oldest first. */
export async function recordedOf(tx: Reader, bulletin: string): Promise<Recorded> {
  const rows = await tx
    .selectFrom('event')
    .selectAll()
    .where('bulletin_id', '=', bulletin)
    .where('topic', 'in', recordedTopics)
    .orderBy('id')
    .execute()
  return (await recordedIn(tx, rows)).get(bulletin) ?? nothingRecorded
}

/** A bulletin as its publisher tells it; null where there is none. */
async function documentOf(tx: Tx, bulletin: string): Promise<Bulletin | null> {
  const row = await tx
    .selectFrom('bulletin_document')
    .select('document')
    .where('bulletin_id', '=', bulletin)
    .executeTakeFirst()
  return row === undefined ? null : bulletinIn(row.document)
}

async function putSummary(tx: Tx, document: Bulletin, recorded: Recorded): Promise<void> {
  const row = tx.selectFrom('bulletin').select('summary').where('id', '=', document.id)
  const { summary } = await row.executeTakeFirstOrThrow()
  // All else is as it was: what the publisher alone says cannot be told from the document.
  const bulletin = withRecorded(document, recorded)
  const { tests } = storedSummary(bulletin)
  const kept = omitting(JSON.parse(summary) as StoredSummary, 'unreadIssues')
  const now: StoredSummary = { ...kept, tests, ...issueCounts(bulletin.knownIssues) }
  await tx
    .updateTable('bulletin')
    // Its event is the last one.
    .set({ summary: JSON.stringify(now), changed: await lastEvent(tx) })
    .where('id', '=', document.id)
    .execute()
}

/** Notes that there is a workaround for an issue of the lab now. */
async function noteWorkaround(
  tx: Tx,
  { at, who }: { at: string; who: string },
  bulletin: string,
  results: readonly RecordedTest[],
  { corrects, knownIssue }: TestRecord,
): Promise<void> {
  const before = results.find(({ id }) => id === corrects)?.knownIssue ?? null
  if (before === null || knownIssue === null) return
  if (before.workaround.trim() !== '' || knownIssue.workaround.trim() === '') return
  const change: Change = { kind: 'known-issue-workaround', of: [knownIssue.title] }
  await noteChanges(tx, { at, who, document: null, by: 'person' }, new Map([[bulletin, [change]]]))
}

/** What is on record, in a database: it is events, and the summary of their bulletin counts it. */
export const sqlLab = ({ db, write, now }: Access): LabStore => ({
  checklist: () => currentChecklist(db),
  setChecklist: (version, points, who) =>
    write((tx) => putChecklist(tx, now().toISOString(), { version, points, who })),
  results: async (bulletin) => [...(await recordedOf(db, bulletin)).results],
  recorded: (bulletin) => recordedOf(db, bulletin),
  async all() {
    const rows = await db.selectFrom('event').selectAll().where('topic', 'in', recordedTopics).orderBy('id').execute()
    return recordedIn(db, rows)
  },
  record: (bulletin, given, who, key) =>
    write(async (tx) => {
      const document = await documentOf(tx, bulletin)
      if (document === null) return { outcome: 'missing' }
      const { results, settlements } = await recordedOf(tx, bulletin)
      const what = given.corrects === null ? 'recorded' : 'corrected'
      const event: NewEvent = { who, topic: 'lab', what, bulletin, detail: given, key }
      const made = await findByIdempotencyKey(tx, event)
      const same = results.find(({ id }) => id === made)
      if (same !== undefined) return { outcome: 'recorded', result: same }
      if (given.corrects !== null) {
        if (!results.some(({ id }) => id === given.corrects)) return { outcome: 'not-there' }
        if (results.some(({ corrects }) => corrects === given.corrects)) return { outcome: 'corrected' }
      }
      const at = now().toISOString()
      const numbers = await record(tx, at, [event])
      if (given.corrects !== null) await noteWorkaround(tx, { at, who }, bulletin, results, given)
      const result: RecordedTest = { id: numbers.get(bulletin) ?? 0, bulletin, by: who, at, ...given }
      await putSummary(tx, document, { results: [...results, result], settlements })
      return { outcome: 'recorded', result }
    }),
  setIssueState: (bulletin, id, { state, why }, who, key) =>
    write(async (tx) => {
      const document = await documentOf(tx, bulletin)
      if (document === null) return { outcome: 'missing' }
      const issue = withRecorded(document, await recordedOf(tx, bulletin)).knownIssues.find((each) => each.id === id)
      if (issue === undefined) return { outcome: 'not-there' }
      const detail = { issue: id, title: issue.title, why }
      const event: NewEvent = { who, topic: 'issues', what: state, bulletin, detail, key }
      if ((await findByIdempotencyKey(tx, event)) !== null) return { outcome: 'done' }
      if (isOpenIssue(issue) === (state === 'reopened'))
        return { outcome: 'settled', by: (issue.resolved ?? issue.reopened)?.by ?? null }
      await record(tx, now().toISOString(), [event])
      await putSummary(tx, document, await recordedOf(tx, bulletin))
      return { outcome: 'done' }
    }),
  decide: (bulletin, { verdict, note, seen, basis }, who, key) =>
    write(async (tx) => {
      if (!(await bulletinExists(tx, bulletin))) return { outcome: 'missing' }
      const event: NewEvent = { who, topic: 'decision', what: verdict, bulletin, detail: { note, basis }, key }
      const made = await findByIdempotencyKey(tx, event)
      if (made !== null) return { outcome: 'decided', id: made }
      const events = (await eventsOf(tx, bulletin)).filter(({ id, topic }) => id > seen && isDecisive(topic))
      if (events.length > 0) return { outcome: 'unseen', events }
      return { outcome: 'decided', id: await appendOnce(tx, now().toISOString(), event) }
    }),
})
