import { useMessages } from '../../i18n/messages.ts'
import './ListStatus.css'

type Props = { changed: number; onSeen: () => void; selected: number; onUnselect: () => void }

/** What is new since the last visit and what is selected, each with its one action; nothing where there is neither. */
export function ListStatus({ changed, onSeen, selected, onUnselect }: Props) {
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
          <button type="button" className="link" onClick={onUnselect}>
            {t.alerts.unselect}
          </button>
        </p>
      )}
    </div>
  )
}
