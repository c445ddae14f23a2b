import type { ReactNode } from 'react'
import { Cell, Padded } from './Cells.tsx'
import { groupsIn, type GridCell, type GridColumn, type GridGroup, type Span } from './grid.ts'
import styles from './DataGrid.module.css'

type Props = {
  corner: ReactNode
  groups?: readonly GridGroup[] | undefined
  /** The columns in sight, of `columnCount`. */
  columns: readonly GridColumn[]
  columnCount: number
  /** A row of sums under the headings. */
  summary?: { head: ReactNode; cells: readonly GridCell[] } | undefined
  shown: Span
}

/** The headings of a grid, which stay in sight: groups over columns, and the row of sums. */
export function GridHead({ corner, groups, columns, columnCount, summary, shown }: Props) {
  const padding = { shown, count: columnCount }
  return (
    <thead>
      {groups !== undefined && (
        <tr className={styles['groups']}>
          <td className={styles['corner']} />
          <Padded {...padding}>
            {groupsIn(groups, shown).map(({ key, head, span }) => (
              <th key={key} scope="colgroup" colSpan={span}>
                {head}
              </th>
            ))}
          </Padded>
        </tr>
      )}
      <tr className={styles['columns']}>
        <th scope="col" className={styles['corner']}>
          {corner}
        </th>
        <Padded {...padding}>
          {columns.map(({ key, head, title }) => (
            <th key={key} scope="col" title={title}>
              {head}
            </th>
          ))}
        </Padded>
      </tr>
      {summary !== undefined && (
        <tr className={styles['summary']}>
          <th scope="row" className={styles['corner']}>
            {summary.head}
          </th>
          <Padded {...padding}>
            {summary.cells.map((cell, position) => (
              <Cell key={columns[position]?.key} cell={cell} />
            ))}
          </Padded>
        </tr>
      )}
    </thead>
  )
}
