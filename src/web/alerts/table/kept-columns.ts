import { useDevice, type DeviceItem } from '../../lib/device.ts'
import { isColumnId, leadingColumns, usualColumns, type ColumnId } from './columns.ts'

const leadsOn = (chosen: readonly ColumnId[]) => leadingColumns.some((id) => chosen.includes(id))

/** The columns of the table, in the reader's order. */
export const keptColumns: DeviceItem<readonly ColumnId[]> = {
  key: 'hotfix-report.alerts-columns',
  isValid: (kept): kept is ColumnId[] =>
    Array.isArray(kept) && kept.every(isColumnId) && new Set(kept).size === kept.length && leadsOn(kept),
  initial: usualColumns,
}

export const useKeptColumns = () => useDevice(keptColumns)

/** With a column moved to the place of another. */
export function movedTo(chosen: readonly ColumnId[], moved: ColumnId, place: ColumnId): readonly ColumnId[] {
  const to = chosen.indexOf(place)
  if (to < 0 || !chosen.includes(moved)) return chosen
  const rest = chosen.filter((id) => id !== moved)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}

/** With a column there or, if it was, gone; null where none would lead to the bulletins any more. */
export function toggledColumn(chosen: readonly ColumnId[], id: ColumnId): readonly ColumnId[] | null {
  if (!chosen.includes(id)) return [...chosen, id]
  const rest = chosen.filter((each) => each !== id)
  return leadsOn(rest) ? rest : null
}
