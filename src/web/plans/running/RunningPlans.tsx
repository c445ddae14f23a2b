import { lazy, Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import type { PlanRow } from '../../../contract/plan-view.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { usePlansMessages } from '../messages.ts'
import { useWaveName } from '../wave-names.ts'
import { useWaveMessages } from '../waves/messages.ts'
import { stopWords, waitWords } from '../waves/gate-words.ts'
import { roughLength, usePlanClock } from '../wording.ts'
import { ProgressBar } from '../../ui/marks/ProgressBar.tsx'
import styles from './RunningPlans.module.css'

// recharts is larger than the rest: the words do not wait for it.
const SmallBurnUp = lazy(() => import('./SmallBurnUp.tsx').then((module) => ({ default: module.SmallBurnUp })))

/** The plans that run, for a page of other things: how far each is, when it finishes, and which gate waits. The first one with its curve. */
export function RunningPlans({ plans }: { plans: readonly PlanRow[] }) {
  return (
    <ul className={styles['running-plans']}>
      {plans.map((row, position) => (
        <li key={row.id}>
          <Link to="/plans/$id" params={{ id: String(row.id) }}>
            <b>{row.name}</b>
          </Link>
          <Progress row={row} />
          {position === 0 && (
            <Suspense fallback={<div className={styles['chart']} />}>
              <SmallBurnUp id={row.id} className={styles['chart']} />
            </Suspense>
          )}
          <NextGate row={row} />
        </li>
      ))}
    </ul>
  )
}

function useRowWords({ zone }: PlanRow) {
  const language = useLanguage()
  const nameOf = useWaveName()
  return {
    language,
    ...usePlanClock(zone),
    length: (minutes: number) => roughLength(minutes, language),
    waveName: (key: string) => nameOf({ key, name: '' }),
    nameOf,
  }
}

/** Machines done, as a bar and in words, and when the rest will be. */
function Progress({ row }: { row: PlanRow }) {
  const { done, of, counted, finish, state } = row
  const { said: t, states } = usePlansMessages()
  const { moment, length } = useRowWords(row)
  const share = Math.floor((done / Math.max(1, of)) * 100)
  const { expected, slipMinutes } = finish
  const against =
    slipMinutes === null
      ? t.stop
      : slipMinutes === 0
        ? t.asPlanned
        : slipMinutes > 0
          ? t.later(length(slipMinutes))
          : t.earlier(length(slipMinutes))
  return (
    <>
      <p>
        <b className={styles['figure']}>{formatNumber(done)}</b>
        {t.ofAll(formatNumber(of), `${share}%`)} {counted > 0 && t.counted(formatNumber(counted))}
        {state === 'stopped'
          ? `${states.stopped}${t.stop}`
          : expected !== null && t.finishes(moment(expected)) + against}
      </p>
      <div className={styles['done']}>
        <ProgressBar done={done} total={of} />
      </div>
    </>
  )
}

/** The gate that waits for a person, or for machines. */
function NextGate({ row }: { row: PlanRow }) {
  const { nextGate, ifClosed } = row
  const t = useWaveMessages()
  const words = useRowWords(row)
  if (nextGate === null) return null
  const { wave, name, gateState: gate } = nextGate
  const said = { t, words }
  const detail = {
    open: () => '',
    'opened-by-hand': () => '',
    'opens-at': () => (gate.state === 'opens-at' ? t.gate.at(words.at(gate.at)) : ''),
    waits: () => (gate.state === 'waits' ? waitWords(gate.waits, said) : ''),
    stopped: () => (gate.state === 'stopped' ? gate.stops.map((stop) => stopWords(stop, said)).join(' ') : ''),
  }[gate.state]()
  const cost =
    ifClosed?.wave === wave && ifClosed.finish !== null ? ` ${t.gate.ifClosed(words.at(ifClosed.finish))}` : ''
  return (
    <p className={styles['gate']}>
      <b>{words.nameOf({ key: wave, name })}</b>{' '}
      <span className={gate.state === 'stopped' ? styles['stopped'] : undefined}>
        {gate.state === 'stopped' ? `${t.gate.stopped}: ${detail}` : detail}
      </span>
      {cost}
    </p>
  )
}
