import { useState, type DragEvent } from 'react'
import { sortedAs, usualSort } from '../../../domain/filter/order.ts'
import { useFirstFiltered } from '../../filters/use-filtered.tsx'
import { columnOf, isColumnId, type ColumnId } from './columns.ts'
import { movedTo, useKeptColumns } from './kept-columns.ts'
import { useTableMessages } from './messages.ts'
import { useAlertsWording } from './use-alerts-wording.ts'
import styles from './AlertTable.module.css'

/** The heads of the columns: a click orders by them, a second one the other way round; dragged they change places. */
export function TableHead({ chosen }: { chosen: readonly ColumnId[] }) {
  const t = useTableMessages()
  const wording = useAlertsWording()
  const { columns, query, change } = useFirstFiltered()
  const [, keep] = useKeptColumns()
  const [over, setOver] = useState<ColumnId | null>(null)
  const usual = usualSort(columns.overlay.machines)
  const now = query.sort ?? usual
  const drop = (place: ColumnId) => (event: DragEvent) => {
    event.preventDefault()
    setOver(null)
    const moved = event.dataTransfer.getData('text/plain')
    if (isColumnId(moved)) keep(movedTo(chosen, moved, place))
  }
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1}>
        <span role="columnheader">
          <span className="visually-hidden">{t.select}</span>
        </span>
        {chosen.map((id) => {
          const { head, sort } = columnOf(id)
          const isSorted = sort !== undefined && sort === sortedAs(now)
          const isReversed = isSorted && sort !== now
          // By day the next one is first, by all else the most.
          const isUp = isReversed !== (sort === 'due')
          const next = isSorted && !isReversed ? (`-${sort}` as const) : sort
          return (
            // What is dragged here is moved by keys in the menu of the columns.
            // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
            <span
              key={id}
              role="columnheader"
              aria-sort={isSorted ? (isUp ? 'ascending' : 'descending') : undefined}
              draggable
              data-over={over === id || undefined}
              onDragStart={({ dataTransfer }) => dataTransfer.setData('text/plain', id)}
              onDragOver={(event) => {
                event.preventDefault()
                setOver(id)
              }}
              onDragLeave={() => setOver(null)}
              onDrop={drop(id)}
            >
              {sort === undefined ? (
                head(wording)
              ) : (
                <button type="button" onClick={() => change({ sort: next === usual ? undefined : next })}>
                  {head(wording)} <span aria-hidden>{isSorted ? (isUp ? '▲' : '▼') : ''}</span>
                </button>
              )}
            </span>
          )
        })}
      </div>
    </div>
  )
}
