import { useCallback, useDeferredValue, useMemo } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { LabIssue } from '../../contract/lab-grid.ts'
import type { LabReport } from '../../contract/lab.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Outcome } from '../../contract/words.ts'
import type { BulletinQuery } from '../../contract/summary.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { isWithin } from '../../domain/platforms/platforms.ts'
import { valueAt } from '../../domain/table/open.ts'
import { appliesTo } from '../../domain/lab/applies.ts'
import { issuesOf } from '../../domain/lab/grid-issues.ts'
import { outcomeOf } from '../../domain/lab/outcome.ts'
import { testsByRow, type LabRow } from '../../domain/lab/rows.ts'
import { byId } from '../../domain/table/by-id.ts'
import { useFiltered } from '../filters/use-filtered.tsx'
import { labQueries } from './queries.ts'
import { useKnownEditions } from './use-known-editions.ts'

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
  /** The index that they are found in. */
  columns: Columns
  /** The bulletins that the filter finds, as rows of the index; those with results come first. */
  found: readonly number[]
  /** The column of a bulletin, of which there are many more than are looked at. */
  columnOf: (row: number) => LabColumn
  /** Those of the fleet, then what else was tested, whatever is found. */
  allEditions: readonly LabRow[]
  /** Those of the fleet, then those that anything of it was tested on. */
  editions: readonly LabRow[]
  /** How a bulletin went on an OS edition; null where it was not tested there. */
  outcomeAt: (edition: LabRow, id: string) => Outcome | null
  /** The known issues on the platforms of the filter. */
  issues: readonly LabIssue[]
  /** The filter that they are found with. */
  query: BulletinQuery
}

const isWanted = (chosen: readonly PlatformId[], platform: PlatformId) =>
  chosen.length === 0 || chosen.some((above) => isWithin(platform, above))

/** What the lab knows of the bulletins that the filter finds, a moment later than it is asked for: what is typed shows at once. */
export function useLabView(): LabView {
  const { columns, platforms, filter, query, rows } = useDeferredValue(useFiltered())
  const allEditions = useKnownEditions()
  const reports = useDeferredValue(useSuspenseQuery(labQueries.reports()).data)

  const known = byId(platforms)
  const reportAt = useMemo(
    () => new Map(reports.map((report) => [columns.rowOf(report.id), report])),
    [reports, columns],
  )
  const found = useMemo(() => {
    const all = Array.from(rows)
    // Among thousands of bulletins the tested ones would be hard to find.
    const isTested = (row: number) => (reportAt.get(row)?.tests.length ?? 0) > 0
    return [...all.filter(isTested), ...all.filter((row) => !isTested(row))]
  }, [rows, reportAt])
  const columnOf = useCallback(
    (row: number): LabColumn => ({
      id: valueAt(columns.table.columns.id, row) ?? '',
      report: reportAt.get(row) ?? null,
      appliesTo: (platform) => appliesTo(columns.summaryAt(row).platforms, platform, known),
    }),
    [columns, reportAt, known],
  )

  // Whatever is found, a row has the same name, place and results.
  const testsOf = useMemo(() => testsByRow(allEditions, reports), [allEditions, reports])
  const reported = useMemo(() => found.flatMap((row) => reportAt.get(row) ?? []), [found, reportAt])
  const editions = useMemo(
    () =>
      allEditions.filter(
        (row) =>
          isWanted(filter.platform, row.platform) &&
          (row.machines !== null || reported.some(({ id }) => testsOf.get(row)?.has(id))),
      ),
    [allEditions, testsOf, reported, filter.platform],
  )
  const outcomeAt = useCallback(
    (edition: LabRow, id: string) => outcomeOf(testsOf.get(edition)?.get(id) ?? []),
    [testsOf],
  )
  const issues = useMemo(() => {
    const { publishedOn } = columns.table.columns
    const dayOf = ({ id }: LabReport) => valueAt(publishedOn, columns.rowOf(id) ?? -1) ?? ''
    return issuesOf(
      reported.map((report) => ({ report, on: filter.platform })),
      new Map(reported.map((report) => [report.id, dayOf(report)])),
      known,
    )
  }, [reported, filter.platform, columns, known])
  return useMemo(
    () => ({ columns, found, columnOf, allEditions, editions, outcomeAt, issues, query }),
    [columns, found, columnOf, allEditions, editions, outcomeAt, issues, query],
  )
}
