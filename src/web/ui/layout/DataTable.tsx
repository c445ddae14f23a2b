import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import styles from './DataTable.module.css'

type Props = {
  /** What the table holds, for screen readers. */
  label: string
  /** Cells of the heading; an empty one is above a column that needs none. */
  head: readonly string[]
  /** Rows, or bodies of rows. */
  children: ReactNode
  /** Positions of the columns of numbers. */
  numeric?: readonly number[]
  /** Whether a row is a few lines on a phone: the heading of a cell is its `data-head`. */
  isStacked?: boolean
  className?: string | undefined
}

/** A plain table. What is wider than the page scrolls inside itself, by keyboard too. */
export function DataTable({ label, head, children, numeric, isStacked = false, className }: Props) {
  return (
    <ScrollRegion label={label} className={className}>
      <table className={clsx(styles['data-table'], isStacked && styles['stacked'])}>
        <thead>
          <tr>
            {head.map((title, position) =>
              // A heading that says nothing is none.
              title === '' ? (
                <td key={title} />
              ) : (
                <th key={title} scope="col" className={numeric?.includes(position) ? styles['number'] : undefined}>
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        {children}
      </table>
    </ScrollRegion>
  )
}

type RegionProps = { label: string; className?: string | undefined; children: ReactNode }

/** Scrolls sideways inside itself; can be focused, so that the arrow keys scroll it. */
export function ScrollRegion({ label, className, children }: RegionProps) {
  return (
    <div className={clsx(styles['scroll-region'], className)} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}

type SpaceProps = { /** In pixels. */ height: number; columns: number }

/** The rows out of sight on one side, in a long table that is drawn only as far as it is in sight. */
export const SpaceRow = ({ height, columns }: SpaceProps) => (
  // The row is as high, as a stacked one shows no empty cell.
  <tr aria-hidden className={styles['space']} style={{ height }}>
    <td colSpan={columns} />
  </tr>
)
