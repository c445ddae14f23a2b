import type { IndexRow } from '../../contract/summary.ts'
import type { OpenTable, ValueColumn } from './open.ts'

type Columns = OpenTable<IndexRow>['columns']

/** A table that has some of the columns of the summary index. */
export type TablePart = { rows: number; columns: Partial<Columns> }

const noItems = { rows: 0, columns: {} }

const same = <T>(value: T, rows: number): ValueColumn<T> => ({ values: [value], at: new Int32Array(rows) })

/** The first part, with placeholders for what has not come yet: titles that say nothing, vulnerabilities that are only counted. */
export function withPlaceholders({ rows, columns }: TablePart): OpenTable<IndexRow> {
  const { starts, items } = columns.vulnerabilities ?? { starts: new Uint32Array(rows + 1), items: noItems }
  const flaws = {
    id: same('', items.rows),
    cve: same(null, items.rows),
    title: same({}, items.rows),
    severity: same(null, items.rows),
  }
  return {
    rows,
    columns: {
      title: same({}, rows),
      ...columns,
      vulnerabilities: { starts, items: { rows: items.rows, columns: { ...flaws, ...items.columns } } },
    } as Columns,
  }
}
