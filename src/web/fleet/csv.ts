/** A fleet as a file for a spreadsheet, and back. */
import Papa from 'papaparse'
import type { FleetLine } from '../../contract/fleet.ts'
import { fleetRows } from '../../domain/fleet/table.ts'

/** UTF-8 with a mark by which Excel knows it, and no cell that it would take for a formula. */
export const fleetCsv = (lines: readonly FleetLine[]): string =>
  `\uFEFF${Papa.unparse(fleetRows(lines), { escapeFormulae: true })}`

/** The rows of a file, with commas or tabs between the cells; what kept a cell from being a formula is taken off. */
export const csvRows = (text: string): string[][] =>
  Papa.parse<string[]>(text, { transform: (cell) => cell.replace(/^'(?=[-=+@])/, '') }).data
