import { writeCsv } from '../../domain/table/csv.ts'
import type { ExportTable } from './table.ts'

/** The table for a spreadsheet, each row with the filter and the day. */
export const asCsv = ({ head, rows, filter, exportedOn }: ExportTable): string =>
  writeCsv(
    [...head, 'filter', 'exported_on'],
    rows.map((row) => [...row, filter, exportedOn]),
  )
