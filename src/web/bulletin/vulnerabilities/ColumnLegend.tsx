import { clsx } from 'clsx'
import { useState } from 'react'
import { ColumnNames } from './ColumnNames.tsx'
import type { FlawTable } from './flaw-table.ts'
import { useFlawMessages } from './messages.ts'
import styles from './ColumnLegend.module.css'

/** Which platforms share a column, in full; rendered when it is opened, since there may be hundreds. */
export function ColumnLegend({ table }: { table: FlawTable }) {
  const { columns, rest } = table
  const t = useFlawMessages()
  const [isOpen, setOpen] = useState(false)
  if (rest.length === 0 && columns.every(({ platforms }) => platforms.length === 1)) return null
  return (
    <details
      className={clsx('printed-open', styles['column-legend'])}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="link">{t.columns}</summary>
      {isOpen && <ColumnNames table={table} hasSingles />}
    </details>
  )
}
