import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { Hold, HoldList } from '../../contract/holds.ts'
import { daysBetween } from '../../domain/due/days.ts'
import { isInForce } from '../../domain/holds/holds.ts'
import { formatDay, formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useZone } from '../lib/clock.tsx'
import { useMay } from '../lib/me.ts'
import { EndForm, RenewForm } from './ChangeForms.tsx'
import { HoldMark } from './HoldMark.tsx'
import { useHoldMessages } from './messages.ts'
import { useHoldsDay } from './queries.ts'
import { useHoldWords } from './use-hold-words.ts'
import styles from './HoldEntry.module.css'

type Props = {
  hold: Hold
  /** The bulletin on whose page it is: it is not led to. */
  here?: string | undefined
  /** How platforms are called, where it is not in force. */
  labels?: HoldList['labels'] | undefined
}

/** A hold whole: on what, until when and why, who has set, renewed or ended it, and how to. */
export function HoldEntry({ hold, here, labels }: Props) {
  const t = useHoldMessages()
  const language = useLanguage()
  const zone = useZone()
  const today = useHoldsDay()
  const { machines } = useHoldWords(labels)
  const { bulletins, until, first, reason, by, at, renewals, renewed, ended } = hold
  const isOpen = isInForce(hold, today)
  return (
    <li className={styles['hold-entry']}>
      <div className={styles['head']}>
        {isOpen && <HoldMark holds={[hold]} />}
        <span className={styles['fixes']}>
          {bulletins === null
            ? t.everyFix
            : bulletins.map((id) =>
                id === here ? (
                  <span key={id}>{id}</span>
                ) : (
                  <Link key={id} to="/bulletins/$id" params={{ id }} search={{}} className="link">
                    {id}
                  </Link>
                ),
              )}
        </span>
        <span>{machines(hold)}</span>
        {isOpen && <span className="muted">{t.left(daysBetween(today, until))}</span>}
      </div>
      <p className={styles['reason']}>{reason}</p>
      <p className="muted">
        {t.setBy(by, formatMoment(at, language, zone))}
        {renewed !== null && `, ${t.renewedBy(renewals, renewed.by, formatDay(first, language))}`}
      </p>
      {ended !== null && (
        <p className={styles['reason']}>{t.endedBy(ended.by, formatMoment(ended.at, language, zone), ended.why)}</p>
      )}
      {ended === null && <Actions hold={hold} isOpen={isOpen} />}
    </li>
  )
}

function Actions({ hold, isOpen }: { hold: Hold; isOpen: boolean }) {
  const t = useHoldMessages()
  const may = useMay('analyst')
  // The hold as it was when the form was opened: what comes meanwhile is told by the server.
  const [asked, setAsked] = useState<{ what: 'renew' | 'end'; seen: Hold } | null>(null)
  if (!may) return null
  const close = () => setAsked(null)
  if (asked?.what === 'renew')
    return <RenewForm seen={asked.seen} className={clsx('on-screen', styles['form'])} onClose={close} />
  if (asked?.what === 'end')
    return <EndForm seen={asked.seen} className={clsx('on-screen', styles['form'])} onClose={close} />
  return (
    <div className={clsx('actions', styles['actions'])}>
      <button type="button" className="button" onClick={() => setAsked({ what: 'renew', seen: hold })}>
        {t.renew}
      </button>
      {isOpen && (
        <button type="button" className="button" onClick={() => setAsked({ what: 'end', seen: hold })}>
          {t.end}
        </button>
      )}
    </div>
  )
}
