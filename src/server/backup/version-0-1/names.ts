import { renamedTables } from '../../store/sql/migrations/version-0-1.ts'
import type { KeptRow } from '../rows.ts'

/** Columns by table, with the names that they had until `017-plain-names` and those of today. */
const renamedColumns = new Map<string, Readonly<Record<string, string>>>([
  ['event', { who: 'actor', what: 'action' }],
  ['import', { who: 'actor' }],
])

const tables = new Map<string, string>(Object.entries(renamedTables))

/** What a table is called today. */
export const presentTable = (table: string): string => tables.get(table) ?? table

/** A row by the names of today. */
export function presentRow({ table, row }: KeptRow): KeptRow {
  const columns = renamedColumns.get(table) ?? {}
  return {
    table: presentTable(table),
    row: Object.fromEntries(Object.entries(row).map(([name, value]) => [columns[name] ?? name, value])),
  }
}
