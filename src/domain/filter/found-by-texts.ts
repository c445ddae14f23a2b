import { hasRow } from './bits.ts'
import type { Columns } from './columns.ts'
import { rowsWithText } from './text-columns.ts'

/** Whether a row is found by what the texts hold alone: of such a one it has to be said where the words are. */
export function foundByTexts(columns: Columns, q: string): (row: number) => boolean {
  if (columns.overlay.found.length === 0) return () => false
  const known = rowsWithText(columns.with({ found: [] }).texts(), columns.table.rows, q)
  return (row) => !hasRow(known, row)
}
