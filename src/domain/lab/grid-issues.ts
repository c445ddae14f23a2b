/** The known issues of a release, as far as they concern the OS editions that are tested on. */
import type { LabReport } from '../../contract/lab.ts'
import type { LabEdition, LabIssue } from '../../contract/lab-grid.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { countedAs } from '../platforms/platforms.ts'
import { knownIssuesOn } from './grid.ts'
import { byAttention } from './issues.ts'

/** As many as a table of a first view has room for; the rest is on the bulletins. */
const maxIssues = 100

/** The open issues of the fixes of the grid: without workaround first, then the newest. `days`: of each bulletin. */
export function labIssues(
  editions: readonly LabEdition[],
  reports: ReadonlyMap<string, LabReport>,
  days: ReadonlyMap<string, string>,
  platforms: ReadonlyMap<PlatformId, Platform>,
): LabIssue[] {
  const onOf = new Map<string, Set<PlatformId>>()
  for (const { platform, cells } of editions)
    for (const { bulletin } of cells) onOf.set(bulletin, (onOf.get(bulletin) ?? new Set()).add(platform))
  const labelOf = (id: PlatformId) => platforms.get(countedAs(id))?.label ?? platforms.get(id)?.label ?? { en: id }
  const found = Array.from(onOf, ([id, on]) => ({ report: reports.get(id), on: [...on] })).flatMap(({ report, on }) =>
    report === undefined
      ? []
      : knownIssuesOn(report, on).map((issue): LabIssue => {
          const versions = new Map(issue.platforms.map((id) => [countedAs(id), labelOf(id)]))
          const day = issue.on ?? days.get(report.id)
          return {
            bulletin: report.id,
            issue,
            ...(day !== undefined && { on: day }),
            platforms: [...versions.values()],
          }
        }),
  )
  return byAttention(found, ({ on = '' }) => on).slice(0, maxIssues)
}
