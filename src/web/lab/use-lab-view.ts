import { useDeferredValue, useMemo } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { LabIssue } from '../../contract/lab-grid.ts'
import type { LabReport } from '../../contract/lab.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Outcome } from '../../contract/words.ts'
import type { BulletinQuery } from '../../contract/summary.ts'
import { isWithin } from '../../domain/platforms/platforms.ts'
import { valueAt } from '../../domain/table/open.ts'
import { appliesTo } from '../../domain/lab/applies.ts'
import { issuesOf } from '../../domain/lab/grid-issues.ts'
import { outcomeOf } from '../../domain/lab/outcome.ts'
import { rowsOf, testsByRow, type LabRow } from '../../domain/lab/rows.ts'
import { byId } from '../../domain/table/by-id.ts'
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
  const fleet = useFleet()
  const reports = useDeferredValue(useSuspenseQuery(labQueries.reports()).data)

  const known = byId(platforms)
  const bulletins = useMemo(() => {
    const reported = byId(reports)
    const all = Array.from(rows, (row): LabColumn => {
      const id = valueAt(columns.table.columns.id, row) ?? ''
      return {
        id,
        report: reported.get(id) ?? null,
        appliesTo: (platform) => appliesTo(columns.summaryAt(row).platforms, platform, known),
      }
    })
    // Among thousands of bulletins the tested ones would be hard to find.
    const isTested = ({ report }: LabColumn) => (report?.tests.length ?? 0) > 0
    return [...all.filter(isTested), ...all.filter((each) => !isTested(each))]
  }, [rows, columns, reports, known])

  const found = useMemo(() => bulletins.flatMap(({ report }) => report ?? []), [bulletins])
  const { editions, outcomeAt } = useMemo(() => {
    const all = rowsOf(fleet, found, known)
    const tests = testsByRow(all, found)
    return {
      editions: all.filter(({ platform }) => isWanted(filter.platform, platform)),
      outcomeAt: (edition: LabRow, id: string) => outcomeOf(tests.get(edition)?.get(id) ?? []),
    }
  }, [found, fleet, filter.platform, known])
  const issues = useMemo(() => {
    const { id, publishedOn } = columns.table.columns
    const days = new Map(Array.from(rows, (row) => [valueAt(id, row) ?? '', valueAt(publishedOn, row) ?? '']))
    return issuesOf(
      found.map((report) => ({ report, on: filter.platform })),
      days,
      known,
    )
  }, [found, filter.platform, rows, columns, known])
  return useMemo(
    () => ({ bulletins, editions, outcomeAt, issues, query }),
    [bulletins, editions, outcomeAt, issues, query],
  )
}
