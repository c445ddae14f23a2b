import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BulletinDue } from '../../contract/due.ts'
import { useCommon } from '../i18n/common.ts'
import { formatDay, formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { codeOf } from '../lib/api.ts'
import { useZone } from '../lib/clock.tsx'
import { useMay } from '../lib/me.ts'
import { FormError } from '../ui/forms/FormError.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { bulletinDueQuery, useMoveDue } from './bulletin-due.ts'
import { DecisionTable } from './DecisionTable.tsx'
import { DueDay } from './DueDay.tsx'
import { DueForm } from './DueForm.tsx'
import { useDueMessages } from './messages.ts'
import { useDueWords } from './use-due-words.ts'
import styles from './DuePanel.module.css'

/** Until when a bulletin is due, by which rule, and who has moved that. */
export function DuePanel({ id }: { id: string }) {
  const t = useDueMessages()
  const common = useCommon()
  const { data: told, error } = useQuery(bulletinDueQuery(id))
  return (
    <Panel id="due" title={t.title}>
      <div className={styles['due-panel']}>
        {told === undefined ? (
          <p className="muted" role="status" data-loading={error === null || undefined}>
            {error === null ? common.loading : `${t.notRead} ${common.problem[codeOf(error)]}`}
          </p>
        ) : told.due === null ? (
          <p className="muted">{told.none === null ? t.noDay : t.none[told.none]}</p>
        ) : (
          <Day told={told} due={told.due} />
        )}
        <Link to="/policy" className="link on-screen">
          {t.policy}
        </Link>
      </div>
    </Panel>
  )
}

function Day({ told, due }: { told: BulletinDue; due: NonNullable<BulletinDue['due']> }) {
  const t = useDueMessages()
  const words = useDueWords()
  const language = useLanguage()
  const mayMove = useMay('analyst')
  const { days, decisions } = told
  const shown = days.filter(({ on }, at) => on !== null || at === 0)
  return (
    <>
      <p className={styles['day']}>
        <DueDay due={due} />
      </p>
      <p>{words.sentence(due)}</p>
      {due.forensics && <p className="hot">{t.forensics}</p>}
      <Extended told={told} />
      {mayMove && <Move told={told} ruleDay={days[0]?.on ?? null} />}
      {shown.length > 1 && (
        <details className="printed-open">
          <summary>{t.allDays}</summary>
          <ol className={styles['days']}>
            {shown.map((day) => (
              <li key={JSON.stringify([day.rule, day.first])}>
                <b>{day.on === null ? t.noDay : formatDay(day.on, language)}</b> {words.sentence(day)}
              </li>
            ))}
          </ol>
        </details>
      )}
      {decisions.length > 0 && <DecisionTable decisions={decisions} />}
    </>
  )
}

/** Who has moved the day, why and from when; that this is over is said as well. */
function Extended({ told: { exception, due } }: { told: BulletinDue }) {
  const t = useDueMessages()
  const words = useWords()
  const language = useLanguage()
  const zone = useZone()
  if (exception === null || exception.ended !== null || due?.exception === undefined) return null
  const { first, until, reason, renewals, by, at } = exception
  return (
    <div className={styles['exception']}>
      <p>
        {due.exception.isOver ? t.isOver(formatDay(until, language)) : <b>{words.dueBasis.extended}</b>}{' '}
        {t.first(formatDay(first, language))}
        {renewals > 0 && `, ${t.renewals(renewals)}`}
      </p>
      <p className={styles['reason']}>{reason}</p>
      <p className="muted">{t.setBy(by, formatMoment(at, language, zone))}</p>
    </div>
  )
}

function Move({ told, ruleDay }: { told: BulletinDue; ruleDay: string | null }) {
  const t = useDueMessages()
  const common = useCommon()
  const [seen, setSeen] = useState<BulletinDue | null>(null)
  const { mutate, isPending, error } = useMoveDue(told.id)
  if (ruleDay === null) return null
  if (seen !== null) return <DueForm seen={seen} ruleDay={ruleDay} onClose={() => setSeen(null)} />
  const exception = told.due?.exception
  return (
    <div className="actions">
      <button type="button" className="button" onClick={() => setSeen(told)}>
        {exception === undefined ? t.extend : t.renew}
      </button>
      {exception !== undefined && !exception.isOver && (
        <button type="button" className="button" disabled={isPending} onClick={() => mutate('end')}>
          {t.end}
        </button>
      )}
      {error && <FormError>{`${t.failed} ${common.problem[codeOf(error)]}`}</FormError>}
    </div>
  )
}
