import { useEffect, useRef } from 'react'
import { useRouter } from '@tanstack/react-router'
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

function moveFocus(table: Element, event: KeyboardEvent): void {
  const step = steps[bindingFor('grid', event) ?? '']
  if (step === undefined || !(event.target instanceof HTMLAnchorElement)) return
  const { target } = event
  const rows = rowsOf(table)
  const row = rows.findIndex((links) => links.includes(target))
  const column = (rows[row] ?? []).indexOf(target)
  const next = rows[row + step[0]]
  const to = next?.[step[1] === 0 ? Math.min(column, next.length - 1) : column + step[1]]
  if (to === undefined) return
  event.preventDefault()
  to.focus()
}

/** Within a table of links: the arrow keys lead from one to the next, and a click stays in this page. */
export function useCellKeys() {
  const table = useRef<HTMLTableElement>(null)
  const router = useRouter()
  useEffect(() => {
    const box = table.current
    if (box === null) return
    const onKeyDown = (event: KeyboardEvent) => moveFocus(box, event)
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      router.history.push(link.getAttribute('href') ?? '')
    }
    box.addEventListener('keydown', onKeyDown)
    box.addEventListener('click', onClick)
    return () => {
      box.removeEventListener('keydown', onKeyDown)
      box.removeEventListener('click', onClick)
    }
  }, [router])
  return table
}
