/** The record of a bulletin: its events, and beside what people set or signed what was known then. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { BulletinEvent } from '../../contract/events.ts'
import type { Version } from '../../contract/history.ts'
import type { RecordedTest, SettledIssue } from '../../contract/lab.ts'
import type { RecordEntry, RecordFacts, RecordStep } from '../../contract/record.ts'
import { handlingSteps } from '../../contract/report-words.ts'
import type { HandlingRow } from '../../contract/reports.ts'
import { sameName } from '../fleet/coverage.ts'
import { isUnread, openIn } from '../lab/issues.ts'
import { withRecorded } from '../lab/recorded.ts'

/** The version that was on file at a moment, of versions in any order; null where none was yet. */
export function versionAt(versions: readonly Pick<Version, 'number' | 'until'>[], at: string): number | null {
  const then = versions.filter(({ until }) => until === null || until > at).map(({ number }) => number)
  return then.toSorted((a, b) => a - b)[0] ?? null
}

/** Whether a person answers for it, so that it matters what was known then. */
export const isAnsweredFor = ({ topic }: Pick<BulletinEvent, 'topic'>): boolean =>
  topic === 'triage' || topic === 'due' || topic === 'decision'

/** What the events of a bulletin have told so far. */
type Told = {
  results: RecordedTest[]
  settlements: SettledIssue[]
  /** By machine, whether the fix is on; null where it is not for it. */
  machines: Map<string, boolean | null>
  extendedUntil: string | null
}

function tell(told: Told, event: BulletinEvent): void {
  const { id, bulletin, at, who: by } = event
  if (event.topic === 'lab') told.results.push({ id, bulletin, by, at, ...event.detail })
  if (event.topic === 'issues')
    told.settlements.push({ issue: event.detail.issue, by, at, state: event.what, why: event.detail.why })
  if (event.topic === 'coverage')
    for (const { name, isApplied } of event.detail.machines) told.machines.set(sameName(name), isApplied)
  if (event.topic === 'due') told.extendedUntil = event.what === 'ended' ? null : event.detail.until
}

const countMachines = (machines: Iterable<boolean | null>) => {
  const checked = [...machines].filter((isApplied) => isApplied !== null)
  return { applied: checked.filter(Boolean).length, checked: checked.length }
}

function factsOf(bulletin: Bulletin, version: number, told: Told): RecordFacts {
  const { tests, knownIssues } = withRecorded(bulletin, told)
  const open = openIn(knownIssues)
  const unread = open.filter(isUnread).length
  const outcomes: RecordFacts['tests'] = {}
  for (const { outcome } of tests) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  return {
    version,
    revision: bulletin.revision,
    severity: bulletin.severity,
    urgency: bulletin.urgency.level,
    exploit: bulletin.exploit,
    knownIssues: open.length - unread,
    unreadIssues: unread,
    tests: outcomes,
    ...countMachines(told.machines.values()),
    extendedUntil: told.extendedUntil,
  }
}

/** A report of machines tells how many, and none by name. */
function withoutNames(event: BulletinEvent): RecordEntry['event'] {
  if (event.topic !== 'coverage') return event
  const { applied, checked } = countMachines(event.detail.machines.map(({ isApplied }) => isApplied))
  return { ...event, what: 'counted', detail: { applied, of: checked } }
}

/** The entries of a record, of events oldest first. `versionThen`: the version on file at a moment, with its number. */
export function recordEntries(
  events: readonly BulletinEvent[],
  versionThen: (at: string) => { number: number; bulletin: Bulletin } | null,
): RecordEntry[] {
  const told: Told = { results: [], settlements: [], machines: new Map(), extendedUntil: null }
  return events.map((event) => {
    const then = isAnsweredFor(event) ? versionThen(event.at) : null
    const facts = then === null ? null : factsOf(then.bulletin, then.number, told)
    tell(told, event)
    return { event: withoutNames(event), facts }
  })
}

/** Which event brought a bulletin to a step at a moment. */
function isStep(event: BulletinEvent, step: RecordStep['step']): boolean {
  switch (step) {
    case 'known':
      return event.topic === 'bulletins' && event.what === 'added'
    case 'triaged':
      return event.topic === 'triage' && event.detail.to.status !== 'new'
    case 'decided':
      return event.topic === 'decision'
    case 'tested':
      return event.topic === 'lab'
    case 'deployed':
      return event.topic === 'triage' && event.detail.to.status === 'done'
  }
}

/** The steps of a bulletin with the events that brought it there, in the order of their moments. */
export function recordSteps(events: readonly BulletinEvent[], handling: HandlingRow): RecordStep[] {
  const moments = { ...handling, known: events.find((event) => isStep(event, 'known'))?.at ?? null }
  return (['known', ...handlingSteps] as const)
    .flatMap((step): RecordStep[] => {
      const event = events.find((each) => each.at === moments[step] && isStep(each, step))
      return event === undefined ? [] : [{ step, at: event.at, who: event.who, event: event.id }]
    })
    .toSorted((a, b) => a.event - b.event)
}
