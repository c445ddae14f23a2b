/** What is to be installed on the fleet and not done, or to be looked at where no fleet is on file. */
import type { LabEdition } from '../../contract/lab-grid.ts'
import type { ActNow, Overview } from '../../contract/overview.ts'
import type { BulletinQuery, Summary } from '../../contract/summary.ts'
import { urgencies } from '../../contract/vocabulary.ts'
import { isOverdue } from '../due/overdue.ts'
import { isCounted } from '../lab/release-grid.ts'
import { isOpen } from '../triage/triage.ts'
import { nameOfKey } from '../vulnerability/key.ts'
import { nothingNotable } from '../vulnerability/notable.ts'
import { machinesDone, type Checked } from './coverage.ts'
import { severityOn } from '../fleet/severity.ts'
import { machinesOn, openToInstall, openTriages, platformNamer, type OverviewFacts } from './facts.ts'

/** Fixes and names that are told; the others are a number. */
const told = { fixes: 6, names: 5 } as const

export type Acting = OverviewFacts & {
  checked: Checked
  /** What the lab saw, by OS edition of the fleet. */
  editions: readonly Pick<LabEdition, 'cells'>[]
}

const machinesFor = ({ lines, toInstall, checked }: Acting, id: string) =>
  machinesDone(checked.get(id) ?? [], machinesOn(lines, toInstall.get(id) ?? []))

/** Machines that are left of a fix. */
export function leftOf(facts: Acting, id: string): number {
  const { applied, of } = machinesFor(facts, id)
  return of - applied
}

/** By due day, none last, then urgency, then the machines that are left; without a fleet the urgency comes first. */
function inOrderOfAction(facts: Acting, fixes: readonly Summary[]): Summary[] {
  const hasFleet = facts.lines.length > 0
  return fixes
    .map((fix) => ({
      fix,
      on: fix.due?.on ?? '9999',
      level: urgencies.indexOf(fix.urgency.level),
      left: leftOf(facts, fix.id),
    }))
    .toSorted(
      (a, b) =>
        (hasFleet ? 0 : a.level - b.level) ||
        (a.on === b.on ? 0 : a.on < b.on ? -1 : 1) ||
        a.level - b.level ||
        b.left - a.left ||
        (a.fix.severity ?? 5) - (b.fix.severity ?? 5) ||
        (a.fix.id < b.fix.id ? -1 : 1),
    )
    .map(({ fix }) => fix)
}

function labOf({ editions }: Acting, id: string): Pick<ActNow, 'tests' | 'untested'> {
  const tests: ActNow['tests'] = {}
  let untested = 0
  for (const { cells } of editions)
    for (const cell of cells) {
      if (cell.bulletin !== id || !isCounted(cell)) continue
      if (cell.outcome === null) untested++
      else tests[cell.outcome] = (tests[cell.outcome] ?? 0) + 1
    }
  return { tests, untested }
}

function actionOn(facts: Acting, fix: Summary): ActNow {
  const { id, title, urgency, exploit, disclosure, exploitedBy, restart, knownIssues, triage } = fix
  const { exploitability, epss, cvss } = fix
  const found = facts.notable.get(id) ?? nothingNotable
  const first = (names: readonly string[]) => names.slice(0, told.names).map(nameOfKey)
  const platforms = facts.toInstall.get(id) ?? []
  return {
    id,
    title,
    severity: platforms.length === 0 ? fix.severity : severityOn(fix.platforms, platforms),
    urgency: urgency.level,
    due: fix.due ?? null,
    exploit,
    disclosure,
    exploitedBy,
    exploited: first(found.exploited),
    public: first(found.public),
    moreLikely: first(found.moreLikely),
    ...(exploitability !== undefined && { exploitability }),
    ...(epss !== undefined && { epss }),
    ...(cvss !== undefined && { cvss }),
    restart,
    vulnerabilities: fix.vulnerabilities.length,
    platforms: platforms.map(platformNamer(facts.platforms)),
    machines: machinesFor(facts, id),
    ...labOf(facts, id),
    knownIssues,
    triage,
    assignee: facts.columns.overlay.states.get(id)?.assignee ?? null,
  }
}

/** The filter of what is to be acted on. */
export const actingQuery = (key: string, hasFleet: boolean): BulletinQuery => ({
  release: key,
  ...(hasFleet && { mine: 'to-install' }),
  triage: openTriages,
})

/** The bulletins of some rows that are to be acted on, in order. */
export const toActOn = (facts: Acting, rows: readonly number[]): Summary[] =>
  inOrderOfAction(
    facts,
    facts.lines.length > 0
      ? openToInstall(facts, rows)
      : rows.map(facts.columns.summaryAt).filter(({ triage }) => isOpen(triage)),
  )

export function actNowOf(facts: Acting, key: string, fixes: readonly Summary[]): Overview['actNow'] {
  const query = actingQuery(key, facts.lines.length > 0)
  const { states } = facts.columns.overlay
  const nobody = fixes.filter(({ id }) => (states.get(id)?.assignee ?? null) === null)
  const overdue = fixes.filter(({ due }) => isOverdue(due))
  return {
    fixes: fixes.slice(0, told.fixes).map((fix) => actionOn(facts, fix)),
    count: fixes.length,
    query,
    unassigned: { count: nobody.length, query: { ...query, assignee: 'nobody' } },
    overdue: { count: overdue.length, query: { ...query, due: 'overdue' } },
  }
}
