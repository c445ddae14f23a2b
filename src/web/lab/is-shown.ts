import type { LabCell } from '../../contract/lab-grid.ts'
import { isCounted } from '../../domain/lab/release-grid.ts'
import type { ShownOption } from './shown.ts'

/** Whether a cell is one of those that a figure counts. */
export const isShownBy = (only: ShownOption, cell: LabCell): boolean =>
  isCounted(cell) && (only === 'done' ? cell.outcome !== null : (cell.outcome ?? 'untested') === only)
