import { rowGroups } from '../../domain/matrix/lines.ts'
import { cellsOf } from '../../domain/matrix/rows.ts'
import { ratingSaid } from './cells.ts'
import type { MatrixMessages } from './messages.ts'
import type { LineWords } from './use-lines.ts'
import type { Matrix } from './use-matrix.ts'

/** The matrix as a table to take away: its columns as shown, and every row, also those of folds. */
export function matrixTable({ by, rows, view, names }: Matrix, lines: LineWords, t: MatrixMessages, titleHead: string) {
  const groups = view.lines.filter((line) => line.kind === 'group')
  const ordered = groups.toSorted((a, b) => rowGroups.indexOf(a.group) - rowGroups.indexOf(b.group))
  const isFlaw = by === 'vulnerability'
  return {
    head: [t.group, t.row[by], titleHead, ...(isFlaw ? [t.rows.bulletin] : []), ...names.map(({ full }) => full)],
    rows: ordered.flatMap(({ group, rows: own }) =>
      own.map((row) => {
        const { name, bulletins, ratings } = rows.at(row)
        const cells = cellsOf(ratings, view.columns, view.of).map((rated) => (rated === null ? '' : ratingSaid(rated)))
        return [
          lines.groupName(group),
          name,
          lines.title(row).subject,
          ...(isFlaw ? [bulletins.join(' ')] : []),
          ...cells,
        ]
      }),
    ),
  }
}
