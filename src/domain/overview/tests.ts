/** The tests of a release in short: what its grid has of the OS editions of the fleet. */
import type { TestGrid } from '../../contract/lab-grid.ts'
import type { LabelledPlatform, OpenIssue, Overview } from '../../contract/overview.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { issueCounts } from '../bulletin/summary.ts'
import { workaroundOf } from '../lab/issues.ts'
import { countCells, isCounted } from '../lab/release-grid.ts'
import { toldApart } from '../lab/row-names.ts'

/** What is told; the others are a number. */
const told = { issues: 6, editions: 40, fixes: 8 } as const

/** What the overview has of a grid. */
export type GridParts = Pick<TestGrid, 'hasFleet' | 'kinds' | 'editions' | 'issues'>

/** The tests of the fixes on the editions; nothing where no fleet is on file. */
export function testsOverview(
  { hasFleet, kinds, editions, issues }: GridParts,
  named: (id: PlatformId) => LabelledPlatform,
): Overview['tests'] {
  if (!hasFleet) return noTests
  const { knownIssues, unreadIssues = 0 } = issueCounts(issues.map(({ issue }) => issue))
  const counts = countCells(editions.flatMap(({ cells }) => cells))
  const names = new Map(kinds.map(({ key, name }) => [key, name]))
  const rowNames = toldApart(editions, ({ edition, label }) => ({ name: edition, label: label.en ?? label.ja ?? '' }))
  return {
    editions: editions
      .filter(({ cells }) => cells.some(isCounted))
      .slice(0, told.editions)
      .map((row) => {
        const { isPlatform, platform, label, machines, cells } = row
        const counted = cells.filter(isCounted)
        return {
          edition: isPlatform ? null : (rowNames.get(row) ?? null),
          platform: { id: platform, label },
          machines,
          count: counted.length,
          fixes: counted.slice(0, told.fixes).map(({ bulletin, outcome, kind }) => {
            const name = names.get(kind)
            return { id: bulletin, outcome, ...(name !== undefined && { name }) }
          }),
        }
      }),
    editionCount: editions.length,
    tested: counts.total - counts.untested,
    of: counts.total,
    issues: issues.slice(0, told.issues).map(({ bulletin, issue, on }): OpenIssue => ({
      bulletin,
      id: issue.id,
      title: issue.title,
      platforms: issue.platforms.map(named),
      workaround: workaroundOf(issue),
      on: on ?? null,
    })),
    issueCount: knownIssues,
    unreadCount: unreadIssues,
  }
}

export const noTests: Overview['tests'] = {
  editions: [],
  editionCount: 0,
  tested: 0,
  of: 0,
  issues: [],
  issueCount: 0,
  unreadCount: 0,
}
