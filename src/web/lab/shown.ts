import type { LabCell } from '../../contract/lab-grid.ts'
import { outcomes } from '../../contract/vocabulary.ts'
import { isCounted } from '../../domain/lab/release-grid.ts'

/** What the sentence of a release can narrow its grid to. */
export const shownOptions = [...outcomes, 'untested', 'done'] as const
export type ShownOption = (typeof shownOptions)[number]

/** Whether a cell is one of those that a figure counts. */
export const isShownBy = (only: ShownOption, cell: LabCell): boolean =>
  isCounted(cell) && (only === 'done' ? cell.outcome !== null : (cell.outcome ?? 'untested') === only)
