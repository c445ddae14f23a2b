/** The sections of an issue. Each counts what it is about, and tells the first lines of what is ours. */
import type { KnownIssue } from '../../contract/bulletin.ts'
import type { Change } from '../../contract/changes.ts'
import type { Text } from '../../contract/text.ts'
import type { WeeklyContent } from '../../contract/weekly.ts'
import { isOpenIssue, openIn, workaroundOf } from '../lab/issues.ts'
import { isOpen } from '../triage/triage.ts'
import { addDays } from '../due/days.ts'
import { isOverdue } from '../due/overdue.ts'
import { ownedBulletin, type Owned, type WeeklyFacts } from './facts.ts'
import {
  byDue,
  byUrgency,
  changedLineOf,
  leftFor,
  platformsTold,
  bulletinLine,
  newLineOf,
  reReleasedLineOf,
} from './lines.ts'
import type { Changed, Place } from './week.ts'

/** Lines that are told; the others are a number. */
const told = { new: 10, escalated: 8, reReleased: 6, issues: 6, due: 10 } as const

/** How far ahead due days are told, in days. */
const daysAhead = 7

type Placed = Owned & { changed: Changed }

/** What is on file of what has changed, by where it is told. */
export function placedOf(facts: WeeklyFacts): Record<Place, Placed[]> {
  const placed: Record<Place, Placed[]> = { new: [], escalated: [], 're-released': [], issues: [], other: [] }
  for (const changed of facts.changed.values()) {
    const found = ownedBulletin(facts, changed.id)
    if (found !== null) placed[changed.place].push({ ...found, changed })
  }
  return placed
}

const ownOf = (placed: readonly Placed[]) => placed.filter(({ whose }) => whose === 'own')

const sorted = (facts: WeeklyFacts, placed: readonly Placed[]) => {
  const inOrder = byUrgency(facts)
  return placed.toSorted((a, b) => inOrder(a.summary, b.summary))
}

export function newSection(facts: WeeklyFacts, placed: readonly Placed[]): WeeklyContent['new'] {
  const own = ownOf(placed)
  const others = placed.filter(({ whose }) => whose === 'other')
  return {
    own: own.length,
    contained: placed.length - own.length - others.length,
    others: others.length,
    urgent: others.filter(({ summary }) => summary.urgency.level === 'immediate').length,
    lines: sorted(facts, own)
      .slice(0, told.new)
      .map(({ summary }) => newLineOf(facts, summary)),
  }
}

/** Whether it says that attacks were seen. */
const isConfirmed = ({ kind, to }: Change) =>
  kind === 'known-exploited' || (kind === 'exploit-up' && to === 'exploited')

export function escalatedSection(facts: WeeklyFacts, placed: readonly Placed[]): WeeklyContent['escalated'] {
  const own = ownOf(placed)
  return {
    own: own.length,
    others: placed.length - own.length,
    exploited: own.filter(({ changed }) => changed.changes.some(isConfirmed)).length,
    lines: sorted(facts, own)
      .slice(0, told.escalated)
      .map(({ summary, changed }) => changedLineOf(facts, summary, changed)),
  }
}

export function reReleasedSection(facts: WeeklyFacts, placed: readonly Placed[]): WeeklyContent['reReleased'] {
  const own = ownOf(placed)
  return {
    own: own.length,
    others: placed.length - own.length,
    lines: sorted(facts, own)
      .slice(0, told.reReleased)
      .map(({ summary, changed }) => reReleasedLineOf(facts, summary, changed)),
  }
}

type Moved = Placed & { issue: string; what: 'opened' | 'closed'; known: KnownIssue | undefined }

const hasTitle = ({ ja, en, other }: Text, title: string) => [ja, en, other?.text].includes(title)

/** What became of the known issues of a bulletin; of a new one those that it came with. */
function movesOf({ issuesOf }: WeeklyFacts, placed: Placed): Moved[] {
  const known = issuesOf.get(placed.summary.id) ?? []
  const moved = placed.changed.issues.map(({ issue, what }) => ({
    ...placed,
    issue,
    what,
    known: known.find(({ id, title }) => id === issue || hasTitle(title, issue)),
  }))
  if (placed.changed.place !== 'new') return moved
  const named = new Set(moved.map((each) => each.known?.id ?? each.issue))
  const came = openIn(known).filter(({ id }) => !named.has(id))
  return [...moved, ...came.map((issue) => ({ ...placed, issue: issue.id, what: 'opened' as const, known: issue }))]
}

/** Opened ones first, of these what has no workaround, then what nobody has read. */
function attention({ what, known }: Moved): number {
  if (what === 'closed') return 3
  const workaround = known === undefined ? null : workaroundOf(known)
  return workaround === 'no' ? 0 : workaround === null ? 1 : 2
}

export function issuesSection(facts: WeeklyFacts, placed: readonly Placed[]): WeeklyContent['issues'] {
  const own = ownOf(placed).flatMap((each) => movesOf(facts, each))
  // What is open and was closed in between, or the other way round, is told as it is.
  const moved = own.map((each) => ({
    ...each,
    what: each.known === undefined ? each.what : isOpenIssue(each.known) ? ('opened' as const) : ('closed' as const),
  }))
  const opened = moved.filter(({ what }) => what === 'opened').length
  const others = placed.filter(({ whose }) => whose !== 'own')
  let open = 0
  for (const id of facts.toInstall.keys()) {
    const found = ownedBulletin(facts, id)
    if (found !== null && isOpen(found.summary.triage)) open += found.summary.knownIssues
  }
  return {
    opened,
    closed: moved.length - opened,
    open,
    others: others.reduce(
      (sum, { changed, summary }) =>
        sum + Math.max(changed.issues.length, changed.place === 'new' ? summary.knownIssues : 0),
      0,
    ),
    lines: moved
      .toSorted((a, b) => attention(a) - attention(b))
      .slice(0, told.issues)
      .map(({ summary, issue, what, known }) => {
        const { severity, ...line } = bulletinLine(facts, summary)
        return {
          bulletin: summary.id,
          severity,
          ...(line.tlp !== undefined && { tlp: line.tlp }),
          issue,
          title: known?.title ?? { en: issue },
          ...platformsTold(facts, known?.platforms ?? []),
          what,
          workaround: known === undefined ? null : workaroundOf(known),
        }
      }),
  }
}

export function dueSection(facts: WeeklyFacts): WeeklyContent['due'] {
  const due = [...facts.toInstall.keys()].flatMap((id) => {
    const found = ownedBulletin(facts, id)
    const left = found?.summary.due?.left ?? null
    return found !== null && isOpen(found.summary.triage) && left !== null && left <= daysAhead ? [found.summary] : []
  })
  const left = (some: typeof due) => some.reduce((sum, { id }) => sum + leftFor(facts, id), 0)
  const overdue = due.filter((each) => isOverdue(each.due))
  return {
    until: addDays(facts.today, daysAhead),
    count: due.length,
    overdue: overdue.length,
    machines: left(due),
    machinesOverdue: left(overdue),
    lines: due
      .toSorted(byDue(facts))
      .slice(0, told.due)
      .map((summary) => bulletinLine(facts, summary)),
  }
}

/** What has changed and is in none of the other sections. */
export const othersSection = (placed: readonly Placed[]): WeeklyContent['others'] => ({
  count: placed.length,
  textOnly: placed.filter(({ changed }) => changed.changes.every(({ kind }) => kind === 'text')).length,
  withdrawn: placed.filter(({ changed }) => changed.changes.some(({ kind }) => kind === 'withdrawn')).length,
})
