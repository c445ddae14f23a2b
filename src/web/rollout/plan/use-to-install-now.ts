import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Summary } from '../../../contract/summary.ts'
import { everyRow } from '../../../domain/filter/bits.ts'
import { applyFilter } from '../../../domain/filter/apply.ts'
import { filterOf } from '../../../domain/filter/filter.ts'
import { oncePer } from '../../../domain/table/once.ts'
import { useFirstRows } from '../../catalogue/catalogue.ts'
import { fleetFixesQuery, fleetQuery } from '../../catalogue/fleet.ts'
import { leftToInstall } from '../queries.ts'

/**
 * `newest`: those of the latest month among them, or all where none is in the release of a month, as it `isRelease`; the
 * earliest due day comes first.
 */
type ToInstallNow = { all: Summary[]; newest: Summary[]; isRelease: boolean }

/** A plan of more than this is none. */
const maxPlanned = 30

const monthOf = ({ releases }: Summary): string =>
  releases
    .filter((key) => /^\d{4}-\d\d$/.test(key))
    .toSorted()
    .at(-1) ?? ''

/** Counted once for all parts of the page. */
const rowsLeft = oncePer(
  (columns: ReturnType<typeof useFirstRows>['columns']) => applyFilter(columns, filterOf(leftToInstall)).rows,
)

/** What is to be installed on the machines on file and not done yet; null without a fleet, undefined until it is known. */
export function useToInstallNow(): ToInstallNow | null | undefined {
  const { data } = useQuery(fleetFixesQuery())
  const { columns, first } = useFirstRows()
  const { data: fleet } = useQuery(fleetQuery())
  const hasFleet = fleet && fleet.lines.length > 0
  return useMemo(() => {
    if (hasFleet === false) return null
    if (data === undefined || hasFleet === undefined || columns.overlay.machines.length === 0) return undefined
    if (first && first.query !== JSON.stringify(leftToInstall)) return undefined
    const rows = first ? everyRow(columns.table.rows) : rowsLeft(columns)
    const all = Array.from(rows.subarray(0, maxPlanned), columns.summaryAt).toSorted(
      (a, b) => (a.due?.left ?? Infinity) - (b.due?.left ?? Infinity) || 0,
    )
    const month = all.map(monthOf).toSorted().at(-1) ?? ''
    if (month === '') return { all, newest: all, isRelease: false }
    return { all, newest: all.filter((summary) => summary.releases.includes(month)), isRelease: true }
  }, [data, columns, first, hasFleet])
}
