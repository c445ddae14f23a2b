import { stringify } from 'csv-stringify/browser/esm/sync'
import type { ExportTable } from './table.ts'

/** The table for a spreadsheet: UTF-8 with a mark by which Excel knows it, and no cell that it would take for a formula. */
export const asCsv = ({ head, rows, filter, exportedOn }: ExportTable): string =>
  stringify(
    rows.map((row) => [...row, filter, exportedOn]),
    { header: true, columns: [...head, 'filter', 'exported_on'], bom: true, escape_formulas: true },
  )
