/** What the lab has to test of a release: the OS editions of the fleet by kinds of fix. */
import type { FleetLine } from '../../contract/fleet.ts'
import type { PlatformFixes } from '../../contract/fixes.ts'
import type { LabReport } from '../../contract/lab.ts'
import type { LabCell, LabEdition, TestGrid, LabKind } from '../../contract/lab-grid.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { isWithin } from '../platforms/platforms.ts'
import { isUnread, openIn } from './issues.ts'
import { labIssues } from './grid-issues.ts'
import { fixesToTest, kindOn, kindsInOrder } from './kinds.ts'
import { outcomeOf } from './outcome.ts'
import { rowsOf, testsByRow, type LabRow } from './rows.ts'

export type LabFacts = {
  /** The fleet in its order; without one the platforms of the release, with null for their machines. */
  lines: readonly (Pick<FleetLine, 'platform' | 'edition'> & { machines: number | null })[]
  /** The fixes of each platform of the lines. */
  fixes: ReadonlyMap<PlatformId, PlatformFixes>
  /** The bulletins of the release, each with its day. */
  release: ReadonlyMap<string, string>
  /** What the lab knows of them. */
  reports: readonly LabReport[]
  /** The column of a fix where it is nothing for the platform that it was tested on. */
  kindOf: (bulletin: string) => LabKind
  platforms: ReadonlyMap<PlatformId, Platform>
}

type Fix = Pick<LabCell, 'bulletin' | 'need'> & { kind: LabKind; build?: string | undefined }

/** The fixes of the release on a platform, each once: what is to be installed comes before the rest. */
function fixesOn({ fixes, release, platforms }: LabFacts, platform: PlatformId): Fix[] {
  const own = fixes.get(platform)
  if (own === undefined) return []
  const found = new Map<string, Fix>()
  for (const [products, isBeside] of [
    [own.products, false],
    [own.beside, true],
  ] as const)
    for (const { platforms: ids, lines } of products)
      for (const line of lines)
        for (const { bulletin, state, build } of fixesToTest(line, (id) => release.has(id))) {
          const need = state !== 'install' ? 'other' : isBeside ? 'where-installed' : 'install'
          const known = found.get(bulletin)
          if (known === undefined || (known.need !== 'install' && need === 'install'))
            found.set(bulletin, { bulletin, need, build, kind: kindOn(ids[0] ?? platform, line, platforms) })
        }
  return [...found.values()]
}

/** The column of a fix that is for a platform in any state. */
function kindFor(facts: LabFacts, platform: PlatformId, bulletin: string): LabKind {
  const { products = [], beside = [] } = facts.fixes.get(platform) ?? {}
  for (const { platforms: ids, lines } of [...products, ...beside])
    for (const line of lines)
      if (line.fixes.some((fix) => fix.bulletin === bulletin)) return kindOn(ids[0] ?? platform, line, facts.platforms)
  return facts.kindOf(bulletin)
}

/** How many open issues of a fix concern a platform; a page that nobody has read counts for none. */
const issuesOn = (report: LabReport | undefined, platform: PlatformId): number =>
  openIn(report?.knownIssues ?? []).filter(
    (issue) =>
      !isUnread(issue) &&
      (issue.platforms.length === 0 || issue.platforms.some((id) => isWithin(id, platform) || isWithin(platform, id))),
  ).length

/** The grid of a release, without its key. */
export function labGrid(facts: LabFacts): Omit<TestGrid, 'release' | 'hasFleet'> {
  const { release, platforms } = facts
  const reports = new Map(facts.reports.filter(({ id }) => release.has(id)).map((report) => [report.id, report]))
  const rows = rowsOf(facts.lines, [...reports.values()], platforms)
  const tests = testsByRow(rows, [...reports.values()])
  const kinds: LabKind[] = []
  const cellsOf = (row: LabRow): LabCell[] => {
    const fixes = [row.platform, ...row.programs].flatMap((platform) => fixesOn(facts, platform))
    const known = new Map(fixes.map((fix) => [fix.bulletin, fix]))
    for (const bulletin of tests.get(row)?.keys() ?? []) {
      if (!known.has(bulletin))
        known.set(bulletin, { bulletin, need: 'other', kind: kindFor(facts, row.platform, bulletin) })
    }
    return Array.from(known.values(), ({ bulletin, need, kind, build }): LabCell => {
      kinds.push(kind)
      const seen = tests.get(row)?.get(bulletin) ?? []
      const last = seen.at(-1)
      return {
        kind: kind.key,
        bulletin,
        ...(build !== undefined && { build }),
        need,
        outcome: outcomeOf(seen),
        ...(last !== undefined && { by: last.by }),
        ...(last?.on !== undefined && { on: last.on }),
        issues: issuesOn(reports.get(bulletin), row.platform),
      }
    })
  }
  const editions = rows.flatMap((row): LabEdition[] => {
    const cells = cellsOf(row)
    const { programs: _, ...edition } = row
    // Of a platform that nobody has machines of, only what there is to test is of interest.
    return cells.length === 0 && row.machines === null ? [] : [{ ...edition, cells }]
  })
  const shown = new Set(editions.flatMap(({ cells }) => cells.filter(isCounted).map(({ bulletin }) => bulletin)))
  return {
    kinds: kindsInOrder(kinds),
    groups: groupsOf(editions, platforms),
    editions,
    others: [...release.keys()].filter((id) => !shown.has(id)).length,
    issues: labIssues(editions, reports, release, platforms),
  }
}

/** The versions that editions are of. */
function groupsOf(editions: readonly LabEdition[], platforms: ReadonlyMap<PlatformId, Platform>): TestGrid['groups'] {
  const first = new Map(editions.map(({ group, label }) => [group, label]))
  return Array.from(first, ([platform, label]) => ({
    platform,
    label: platforms.get(platform)?.label ?? label,
  }))
}

/** Whether a cell counts: what is to be installed, and what was tested. */
export const isCounted = ({ need, outcome }: Pick<LabCell, 'need' | 'outcome'>): boolean =>
  outcome !== null || need === 'install'

/** How many fixes the release of a grid has: those in its cells, and those in none. */
export function releaseSize({ editions, others }: Pick<TestGrid, 'editions' | 'others'>): number {
  const shown = editions.flatMap(({ cells }) => cells.filter(isCounted).map(({ bulletin }) => bulletin))
  return new Set(shown).size + others
}

/** Cells by how they went; `total` is the sum of the others. */
export type LabCounts = Record<NonNullable<LabCell['outcome']> | 'untested' | 'total', number>

/** How many of the cells that count went how. */
export function countCells(cells: readonly Pick<LabCell, 'need' | 'outcome'>[]): LabCounts {
  const counts: LabCounts = { failed: 0, 'passed-with-issues': 0, passed: 0, unrecorded: 0, untested: 0, total: 0 }
  for (const { outcome } of cells.filter(isCounted)) {
    counts[outcome ?? 'untested']++
    counts.total++
  }
  return counts
}
