import { useMemo } from 'react'
import type { Summary } from '../../../contract/summary.ts'
import { valueAt } from '../../../domain/table/open.ts'
import { useCatalogue } from '../../catalogue/catalogue.ts'

/** Finds the summary of a bulletin by its id; undefined where there is no such bulletin. */
export type SummaryOf = (id: string) => Summary | undefined

/** The summaries of the catalogue by id. */
export function useSummaries(): SummaryOf {
  const { columns } = useCatalogue()
  return useMemo(() => {
    const { table } = columns
    const rows = new Map(Array.from({ length: table.rows }, (_, row) => [valueAt(table.columns.id, row) ?? '', row]))
    return (id) => {
      const row = rows.get(id)
      return row === undefined ? undefined : columns.summaryAt(row)
    }
  }, [columns])
}
