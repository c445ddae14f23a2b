import { useQuery } from '@tanstack/react-query'
import type { Hold } from '../../../contract/holds.ts'
import { useHoldMessages } from '../../holds/messages.ts'
import { useHoldWords } from '../../holds/use-hold-words.ts'
import { formatDay, formatList, formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { platformsQuery } from '../../lib/platforms.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { useBulletinRecordMessages } from './messages.ts'
import styles from './RecordEntries.module.css'

/** Every hold that was on what a record is about: what must not be deployed where, until when and why, and who said so. */
export function RecordHolds({ holds }: { holds: readonly Hold[] }) {
  const t = useBulletinRecordMessages()
  const { title, everyFix, setBy, renewedBy, endedBy } = useHoldMessages()
  const language = useLanguage()
  // Without their names platforms go by their ids.
  const { data: platforms = [] } = useQuery(platformsQuery())
  const { machines } = useHoldWords(Object.fromEntries(platforms.map(({ id, label }) => [id, label])))
  return (
    <Panel id="holds" title={title}>
      {holds.length === 0 ? (
        <p className="muted">{t.noHolds}</p>
      ) : (
        <ul className={styles['extensions']}>
          {holds.map((hold) => {
            const { id, at, by, until, first, bulletins, reason, renewals, renewed, ended } = hold
            return (
              <li key={id}>
                <b>{t.heldUntil(formatDay(until, language))}</b>{' '}
                {bulletins === null ? everyFix : formatList(bulletins, language)}: {machines(hold)}
                <br />
                {reason}
                <br />
                {setBy(by, formatMoment(at, language))}
                {renewed !== null && `, ${renewedBy(renewals, renewed.by, formatDay(first, language))}`}
                {ended !== null && `, ${endedBy(ended.by, formatMoment(ended.at, language), ended.why)}`}
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
