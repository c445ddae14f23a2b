import type { KeyboardEvent } from 'react'
import { bindingFor } from '../ui/keyboard/bindings.ts'

const steps: Partial<Record<string, [rows: number, columns: number]>> = {
  left: [0, -1],
  right: [0, 1],
  up: [-1, 0],
  down: [1, 0],
}

/** The links of each row of a table, in order. */
const rowsOf = (table: Element): HTMLAnchorElement[][] =>
  Array.from(table.querySelectorAll('tr'), (row) => [...row.querySelectorAll('a')]).filter((links) => links.length > 0)

/** Moves the focus from cell to cell by the arrow keys. */
export function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[bindingFor('grid', event) ?? '']
  if (step === undefined || !(event.target instanceof HTMLAnchorElement)) return
  const { target } = event
  const rows = rowsOf(event.currentTarget)
  const row = rows.findIndex((links) => links.includes(target))
  const column = (rows[row] ?? []).indexOf(target)
  const next = rows[row + step[0]]
  const to = next?.[step[1] === 0 ? Math.min(column, next.length - 1) : column + step[1]]
  if (to === undefined) return
  event.preventDefault()
  to.focus()
}
