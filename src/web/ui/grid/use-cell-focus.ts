import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { bindingFor, type BindingOf } from '../keyboard/bindings.ts'

type Place = { row: number; column: number }
type Size = { rowCount: number; columnCount: number }

/** Rows that a page key moves by. */
const page = 15

const moves: Record<Exclude<BindingOf<'grid'>, 'openCell'>, (from: Place, size: Size) => Place> = {
  left: ({ row, column }) => ({ row, column: column - 1 }),
  right: ({ row, column }) => ({ row, column: column + 1 }),
  up: ({ row, column }) => ({ row: row - 1, column }),
  down: ({ row, column }) => ({ row: row + 1, column }),
  first: ({ row }) => ({ row, column: 0 }),
  last: ({ row }, { columnCount }) => ({ row, column: columnCount - 1 }),
  pageUp: ({ row, column }) => ({ row: row - page, column }),
  pageDown: ({ row, column }) => ({ row: row + page, column }),
}

const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1))

/** The cell at a place, or the link or button in it; null while it is not drawn. */
function elementAt(box: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  const cell = box?.querySelector<HTMLElement>(`:is(td, th)[data-row="${row}"][data-column="${column}"]`) ?? null
  return cell?.querySelector<HTMLElement>('a, button') ?? cell
}

/**
 * Moves the focus from cell to cell by the keys of the grid. The grid itself is the one stop of the Tab key; from there
 * an arrow leads to the cell where the reader was last, at first to `start`. `scrollTo` brings a place into sight that is not drawn yet.
 */
export function useCellFocus(
  box: RefObject<HTMLElement | null>,
  size: Size,
  scrollTo: (place: Place) => void,
  start: Place = { row: 0, column: 0 },
) {
  const here = useRef<Place>(start)
  const wanted = useRef<Place | null>(null)

  // Runs after each drawing: what was out of sight when it was asked for may be there now.
  useEffect(() => {
    if (wanted.current === null) return
    const element = elementAt(box.current, wanted.current)
    if (element === null) return
    wanted.current = null
    element.focus()
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const binding = bindingFor('grid', event)
    if (binding === null || binding === 'openCell' || size.rowCount === 0) return
    event.preventDefault()
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null
    const from = cell && { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
    // There may be fewer of them by now than when the reader was there.
    const to = from === null ? here.current : moves[binding](from, size)
    here.current = { row: within(to.row, size.rowCount), column: within(to.column, size.columnCount) }
    const element = elementAt(box.current, here.current)
    if (element !== null) element.focus()
    else {
      wanted.current = here.current
      scrollTo(here.current)
    }
  }
  return { onKeyDown }
}
