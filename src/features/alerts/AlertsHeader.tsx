import type { ReactNode } from 'react'
import { sortOrders, type SortOrder } from '../../contract/summary.ts'
import { useMessages } from '../../i18n/messages.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import './AlertsHeader.css'

type Props = { shown: number; all: number; sort: SortOrder; onSort: (sort: SortOrder) => void; children?: ReactNode }

/** How many alerts are shown of how many, and in which order. `children`: further actions on the list. */
export function AlertsHeader({ shown, all, sort, onSort, children }: Props) {
  const { t, w } = useMessages()
  return (
    <header className="alerts-header">
      <div>
        <h1 aria-live="polite">{t.alerts.title(shown)}</h1>
        <p className="muted">{shown === all ? t.alerts.all(all) : t.alerts.of(all)}</p>
      </div>
      <SegmentedControl
        label={t.alerts.sort}
        value={sort}
        options={sortOrders.map((value) => ({ value, label: w.sort[value] }))}
        onChange={onSort}
      />
      {children}
    </header>
  )
}
