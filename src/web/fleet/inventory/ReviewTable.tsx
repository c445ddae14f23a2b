import { clsx } from 'clsx'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import type { InventoryPreview } from '../../../contract/inventory.ts'
import { useInventoryMessages } from './messages.ts'
import { Row } from './ReviewRow.tsx'
import { reviewRows } from './review-rows.ts'
import { SpaceRow } from '../../ui/layout/DataTable.tsx'
import table from '../../ui/layout/DataTable.module.css'
import styles from './InventoryPanel.module.css'

/** What has more rows than this is drawn only as far as it is in sight. */
const maxWhole = 100
const rowHeight = 37
/** What is in sight before the browser has measured it. */
const initialRect = { width: 1000, height: 420 }

/** What each line of a file becomes. */
export function ReviewTable({ preview }: { preview: InventoryPreview }) {
  const t = useInventoryMessages()
  const box = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => reviewRows(preview), [preview])
  const isCut = rows.length > maxWhole
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    enabled: isCut,
    initialRect,
  })
  if (rows.length === 0) return null
  const items = isCut ? virtual.getVirtualItems() : rows.map((_, index) => ({ index, start: 0, end: 0 }))
  const before = items[0]?.start ?? 0
  const behind = isCut ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  return (
    <div ref={box} className={styles['rows']} role="region" aria-label={t.rows} tabIndex={0}>
      <table className={clsx(table['data-table'], table['stacked'])} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {[t.line, t.machine, t.becoming, t.platform, t.build, t.tells, t.seen].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <SpaceRow height={before} columns={7} />}
          {items.map(({ index }) => {
            const row = rows[index]
            return (
              row && <Row key={index} row={row} index={index} measure={isCut ? virtual.measureElement : undefined} />
            )
          })}
          {behind > 0 && <SpaceRow height={behind} columns={7} />}
        </tbody>
      </table>
    </div>
  )
}
