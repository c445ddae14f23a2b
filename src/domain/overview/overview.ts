/** The answer behind the start page, put together from its parts. */
import type { FleetLine } from '../../contract/fleet.ts'
import type { Overview } from '../../contract/overview.ts'
import type { ReleaseList } from '../../contract/releases.ts'
import type { MeasuredRollout } from '../../contract/rollouts.ts'
import type { Summary } from '../../contract/summary.ts'
import { isOverdue } from '../due/overdue.ts'
import { isOpen } from '../triage/triage.ts'
import { valueAt } from '../table/open.ts'
import { actNowOf, leftOf, toActOn, actingQuery, type Acting } from './act-now.ts'
import type { Checked } from './coverage.ts'
import { dueBucketsOf } from './due-buckets.ts'
import { openTriages, platformNamer, rowsOfRelease, type OverviewFacts } from './facts.ts'
import { countRelease, figuresOf, keysBefore } from './figures.ts'
import { releaseHead, monthsAround } from './head.ts'
import { fleetPlatforms, type OnFleet } from './platforms.ts'
import { rolloutOf } from './rollout.ts'
import { clausesFor } from './sentence.ts'
import { noTests, testsOverview, type GridParts } from './tests.ts'

/** What is the same for everybody who asks. */
export type SharedOverview = Omit<Overview, 'changes' | 'data' | 'plans'>

export type OverviewInput = OverviewFacts & {
  releases: ReleaseList
  /** The key of the release that is looked at; null for none. */
  key: string | null
  today: string
  onFleet: OnFleet
  /** What was found on machines of the fixes of the release that are to be installed. */
  checked: Checked
  /** What there is to test of the release; null where there is none. */
  grid: GridParts | null
  runs: readonly MeasuredRollout[]
  /** The day on which the state of a bulletin was last set; null where it never was. */
  setOn: (id: string) => string | null
  /** Called between the parts of long work: a server answers other requests meanwhile. */
  pause: () => Promise<void>
}

/** The ids of what is to be installed of a release, whether done or not. */
export const toInstallOf = (facts: OverviewFacts, key: string): string[] =>
  rowsOfRelease(facts, key)
    .map((row) => valueAt(facts.columns.table.columns.id, row) ?? '')
    .filter((id) => facts.toInstall.has(id))

const machinesIn = (lines: readonly FleetLine[]) => lines.reduce((sum, { machines }) => sum + machines, 0)

/** Where there is no release. */
function atFirstStart({ today, lines }: OverviewInput): SharedOverview {
  const none = { count: 0, query: { release: 'any' } }
  return {
    today,
    state: 'first-start',
    machines: machinesIn(lines),
    release: null,
    months: [],
    sentence: [{ code: 'no-release' }],
    figures: null,
    actNow: { fixes: [], ...none, unassigned: none, overdue: none },
    platforms: [],
    platformCount: 0,
    tests: noTests,
    due: [],
    rollout: null,
  }
}

/** The day on which the last of these bulletins was done; null where any is not, or there is none. */
function doneOn({ setOn }: OverviewInput, ids: readonly string[]): string | null {
  const days = ids.map((id) => setOn(id) ?? '')
  return days.includes('') ? null : (days.toSorted().at(-1) ?? null)
}

/** All that is to be installed and open, in whatever release. */
function everywhere({ columns, toInstall }: OverviewFacts) {
  const open = [...toInstall.keys()].flatMap((id) => {
    const row = columns.rowOf(id)
    const summary = row === undefined ? null : columns.summaryAt(row)
    return summary !== null && isOpen(summary.triage) ? [summary] : []
  })
  const overdue = open.filter(({ due }) => isOverdue(due)).length
  return { count: open.length, query: { mine: 'to-install', triage: openTriages }, overdue }
}

/** How a release is, and how far the fleet is with it. */
export async function overviewOf(input: OverviewInput): Promise<SharedOverview> {
  const { columns, lines, key, releases, today, pause } = input
  const { rowOf } = columns
  const release = releases.releases.find((each) => each.key === key)
  if (release === undefined) return atFirstStart(input)
  const bulletinOf = (id: string): Summary | undefined => {
    const row = rowOf(id)
    return row === undefined ? undefined : columns.summaryAt(row)
  }
  await pause()
  const before = []
  for (const month of keysBefore(release, releases.releases)) {
    before.push(countRelease(input, month))
    await pause()
  }
  const figures = figuresOf(input, release, before)
  const all = toInstallOf(input, release.key)
  const hasFleet = lines.length > 0
  const facts: Acting = { ...input, editions: hasFleet ? (input.grid?.editions ?? []) : [] }
  await pause()
  const fixes = toActOn(facts, rowsOfRelease(facts, release.key))
  const actNow = actNowOf(facts, release.key, fixes)
  const left = (id: string) => leftOf(facts, id)
  await pause()
  const rollout = hasFleet ? rolloutOf(facts, { all, open: fixes }, input.runs, bulletinOf) : null
  const platforms = await fleetPlatforms(facts, input.onFleet, { release: release.key, rowOf }, pause)
  const state = !hasFleet ? 'no-fleet' : fixes.length > 0 ? 'to-do' : 'all-done'
  const named = platformNamer(input.platforms)
  const head = releaseHead(release, releases.releases, today)
  return {
    today,
    state,
    machines: machinesIn(lines),
    release: head,
    months: monthsAround(release, releases.releases),
    sentence: clausesFor({
      state,
      release: head,
      actNow,
      fixes,
      leftOf: left,
      rollout,
      everywhere: everywhere(input),
      doneOn: doneOn(input, all),
    }),
    figures,
    actNow,
    ...platforms,
    tests: input.grid === null ? noTests : testsOverview(input.grid, named),
    due: hasFleet ? dueBucketsOf(fixes, actingQuery(release.key, true), left) : [],
    rollout,
  }
}
