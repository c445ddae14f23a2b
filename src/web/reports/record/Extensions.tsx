import type { RecordEntry } from '../../../contract/record.ts'
import { formatDay, formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useBulletinRecordMessages } from './messages.ts'
import styles from './RecordEntries.module.css'

/** Every time that a person moved the due day or ended that, with the reason. */
export function Extensions({ entries }: { entries: readonly RecordEntry[] }) {
  const t = useBulletinRecordMessages()
  const language = useLanguage()
  const events = entries.flatMap(({ event }) => (event.topic === 'due' ? [event] : []))
  if (events.length === 0) return <p className="muted">{t.noExceptions}</p>
  return (
    <ul className={styles['extensions']}>
      {events.map((event) => {
        const at = formatMoment(event.at, language)
        const until = formatDay(event.detail.until, language)
        if (event.what === 'ended') return <li key={event.id}>{t.ended(until, event.who, at)}</li>
        const { from, first, reason } = event.detail
        return (
          <li key={event.id}>
            {t.moved(formatDay(from ?? first, language), until, event.who, at)}
            <br />
            {reason}
          </li>
        )
      })}
    </ul>
  )
}
