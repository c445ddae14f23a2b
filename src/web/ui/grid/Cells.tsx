import type { ReactNode } from 'react'
import type { GridCell, Span } from './grid.ts'
import styles from './DataGrid.module.css'

/** The columns out of sight on either side, as one empty cell each. */
export function Padded({ shown, count, children }: { shown: Span; count: number; children: ReactNode }) {
  return (
    <>
      {shown.first > 0 && <td className={styles['beyond']} />}
      {children}
      {shown.end < count && <td className={styles['beyond']} />}
      <td />
    </>
  )
}

/** A coloured cell. Its place is how the keyboard finds it. */
export function Cell({ cell, row, column }: { cell: GridCell; row: number; column: number }) {
  const { shown, said, tone, href, mark } = cell
  if (href === undefined)
    return (
      <td data-tone={tone} data-mark={mark} data-row={row} data-column={column} tabIndex={-1} aria-label={said}>
        {shown}
      </td>
    )
  return (
    <td data-tone={tone} data-mark={mark} data-row={row} data-column={column}>
      <a href={href} data-follow tabIndex={-1} aria-label={said}>
        {shown}
      </a>
    </td>
  )
}
