import { useCallback } from 'react'
import type { Summary } from '../../../contract/summary.ts'
import { useCatalogue } from '../../catalogue/catalogue.ts'

/** Finds the summary of a bulletin by its id; undefined where there is no such bulletin. */
export type SummaryOf = (id: string) => Summary | undefined

/** The summaries of the catalogue by id. */
export function useSummaries(): SummaryOf {
  const { columns } = useCatalogue()
  return useCallback(
    (id) => {
      const row = columns.rowOf(id)
      return row === undefined ? undefined : columns.summaryAt(row)
    },
    [columns],
  )
}
