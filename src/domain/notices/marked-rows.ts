import { addRow, noRows, type Bits } from '../filter/bits.ts'
import type { Columns } from '../filter/columns.ts'
import { valueAt } from '../table/open.ts'

/** The rows of an index whose mark of the traffic light protocol passes; undefined is that of a row without one. */
export function rowsMarked({ table }: Columns, isOpen: (mark: string | undefined) => boolean): Bits {
  const { rows, columns } = table
  // An index without any mark has no such column.
  const isMarked = 'tlp' in columns
  const passes = new Map<string | undefined, boolean>()
  const found = noRows(rows)
  for (let row = 0; row < rows; row++) {
    const mark = isMarked ? valueAt(columns.tlp, row) : undefined
    const known = passes.get(mark) ?? isOpen(mark)
    passes.set(mark, known)
    if (known) addRow(found, row)
  }
  return found
}
