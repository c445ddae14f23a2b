import type { ReactNode } from 'react'
import { useAlertsMessages } from './messages.ts'
import './ListStatus.css'

type Props = {
  changed: number
  onSeen: () => void
  /** Of how many the list has. */
  selected: number
  of: number
  onSelectAll: () => void
  onUnselect: () => void
  /** What can be done with what is selected. */
  children: ReactNode
}

/** What is new since the last visit and what is selected, each with its actions. Nothing where there is neither. */
export function ListStatus({ changed, onSeen, selected, of, onSelectAll, onUnselect, children }: Props) {
  const t = useAlertsMessages()
  if (changed === 0 && selected === 0) return null
  return (
    <div className="list-status">
      {changed > 0 && (
        <p>
          <i aria-hidden /> {t.changed(changed)}
          <button type="button" className="link" onClick={onSeen}>
            {t.markSeen}
          </button>
        </p>
      )}
      {selected > 0 && (
        <p role="status">
          {t.selected(selected)}
          {selected < of && (
            <button type="button" className="link" onClick={onSelectAll}>
              {t.selectAll(of)}
            </button>
          )}
          {children}
          <button type="button" className="link" onClick={onUnselect}>
            {t.unselect}
          </button>
        </p>
      )}
    </div>
  )
}
