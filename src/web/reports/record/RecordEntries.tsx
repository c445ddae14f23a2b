import type { BulletinEvent } from '../../../contract/events.ts'
import type { RecordEntry } from '../../../contract/record.ts'
import { Author } from '../../activity/Author.tsx'
import { EventText } from '../../activity/EventText.tsx'
import { formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { RecordFactsLine } from './RecordFactsLine.tsx'
import { useBulletinRecordMessages } from './messages.ts'
import styles from './RecordEntries.module.css'

/** Everything that happened, oldest first: when, who, what, and what was known when a person decided. */
export function RecordEntries({ entries }: { entries: readonly RecordEntry[] }) {
  const t = useBulletinRecordMessages()
  const language = useLanguage()
  if (entries.length === 0) return <p className="muted">{t.none}</p>
  const events = entries.flatMap(({ event }): BulletinEvent[] => (event.what === 'counted' ? [] : [event]))
  return (
    <ol className={styles['record-entries']}>
      {entries.map(({ event, facts }) => (
        <li key={event.id}>
          <header className="muted">
            <span className={styles['number']}>{event.id}</span>{' '}
            <time dateTime={event.at}>{formatMoment(event.at, language)}</time>{' '}
            {event.what === 'counted' ? <b>{event.who}</b> : <Author event={event} />}
          </header>
          {event.what === 'counted' ? (
            <p>{t.covered(event.detail.applied, event.detail.of)}</p>
          ) : (
            <EventText event={event} events={events} />
          )}
          {facts !== null && <RecordFactsLine facts={facts} />}
        </li>
      ))}
    </ol>
  )
}
