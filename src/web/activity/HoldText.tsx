import type { BulletinEvent } from '../../contract/events.ts'
import { formatDay } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useActivityMessages } from './messages.ts'

type Props = { event: Extract<BulletinEvent, { topic: 'holds' }> }

/** That a person has set a hold, renewed or ended it, and why. */
export function HoldText({ event: { what, detail } }: Props) {
  const t = useActivityMessages()
  const language = useLanguage()
  const until = formatDay(detail.until, language)
  const from = formatDay(detail.from ?? detail.until, language)
  return (
    <>
      <p>
        {what === 'set' && t.holdSet(until)}
        {what === 'renewed' && t.holdRenewed(detail.renewals, from, until)}
        {what === 'ended' && t.holdEnded(until)}
      </p>
      <p>{detail.reason}</p>
    </>
  )
}
