import { writeNotedCsv } from '../../domain/table/csv.ts'
import type { ExportTable } from './table.ts'

/** The table for a spreadsheet, with its filter and its day. */
export const asCsv = ({ head, rows, ...note }: ExportTable): string => writeNotedCsv(head, rows, note)
