import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { PlanView } from '../../contract/plan-view.ts'
import { dot, formatNumber } from '../i18n/format.ts'
import { windowPhrase } from '../i18n/windows.ts'
import { useMay } from '../lib/me.ts'
import { useCalendarAddress } from './aside/CalendarSheet.tsx'
import { PlanActions } from './actions/PlanActions.tsx'
import type { OpenDialog } from './actions/dialogs.ts'
import { usePlansMessages } from './messages.ts'
import { planSentence } from './sentence.ts'
import { savePlanCsv } from './plan-csv.ts'
import { useWaveMessages } from './waves/messages.ts'
import { inputsOf, usePlanWords } from './wording.ts'
import styles from './PlanHeader.module.css'

type Props = { view: PlanView; onOpen: OpenDialog }

/** What the plan is, how it is in a sentence, and what can be done with it. */
export function PlanHeader({ view, onOpen }: Props) {
  const t = usePlansMessages()
  const words = usePlanWords(view)
  const { plan } = view
  return (
    <header className={styles['plan-header']}>
      <div className={clsx('muted', styles['crumb'])}>
        <Link to="/rollout" hash="kept-plans" className={clsx('on-screen', styles['back'])}>
          <span aria-hidden>←</span> {t.back}
        </Link>
        <span>{t.kept(plan.id)}</span>
        <span className={styles['state']} data-state={plan.state}>
          {t.states[plan.state]}
        </span>
        <PlanActions view={view} onOpen={onOpen} />
      </div>
      <div className={styles['head']}>
        <div>
          <h1>{plan.name}</h1>
          <Facts view={view} />
        </div>
        <Exits view={view} onOpen={onOpen} />
      </div>
      <p className={styles['sentence']} aria-live="polite">
        {planSentence(view, { t: t.said, words })}
      </p>
    </header>
  )
}

/** Machines, fixes, approval, change number, consoles and windows, in a line. */
function Facts({ view }: Pick<Props, 'view'>) {
  const t = usePlansMessages()
  const { language, moments, zone } = usePlanWords(view)
  const { plan, of } = view
  const { consoles, windows } = inputsOf(plan)
  const { approval, ticket, owner } = plan
  const facts = [
    t.machines(formatNumber(of)),
    t.fixes(plan.bulletins.length),
    owner === null ? t.noOwner : t.owner(owner),
    approval === null ? t.notApproved : t.approvedBy(approval.by, moments.day(Date.parse(approval.at))),
    ...(ticket === null ? [] : [t.ticket(ticket)]),
    t.consoles(consoles),
    `${windows.map((window) => windowPhrase(window, language)).join(language === 'ja' ? '、' : '; ')} ${zone}`,
  ]
  return <p className={clsx('muted', styles['facts'])}>{facts.join(dot(language))}</p>
}

/** How the plan leaves the page, and the gate that waits for a person. */
function Exits({ view, onOpen }: Props) {
  const t = usePlansMessages()
  const waveText = useWaveMessages()
  const words = usePlanWords(view)
  const address = useCalendarAddress(view)
  const mayEdit = useMay('analyst')
  const stopped = view.waves.find(({ gateState, state }) => gateState.state === 'stopped' && state !== 'done')
  return (
    <div className={clsx('actions', styles['exits'])}>
      <a className="button" href={address} download={`hotfix-report_plan_${view.plan.id}.ics`}>
        {t.calendar.title}
      </a>
      <button type="button" className="button" onClick={() => savePlanCsv(view, { t, waveText, words })}>
        {t.csv}
      </button>
      <Link to="/plans/$id/record" params={{ id: String(view.plan.id) }} search={{}} className="button">
        {t.record}
      </Link>
      {stopped !== undefined && view.plan.state === 'running' && mayEdit && (
        <button
          type="button"
          className="button primary"
          onClick={() => onOpen({ kind: 'gate', wave: stopped.key, isOpen: true })}
        >
          {waveText.openGate(words.waveName(stopped.key))}
        </button>
      )}
    </div>
  )
}
