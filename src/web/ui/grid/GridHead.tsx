import type { ReactNode } from 'react'
import { Padded } from './Cells.tsx'
import type { GridColumn, Span } from './grid.ts'
import styles from './DataGrid.module.css'

type Props = {
  corner: ReactNode
  /** The columns in sight, of `columnCount`. */
  columns: readonly GridColumn[]
  columnCount: number
  shown: Span
}

/** The headings of a grid, which stay in sight. */
export function GridHead({ corner, columns, columnCount, shown }: Props) {
  return (
    <thead>
      <tr className={styles['columns']}>
        <th scope="col" className={styles['corner']}>
          {corner}
        </th>
        <Padded shown={shown} count={columnCount}>
          {columns.map(({ key, head }) => (
            <th key={key} scope="col">
              {head}
            </th>
          ))}
        </Padded>
      </tr>
    </thead>
  )
}
