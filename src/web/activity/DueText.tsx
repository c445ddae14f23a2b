import type { BulletinEvent } from '../../contract/events.ts'
import { formatDay } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useActivityMessages } from './messages.ts'

type Props = { event: Extract<BulletinEvent, { topic: 'due' }> }

/** That a person has moved the due day, or ended that. */
export function DueText({ event }: Props) {
  const t = useActivityMessages()
  const language = useLanguage()
  const { first, until } = event.detail
  const [firstDay, newDay] = [formatDay(first, language), formatDay(until, language)]
  if (event.what === 'ended') return <p>{t.dueEnded(newDay, firstDay)}</p>
  const { from, reason, renewals } = event.detail
  return (
    <>
      <p>
        {from === null ? t.dueExtended(firstDay, newDay) : t.dueRenewed(renewals, formatDay(from, language), newDay)}
      </p>
      <p>{reason}</p>
    </>
  )
}
