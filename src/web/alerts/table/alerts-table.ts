import type { Summary } from '../../../contract/summary.ts'
import { exposureOf, type MachineCount } from '../../../domain/fleet/exposure.ts'
import type { ExportTable } from '../../export/table.ts'
import { readDevice } from '../../lib/device.ts'
import { columnIds, columnOf, type ColumnId, type AlertsWording } from './columns.ts'
import { keptColumns } from './kept-columns.ts'
import type { View } from '../../filters/list-view.ts'

/** The columns of the table as it is on the screen; undefined where there is none. */
export const columnsOfFile = (view: View): readonly ColumnId[] | undefined =>
  view === 'table' ? readDevice(keptColumns) : undefined

/** What a file has where no columns are chosen: all but what this page alone knows, the state and the machines. */
const usual = columnIds.filter(
  (id) =>
    id !== 'machines' && id !== 'triage' && id !== 'published' && id !== 'vulnerabilities' && id !== 'knownIssues',
)

/**
 * The alerts as a table to take away: what a card says first, and what a filter may ask for, in words; or the columns that
 * are chosen.
 *
 * @param machines those of the fleet
 */
export function alertsTable(
  bulletins: readonly Summary[],
  wording: AlertsWording,
  machines: readonly MachineCount[],
  chosen: readonly ColumnId[] = usual,
): Pick<ExportTable, 'head' | 'rows'> {
  const cell = (id: ColumnId, bulletin: Summary) =>
    id === 'machines'
      ? String(exposureOf(bulletin.platforms, machines)?.atMost ?? '')
      : columnOf(id).text(bulletin, wording)
  return {
    head: chosen.map((id) => columnOf(id).head(wording)),
    rows: bulletins.map((bulletin) => chosen.map((id) => cell(id, bulletin))),
  }
}
