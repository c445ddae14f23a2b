import type { BulletinEvent } from '../../contract/events.ts'
import { lastDecision } from '../../domain/decision/decision.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLabMessages } from '../lab/messages.ts'
import { useMessages } from '../i18n/messages.ts'

/** The last decision, and whether anything that it rests on has changed since. */
export function Signature({ events }: { events: readonly BulletinEvent[] }) {
  const m = useLabMessages()
  const { language } = useMessages()
  const last = lastDecision(events)
  if (last === null) return <p className="muted">{m.notSigned}</p>
  const { what, who, at, detail } = last.decision
  return (
    <div className="signature">
      <p>
        <b>{m.signedAs[what]}</b> <span className="muted">{m.signed(who, formatMoment(at, language))}</span>
      </p>
      {detail.note !== '' && <p>{detail.note}</p>}
      {last.isOutdated && <p className="hot">{m.changedSince}</p>}
    </div>
  )
}
