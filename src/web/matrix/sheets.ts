import type { MatrixLine } from '../../domain/matrix/lines.ts'
import type { MatrixView } from '../../domain/matrix/view.ts'

/** Columns of a sheet: readable on A4, in portrait as in landscape. */
const columnsOnSheet = 18

export type Sheet = { columns: readonly number[]; lines: readonly MatrixLine[] }

/**
 * The sheets of the matrix: every column on one of them, in order, with the rows that say something there and their
 * headings; rows that say nothing anywhere are on the first.
 */
export function sheetsOf(
  { columns, lines }: Pick<MatrixView, 'columns' | 'lines'>,
  isTold: (line: MatrixLine, column: number) => boolean,
): Sheet[] {
  const all = columns.map((_, column) => column)
  const count = Math.max(1, Math.ceil(all.length / columnsOnSheet))
  const isMute = (line: MatrixLine) => !all.some((column) => isTold(line, column))
  return Array.from({ length: count }, (_, sheet) => {
    const own = all.slice(sheet * columnsOnSheet, (sheet + 1) * columnsOnSheet)
    const shown = lines.filter(
      (line) => line.kind === 'row' && (own.some((column) => isTold(line, column)) || (sheet === 0 && isMute(line))),
    )
    const groups = new Set(shown.map(({ group }) => group))
    const isShown = new Set(shown)
    return {
      columns: own,
      lines: lines.filter((line) => isShown.has(line) || (line.kind === 'group' && groups.has(line.group))),
    }
  })
}
