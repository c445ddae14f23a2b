import { useRef, type CSSProperties, type MouseEvent } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { MatrixLine } from '../../domain/matrix/lines.ts'
import { spanOf } from '../ui/grid/grid.ts'
import { useMedia } from '../ui/use-media.ts'
import { useCellFocus } from '../ui/grid/use-cell-focus.ts'
import { useKeptPlace } from '../ui/grid/use-kept-place.ts'
import { GridHeads } from './GridHeads.tsx'
import { GridLine } from './GridLine.tsx'
import { useMatrixMessages } from './messages.ts'
import type { LineWords } from './use-lines.ts'
import type { Matrix } from './use-matrix.ts'
import { columnWidths, narrowScreen, rowHeights } from './measures.ts'
import styles from './MatrixGrid.module.css'

type Props = {
  matrix: Matrix
  lines: LineWords
  unfolded: readonly string[]
  hrefOf: (bulletin: string) => string
  onFollow: (href: string) => void
  /** Opens or closes a family of columns, or a fold of rows. */
  onUnfold: (family: string) => void
  onOpen: (fold: string) => void
}

/** What has more cells or columns than this is drawn only as far as it is in sight. */
const maxWhole = { cells: 900, columns: 40 }

/** What is in sight before the browser has measured it. */
const initialRect = { width: 1300, height: 700 }

/** The rows of the heads, of which the keyboard counts two: names, and what to install. */
const headRows = 2

/** Which lines the keyboard stops at, and where each line is among them. */
function stopsOf(lines: readonly MatrixLine[]) {
  const stops: number[] = []
  const at = lines.map((line, index) => (line.kind === 'group' ? -1 : stops.push(index) - 1 + headRows))
  return { stops, at }
}

/** Rows by columns: a real table with heads and first column that stay, moved through by arrow keys. */
export function MatrixGrid({ matrix, lines, unfolded, hrefOf, onFollow, onUnfold, onOpen }: Props) {
  const t = useMatrixMessages()
  const box = useRef<HTMLDivElement>(null)
  const { view, names } = matrix
  const { columns } = view
  const on = useMedia(narrowScreen) ? 'phone' : 'desk'
  const rowHeight = rowHeights[on]
  const widths = columnWidths(columns, names, on)
  const { stops, at } = stopsOf(view.lines)
  const isCut = {
    rows: view.lines.length * columns.length > maxWhole.cells,
    columns: columns.length > maxWhole.columns,
  }
  const getScrollElement = () => box.current
  const down = useVirtualizer({
    count: view.lines.length,
    getScrollElement,
    estimateSize: () => rowHeight,
    overscan: 4,
    enabled: isCut.rows,
    initialRect,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement,
    estimateSize: (column) => widths[column] ?? 0,
    overscan: 3,
    enabled: isCut.columns,
    initialRect,
  })
  const rows = spanOf(isCut.rows ? down.getVirtualItems() : null, view.lines.length)
  const shown = spanOf(isCut.columns ? across.getVirtualItems() : null, columns.length)
  const size = { rowCount: stops.length + headRows, columnCount: columns.length + 1 }
  useKeptPlace(box, t.title)
  const { onKeyDown } = useCellFocus(
    box,
    size,
    ({ row, column }) => {
      if (isCut.rows && row >= headRows) down.scrollToIndex(stops[row - headRows] ?? 0)
      if (isCut.columns && column > 0) across.scrollToIndex(column - 1)
    },
    { row: headRows, column: 1 },
  )

  const act = (event: MouseEvent) => {
    const on = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-follow], button') : null
    if (on === null) return
    const { unfold, open } = on.dataset
    if (unfold !== undefined) return onUnfold(unfold)
    if (open !== undefined) return onOpen(open)
    const href = on.getAttribute('href')
    if (href === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onFollow(href)
  }

  const sumOf = (from: number, to: number) => widths.slice(from, to).reduce((sum, width) => sum + width, 0)
  const before = sumOf(0, shown.first)
  const after = sumOf(shown.end, columns.length)
  const drawn = Array.from({ length: shown.end - shown.first }, (_, index) => shown.first + index)
  return (
    // The events are those of the links and buttons inside it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      className={styles['matrix-grid']}
      role="region"
      aria-label={t.title}
      tabIndex={0}
      data-scroll-restoration-id={t.title}
      onKeyDown={onKeyDown}
      onClick={act}
    >
      <table
        aria-rowcount={view.lines.length + headRows}
        aria-colcount={columns.length + 1}
        style={{ '--columns': `${sumOf(0, columns.length)}px` } as CSSProperties}
      >
        <colgroup>
          <col className={styles['heads']} />
          {before > 0 && <col style={{ width: before }} />}
          {drawn.map((column) => (
            <col key={column} style={{ width: widths[column] }} />
          ))}
          <col style={{ width: after + endWidth }} />
        </colgroup>
        <GridHeads matrix={matrix} drawn={drawn} isCutBefore={before > 0} unfolded={unfolded} hrefOf={hrefOf} />
        <tbody>
          {rows.first > 0 && <tr style={{ height: rows.first * rowHeight }} />}
          {view.lines.slice(rows.first, rows.end).map((line, index) => (
            <GridLine
              // Another matrix is written where this one is: nothing in sight moves.
              // oxlint-disable-next-line react/no-array-index-key
              key={rows.first + index}
              line={line}
              row={at[rows.first + index] ?? 0}
              index={rows.first + index}
              matrix={matrix}
              lines={lines}
              drawn={drawn}
              isCutBefore={before > 0}
              hrefOf={hrefOf}
            />
          ))}
          {rows.end < view.lines.length && <tr style={{ height: (view.lines.length - rows.end) * rowHeight }} />}
        </tbody>
      </table>
    </div>
  )
}

/** Room for the last slanted head, in pixels. */
const endWidth = 76
