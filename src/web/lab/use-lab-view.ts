import { useDeferredValue, useMemo } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { LabIssue } from '../../contract/lab-grid.ts'
import type { LabReport } from '../../contract/lab.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { BulletinQuery } from '../../contract/summary.ts'
import { countedAs } from '../../domain/platforms/platforms.ts'
import { valueAt } from '../../domain/table/open.ts'
import { appliesTo } from '../../domain/lab/applies.ts'
import { byAttention } from '../../domain/lab/issues.ts'
import { editionsOf, knownIssuesOn, type Edition } from '../../domain/lab/grid.ts'
import { useFiltered } from '../filters/use-filtered.tsx'
import { useFleet } from '../catalogue/fleet.ts'
import { labQueries } from './queries.ts'

/** A column of the grid. */
export type LabColumn = {
  /** The id of the bulletin. */
  id: string
  /** What the lab knows of the bulletin; null where it has not tested it. */
  report: LabReport | null
  /** Whether the fix applies to a platform; null where that cannot be told. */
  appliesTo: (platform: PlatformId) => boolean | null
}

export type LabView = {
  /** The bulletins that the filter finds; those with results come first. */
  bulletins: readonly LabColumn[]
  editions: readonly Edition[]
  /** The known issues on the platforms of the filter. */
  issues: readonly LabIssue[]
  /** The filter that they are found with. */
  query: BulletinQuery
}

/** What the lab knows of the bulletins that the filter finds, a moment later than it is asked for: what is typed shows at once. */
export function useLabView(): LabView {
  const { columns, platforms, filter, query, rows } = useDeferredValue(useFiltered())
  const fleet = useFleet()
  const reports = useDeferredValue(useSuspenseQuery(labQueries.reports()).data)

  const bulletins = useMemo(() => {
    const byId = new Map(reports.map((report) => [report.id, report]))
    const known = new Map(platforms.map((platform) => [platform.id, platform]))
    const all = Array.from(rows, (row): LabColumn => {
      const id = valueAt(columns.table.columns.id, row) ?? ''
      return {
        id,
        report: byId.get(id) ?? null,
        appliesTo: (platform) => appliesTo(columns.summaryAt(row).platforms, platform, known),
      }
    })
    // Among thousands of bulletins the tested ones would be hard to find.
    const isTested = ({ report }: LabColumn) => (report?.tests.length ?? 0) > 0
    return [...all.filter(isTested), ...all.filter((each) => !isTested(each))]
  }, [rows, columns, reports, platforms])

  const found = useMemo(() => bulletins.flatMap(({ report }) => report ?? []), [bulletins])
  const editions = useMemo(
    () => editionsOf(found, fleet, filter.platform, platforms),
    [found, fleet, filter.platform, platforms],
  )
  const labelsOf = useMemo(() => {
    const labels = new Map(platforms.map(({ id, label }) => [id, label]))
    return (ids: readonly PlatformId[]) =>
      Array.from(
        new Map(ids.map((id) => [countedAs(id), labels.get(countedAs(id)) ?? labels.get(id) ?? { en: id }])).values(),
      )
  }, [platforms])
  const issues = useMemo(() => {
    const { id, publishedOn } = columns.table.columns
    const days = new Map(Array.from(rows, (row) => [valueAt(id, row), valueAt(publishedOn, row)]))
    const all = found.flatMap((report) =>
      knownIssuesOn(report, filter.platform).map((issue) => {
        const on = issue.on ?? days.get(report.id)
        return { bulletin: report.id, issue, platforms: issue.platforms, ...(on !== undefined && { on }) }
      }),
    )
    return byAttention(all, ({ on = '' }) => on).map((each) => ({ ...each, platforms: labelsOf(each.platforms) }))
  }, [found, filter.platform, rows, columns, labelsOf])
  return useMemo(() => ({ bulletins, editions, issues, query }), [bulletins, editions, issues, query])
}
