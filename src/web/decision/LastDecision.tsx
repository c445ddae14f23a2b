import type { BulletinEvent } from '../../contract/events.ts'
import { lastDecision } from '../../domain/decision/decision.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useZone } from '../lib/clock.tsx'
import { useDecisionMessages } from './messages.ts'
import styles from './LastDecision.module.css'

/** The last decision, and whether anything that it rests on has changed since. */
export function LastDecision({ events }: { events: readonly BulletinEvent[] }) {
  const t = useDecisionMessages()
  const language = useLanguage()
  const zone = useZone()
  const last = lastDecision(events)
  if (last === null) return <p className="muted">{t.notSigned}</p>
  const { what, who, at, detail } = last.decision
  return (
    <div className={styles['last-decision']} data-decision={what}>
      <p>
        <b>{t.signedAs[what]}</b> <span className="muted">{t.signed(who, formatMoment(at, language, zone))}</span>
      </p>
      {detail.note !== '' && <p>{detail.note}</p>}
      {last.isOutdated && <p className="hot">{t.changedSince}</p>}
    </div>
  )
}
