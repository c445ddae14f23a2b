import { clsx } from 'clsx'
import { intervals, type Source, type SourceSettings } from '../../contract/sources.ts'
import { ListField } from '../ui/forms/controls.tsx'
import { LastCrawl } from './LastCrawl.tsx'
import { useSourcesMessages } from './messages.ts'
import styles from './SourceRow.module.css'

type Props = {
  source: Source
  onSet: (settings: Partial<SourceSettings>) => void
  onEdit: () => void
  onFetch: () => void
}

/** One source: its switch, its interval, its last crawl, and what can be done with it. */
export function SourceRow({ source, onSet, onEdit, onFetch }: Props) {
  const t = useSourcesMessages()
  return (
    <li className={styles['source-row']}>
      <input
        type="checkbox"
        role="switch"
        className={styles['switch']}
        title={t.on}
        aria-label={t.switchOn(source.title)}
        checked={source.isOn}
        aria-checked={source.isOn}
        onChange={({ target }) => onSet({ isOn: target.checked })}
      />
      <div className={styles['name']}>
        <h3>{source.title}</h3>
        <p className="muted">{source.url}</p>
      </div>
      <ListField
        isLabelHidden
        className={styles['interval']}
        label={`${source.title}: ${t.interval}`}
        value={source.everyHours}
        options={intervals.map((hours) => ({ value: hours, label: t.every[hours] }))}
        onChoose={(everyHours) => onSet({ everyHours })}
      />
      <div className={styles['crawl']}>
        <LastCrawl source={source} />
      </div>
      <div className={clsx('on-screen', styles['actions'])}>
        <button
          type="button"
          className="button"
          disabled={source.isRunning}
          aria-label={t.fetchNowOf(source.title)}
          onClick={onFetch}
        >
          {t.fetchNow}
        </button>
        <button type="button" className="button" aria-label={t.editOf(source.title)} onClick={onEdit}>
          {t.edit}
        </button>
      </div>
    </li>
  )
}
