import { useRef, type MouseEvent, type ReactNode } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useIsPrinting } from '../use-is-printing.ts'
import { Cell, Padded } from './Cells.tsx'
import { spanOf, type GridCell, type GridColumn, type Span } from './grid.ts'
import { GridHead } from './GridHead.tsx'
import { useCellFocus } from './use-cell-focus.ts'
import { useKeptPlace } from './use-kept-place.ts'
import styles from './DataGrid.module.css'

type Props = {
  /** What the grid holds, for screen readers. */
  label: string
  /** The cell above the heads of the rows. */
  corner: ReactNode
  columnCount: number
  columnAt: (column: number) => GridColumn
  /** In pixels, of every column. */
  columnWidth: number
  rowCount: number
  rowKey: (row: number) => string
  rowHead: (row: number) => ReactNode
  /** The cells of a row in the columns in sight. */
  cellsIn: (row: number, shown: Span) => readonly GridCell[]
  /** Follows the link of a cell without leaving the page. */
  onFollow: (href: string) => void
}

/** What has more than this is drawn only as far as it is in sight; below it the browser's own search finds everything. */
const maxWhole = { rows: 100, columns: 30, cells: 2500 }

/** In pixels; the style sheet holds to it. */
const rowHeight = 33

/** What is in sight before the browser has measured it. */
const initialRect = { width: 1000, height: 600 }

/** Rows of coloured cells under headings that stay: a real table, moved through by arrow keys. */
export function DataGrid(props: Props) {
  const { label, corner, columnCount, columnAt, columnWidth, rowCount, rowKey, rowHead, cellsIn, onFollow } = props
  const box = useRef<HTMLDivElement>(null)
  const cross = useRef<HTMLDivElement>(null)
  const isPrinting = useIsPrinting()
  const areRowsCut = rowCount > maxWhole.rows && !isPrinting
  const areCellsMany = rowCount * columnCount > maxWhole.cells
  const areColumnsCut = areCellsMany && columnCount > maxWhole.columns && !isPrinting
  const getScrollElement = () => box.current
  const down = useVirtualizer({
    count: rowCount,
    getScrollElement,
    estimateSize: () => rowHeight,
    overscan: 5,
    enabled: areRowsCut,
    initialRect,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columnCount,
    getScrollElement,
    estimateSize: () => columnWidth,
    overscan: 2,
    enabled: areColumnsCut,
    initialRect,
  })
  const rows = spanOf(areRowsCut ? down.getVirtualItems() : null, rowCount)
  const shown = spanOf(areColumnsCut ? across.getVirtualItems() : null, columnCount)
  const columns = Array.from({ length: shown.end - shown.first }, (_, position) => columnAt(shown.first + position))
  useKeptPlace(box, label)
  const { onKeyDown } = useCellFocus(box, { rowCount, columnCount }, ({ row, column }) => {
    if (areRowsCut) down.scrollToIndex(row)
    if (areColumnsCut) across.scrollToIndex(column)
  })

  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-follow]') : null
    const href = link?.getAttribute('href')
    if (!href || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onFollow(href)
  }

  /** Lays a band over the column of the cell under the pointer or the focus, without drawing any cell anew. */
  const showCross = (target: EventTarget) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-column]') : null
    if (cross.current === null) return
    cross.current.hidden = cell === null
    if (cell !== null) cross.current.style.translate = `${cell.offsetLeft}px 0`
  }

  return (
    // The events are those of the links and cells inside it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      className={styles['data-grid']}
      role="region"
      aria-label={label}
      tabIndex={0}
      data-scroll-restoration-id={label}
      onKeyDown={onKeyDown}
      onClick={follow}
      onPointerOver={(event) => showCross(event.target)}
      onPointerLeave={() => {
        if (cross.current !== null) cross.current.hidden = true
      }}
      onFocus={(event) => showCross(event.target)}
    >
      <div className={styles['sheet']}>
        <div ref={cross} className={styles['cross']} style={{ width: columnWidth }} hidden aria-hidden />
        <table aria-rowcount={rowCount} aria-colcount={columnCount + 1}>
          <colgroup>
            <col className={styles['heads']} />
            {shown.first > 0 && <col style={{ width: shown.first * columnWidth }} />}
            {columns.map(({ key }) => (
              <col key={key} style={{ width: columnWidth }} />
            ))}
            {shown.end < columnCount && <col style={{ width: (columnCount - shown.end) * columnWidth }} />}
            <col />
          </colgroup>
          <GridHead corner={corner} columns={columns} columnCount={columnCount} shown={shown} />
          <tbody>
            {rows.first > 0 && <tr className={styles['beyond']} style={{ height: rows.first * rowHeight }} />}
            {Array.from({ length: rows.end - rows.first }, (_, position) => {
              const row = rows.first + position
              const cells = cellsIn(row, shown)
              return (
                <tr key={rowKey(row)} aria-rowindex={row + 1}>
                  <th scope="row">{rowHead(row)}</th>
                  <Padded shown={shown} count={columnCount}>
                    {columns.map(({ key }, at) => {
                      const cell = cells[at]
                      return cell && <Cell key={key} cell={cell} row={row} column={shown.first + at} />
                    })}
                  </Padded>
                </tr>
              )
            })}
            {rows.end < rowCount && (
              <tr className={styles['beyond']} style={{ height: (rowCount - rows.end) * rowHeight }} />
            )}
          </tbody>
        </table>
      </div>
    </div>
  )
}
