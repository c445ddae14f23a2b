/** Known issues as the tables of the lab have them. */
import type { LabReport } from '../../contract/lab.ts'
import type { LabEdition, LabIssue } from '../../contract/lab-grid.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { countedAs, isWithin } from '../platforms/platforms.ts'
import { byAttention, openIn } from './issues.ts'

/** As many as a table of a first view has room for; the rest is on the bulletins. */
const maxIssues = 100

/** The open issues of a report that concern any of the chosen platforms; all of them, where none is chosen. */
export const knownIssuesOn = ({ knownIssues }: LabReport, chosen: readonly PlatformId[]) =>
  openIn(knownIssues).filter(
    ({ platforms }) =>
      chosen.length === 0 ||
      platforms.length === 0 ||
      platforms.some((id) => chosen.some((above) => isWithin(id, above) || isWithin(above, id))),
  )

/** Reports, each with the platforms that it is looked at for. */
type Asked = readonly { report: LabReport; on: readonly PlatformId[] }[]

/** The open issues of reports: without workaround first, then the newest. `days`: of each bulletin. */
export function issuesOf(
  asked: Asked,
  days: ReadonlyMap<string, string>,
  platforms: ReadonlyMap<PlatformId, Platform>,
): LabIssue[] {
  const labelOf = (id: PlatformId) => platforms.get(countedAs(id))?.label ?? platforms.get(id)?.label ?? { en: id }
  const found = asked.flatMap(({ report, on }) =>
    knownIssuesOn(report, on).map((issue): LabIssue => {
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
  return byAttention(found, ({ on = '' }) => on)
}

/** Those of the fixes of a release, as far as they concern the OS editions that are tested on. */
export function labIssues(
  editions: readonly LabEdition[],
  reports: ReadonlyMap<string, LabReport>,
  days: ReadonlyMap<string, string>,
  platforms: ReadonlyMap<PlatformId, Platform>,
): LabIssue[] {
  const onOf = new Map<string, Set<PlatformId>>()
  for (const { platform, cells } of editions)
    for (const { bulletin } of cells) onOf.set(bulletin, (onOf.get(bulletin) ?? new Set()).add(platform))
  const asked = Array.from(onOf).flatMap(([id, on]) => {
    const report = reports.get(id)
    return report === undefined ? [] : [{ report, on: [...on] }]
  })
  return issuesOf(asked, days, platforms).slice(0, maxIssues)
}
