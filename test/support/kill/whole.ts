/** Whether what is in a database fits together: what is written in several places is in all of them, or in none. */
import { isDeepStrictEqual } from 'node:util'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import { SettledIssue, IssueResolution, TestRecord, type RecordedTest } from '../../../src/contract/lab.ts'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import { TriageState } from '../../../src/contract/triage.ts'
import { PlanEvent } from '../../../src/domain/plans/events.ts'
import { replayed } from '../../../src/domain/plans/replay.ts'
import { canonical } from '../../../src/domain/revisions/canonical.ts'
import { withRecorded } from '../../../src/domain/lab/recorded.ts'
import { changesBetween } from '../../../src/domain/revisions/changes.ts'
import type { KnownExploited } from '../../../src/domain/revisions/known-exploited.ts'
import { storedSummary } from '../../../src/domain/bulletin/summary.ts'
import { remade } from '../../../src/server/store/revise.ts'
import type { Rows } from './tables.ts'
import { bulletinIn } from '../../../src/domain/bulletin/json.ts'

/** What the events so far add up to. */
export type Standing = {
  known: { events: number; replaced: number }
  triage: Map<string, { version: number; at: string; by: string; state: TriageState }>
  results: Map<string, RecordedTest[]>
  settlements: Map<string, SettledIssue[]>
  documents: Map<string, Bulletin>
  rollouts: { measured: Set<number>; withdrawn: Set<number> }
  plans: Map<number, PlanEvent[]>
}

export const nothingYet = (): Standing => ({
  known: { events: 0, replaced: 0 },
  triage: new Map(),
  results: new Map(),
  settlements: new Map(),
  documents: new Map(),
  rollouts: { measured: new Set(), withdrawn: new Set() },
  plans: new Map(),
})

type Event = Rows['events'][number]

const read = ({ detail }: Event): unknown => JSON.parse(detail ?? 'null')

/** Every state follows from the one before. */
function* replayTriage({ triage }: Standing, event: Event) {
  const bulletin = event.bulletin_id ?? ''
  const { from, to } = read(event) as { from: unknown; to: unknown }
  if (!isDeepStrictEqual(from, triage.get(bulletin)?.state ?? defaultState))
    yield `event ${event.id} does not follow from the state of ${bulletin} before`
  triage.set(bulletin, { version: event.id, at: event.at, by: event.actor, state: TriageState.parse(to) })
}

/** What a correction corrects is there, and nothing else has corrected it. */
function* replayLab({ results }: Standing, event: Event) {
  const bulletin = event.bulletin_id ?? ''
  const before = results.get(bulletin) ?? []
  const record = TestRecord.parse(read(event))
  if (record.corrects !== null) {
    if (!before.some(({ id }) => id === record.corrects)) yield `result ${event.id} corrects one that is not there`
    if (before.some(({ corrects }) => corrects === record.corrects))
      yield `result ${record.corrects} is corrected twice`
  }
  results.set(bulletin, [...before, { id: event.id, bulletin, by: event.actor, at: event.at, ...record }])
}

/** An issue is resolved while it is open, and opened again while it is resolved. */
function* replayIssues({ settlements }: Standing, event: Event) {
  const bulletin = event.bulletin_id ?? ''
  const before = settlements.get(bulletin) ?? []
  const { issue, why } = SettledIssue.pick({ issue: true, why: true }).parse(read(event))
  const state = IssueResolution.shape.state.parse(event.action)
  if ((before.findLast((each) => each.issue === issue)?.state ?? 'reopened') === state)
    yield `issue ${issue} of ${bulletin} is ${state} twice`
  settlements.set(bulletin, [...before, { issue, by: event.actor, at: event.at, state, why }])
}

function* replayRollouts({ rollouts: { measured, withdrawn } }: Standing, event: Event) {
  if (event.action === 'measured') return void measured.add(event.id)
  const { of } = read(event) as { of: number }
  if (!measured.has(of) || withdrawn.has(of)) yield `event ${event.id} takes back rollout ${of}, which does not count`
  withdrawn.add(of)
}

function* replayPlans({ plans }: Standing, event: Event) {
  const { id, at, actor: who, action: what } = event
  const said = PlanEvent.parse({ id, at, who, what, detail: read(event) })
  const plan = said.what === 'created' ? id : said.detail.plan
  if (said.what !== 'created' && !plans.has(plan)) yield `event ${id} is of plan ${plan}, which is not there`
  plans.set(plan, [...(plans.get(plan) ?? []), said])
}

const replays: Partial<Record<Event['topic'], (standing: Standing, event: Event) => Iterable<string>>> = {
  triage: replayTriage,
  lab: replayLab,
  issues: replayIssues,
  rollouts: replayRollouts,
  plans: replayPlans,
}

/** Each state is the one of its last event. */
function* faultsOfStates({ triage }: Standing, rows: Rows['triage']) {
  const kept = new Map(
    rows.map(({ bulletin_id, state, version, at, by }) => [
      bulletin_id,
      { version, at, by, state: JSON.parse(state) as unknown },
    ]),
  )
  for (const id of new Set([...triage.keys(), ...kept.keys()]))
    if (!isDeepStrictEqual(kept.get(id), triage.get(id))) yield `the state of ${id} is not the one of its last event`
}

/** Each plan is what its events add up to, and the index over the log has them all. */
function* faultsOfPlans({ plans }: Standing, { plans: kept, planEvents }: Rows) {
  const contents = new Map(kept.map(({ id, content }) => [id, JSON.parse(content) as unknown]))
  for (const id of new Set([...plans.keys(), ...contents.keys()])) {
    const events = plans.get(id) ?? []
    const indexed = planEvents.filter(({ plan_id }) => plan_id === id).map(({ event_id }) => event_id)
    if (!isDeepStrictEqual(contents.get(id), JSON.parse(JSON.stringify(replayed(events)))))
      yield `plan ${id} is not what its events add up to`
    if (
      !isDeepStrictEqual(
        indexed.toSorted((a, b) => a - b),
        events.map((event) => event.id),
      )
    )
      yield `the index of plan ${id} has not its events`
  }
}

/** A bulletin is what its parts make, its summary is that of it and of what the lab has seen, and no version is missing. */
function* faultsOfBulletins(standing: Standing, { bulletins, documents, parts, replaced, exploited, events }: Rows) {
  const catalogue = new Map(exploited.map(({ cve, entry }) => [cve, JSON.parse(entry) as KnownExploited]))
  const documentOf = new Map(documents.map((row) => [row.bulletin_id, bulletinIn(row.document)]))
  for (const { id, summary } of bulletins) {
    const document = documentOf.get(id)
    const own = new Map(
      parts.filter(({ bulletin_id }) => bulletin_id === id).map(({ source, content }) => [source, bulletinIn(content)]),
    )
    if (document === undefined || own.size === 0) {
      yield `${id} has no ${document === undefined ? 'document' : 'part'}`
      continue
    }
    const { bulletin, said } = remade(null, own, catalogue)
    if (canonical(document) !== canonical(bulletin)) yield `${id} is not what its parts make`
    const recorded = { results: standing.results.get(id) ?? [], settlements: standing.settlements.get(id) ?? [] }
    const told = JSON.stringify(storedSummary(withRecorded(document, recorded), said))
    if (!isDeepStrictEqual(JSON.parse(summary), JSON.parse(told))) yield `the summary of ${id} is of another state`

    const before = standing.documents.get(id)
    const steps = replaced.filter(({ bulletin_id }) => bulletin_id === id)
    const versions = [...steps.map((step) => bulletinIn(step.document)), document]
    const [first = document] = versions
    if (before !== undefined && canonical(before) !== canonical(first)) yield `a version of ${id} is missing`
    for (const [at, { changes }] of steps.entries()) {
      const [from = document, to = document] = versions.slice(at, at + 2)
      if (!isDeepStrictEqual(JSON.parse(changes), changesBetween(from, to))) yield `what has changed of ${id} is wrong`
    }
    const happened = (what: string) =>
      events.filter((event) => event.topic === 'bulletins' && event.bulletin_id === id && event.action === what).length
    if (happened('updated') !== steps.length || happened('added') !== Number(before === undefined))
      yield `the versions of ${id} are not those of its events`
    standing.documents.set(id, document)
  }
}

/** Whether an event is something that a person has said. */
const isTalk = ({ topic, action, detail }: Event) =>
  (topic === 'discussion' && action === 'said') ||
  (topic === 'field-reports' && action !== 'taken-back') ||
  (topic === 'triage' && (detail ?? '').includes('"handover":'))

/** All that was said is in the index of talk, and nothing else. */
function* faultsOfTalk({ events, talk }: Rows) {
  const said = events.filter(isTalk).map(({ id }) => id)
  const indexed = talk.map(({ event_id }) => event_id)
  if (!isDeepStrictEqual(said.toSorted(byNumber), indexed.toSorted(byNumber)))
    yield `said in events ${said.join(' ')}, in the index of talk ${indexed.join(' ')}`
}

const byNumber = (a: number, b: number) => a - b

/** What does not fit, of what is new in a database; `standing` is brought up to it. */
export function* faultsInRows(standing: Standing, rows: Rows): Generator<string> {
  if (!isDeepStrictEqual(rows.known, standing.known)) yield 'something that was there before is not any more'
  standing.known = {
    events: rows.known.events + rows.events.length,
    replaced: rows.known.replaced + rows.replaced.length,
  }
  for (const event of rows.events) yield* replays[event.topic]?.(standing, event) ?? []
  yield* faultsOfStates(standing, rows.triage)
  yield* faultsOfBulletins(standing, rows)
  yield* faultsOfPlans(standing, rows)
  yield* faultsOfTalk(rows)
  if (!isDeepStrictEqual(rows.emptied.toSorted(), rows.takenBack.toSorted()))
    yield 'a text was taken back without an event, or the other way round'
}
