import { useState } from 'react'
import { usePlatformNames } from '../../catalogue/use-platform-names.ts'
import type { FlawTable } from './flaw-table.ts'
import { columnLabel } from './FlawHead.tsx'
import { useFlawMessages } from './messages.ts'
import styles from './ColumnLegend.module.css'

/** Which platforms share a column, in full; rendered when it is opened, since there may be hundreds. */
export function ColumnLegend({ table }: { table: FlawTable }) {
  const { columns, rest } = table
  const t = useFlawMessages()
  const names = usePlatformNames()
  const [isOpen, setOpen] = useState(false)
  if (rest.length === 0 && columns.every(({ platforms }) => platforms.length === 1)) return null
  return (
    <details
      className={styles['column-legend']}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="link">{t.columns}</summary>
      {isOpen && (
        <dl>
          {columns.map((column) => (
            <div key={column.platforms[0]}>
              <dt>{columnLabel(column, table, t)}</dt>
              <dd>{names(column.platforms)}</dd>
            </div>
          ))}
          {rest.length > 0 && (
            <div>
              <dt>{t.restHead(rest.length)}</dt>
              <dd>{names(rest.flatMap(({ platforms }) => platforms))}</dd>
            </div>
          )}
        </dl>
      )}
    </details>
  )
}
