import type { ReactNode } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import './ListStatus.css'

type Props = { changed: number; onSeen: () => void; selected: number; onUnselect: () => void; plan: ReactNode }

/** What is new since the last visit and what is selected, each with its actions; `plan` leads to the rollout of what is selected. Nothing where there is neither. */
export function ListStatus({ changed, onSeen, selected, onUnselect, plan }: Props) {
  const { t } = useMessages()
  if (changed === 0 && selected === 0) return null
  return (
    <div className="list-status">
      {changed > 0 && (
        <p>
          <i aria-hidden /> {t.alerts.changed(changed)}
          <button type="button" className="link" onClick={onSeen}>
            {t.alerts.markSeen}
          </button>
        </p>
      )}
      {selected > 0 && (
        <p role="status">
          {t.alerts.selected(selected)}
          {plan}
          <button type="button" className="link" onClick={onUnselect}>
            {t.alerts.unselect}
          </button>
        </p>
      )}
    </div>
  )
}
