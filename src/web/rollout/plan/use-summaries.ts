import { useCallback } from 'react'
import type { Summary } from '../../../contract/summary.ts'
import { useFirstRows } from '../../catalogue/catalogue.ts'

/** Finds the summary of a bulletin by its id; undefined where there is no such bulletin. */
export type SummaryOf = (id: string) => Summary | undefined

/** The summaries by id, of the rows that the page begins with until the index is there. */
export function useSummaries(): SummaryOf {
  const { columns } = useFirstRows()
  return useCallback(
    (id) => {
      const row = columns.rowOf(id)
      return row === undefined ? undefined : columns.summaryAt(row)
    },
    [columns],
  )
}
