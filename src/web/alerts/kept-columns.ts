import { useDevice, type DeviceItem } from '../lib/device.ts'
import { isColumnId, usualColumns, type ColumnId } from './columns.ts'

/** The columns of the table, in the reader's order. */
export const keptColumns: DeviceItem<readonly ColumnId[]> = {
  key: 'hotfix-report.alerts-columns',
  isValid: (kept): kept is ColumnId[] =>
    Array.isArray(kept) && kept.length > 0 && kept.every(isColumnId) && new Set(kept).size === kept.length,
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

/** With a column there or, if it was, gone; the last one stays. */
export const toggledColumn = (chosen: readonly ColumnId[], id: ColumnId): readonly ColumnId[] =>
  !chosen.includes(id) ? [...chosen, id] : chosen.length > 1 ? chosen.filter((each) => each !== id) : chosen
