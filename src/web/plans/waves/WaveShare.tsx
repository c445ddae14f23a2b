import type { PlanView, PlanWaveView } from '../../../contract/plan-view.ts'
import { shortDay } from '../../i18n/days.ts'
import { comma, formatNumber } from '../../i18n/format.ts'
import { usePlanWords, type PlanWording } from '../wording.ts'
import { shownPercent } from './gate-words.ts'
import { useWaveMessages, type WaveMessages } from './messages.ts'
import styles from './WaveBoard.module.css'

type Props = { view: PlanView; wave: PlanWaveView }

/** How many machines of a wave are done, and what there is to say of the others. */
export function WaveShare({ view, wave }: Props) {
  const t = useWaveMessages()
  const words = usePlanWords(view)
  const held = wave.held.map(({ reason, until, machines }) =>
    t.held(
      machines === null ? null : formatNumber(machines),
      reason,
      shortDay(until, view.now.slice(0, 10), words.language),
    ),
  )
  const facts = factsOf(view, wave, t, words)
  const isBegun = view.plan.startedAt !== null
  return (
    <div className={styles['share']}>
      <b>{isBegun ? t.doneOf(formatNumber(wave.done), formatNumber(wave.of)) : t.machines(formatNumber(wave.of))}</b>
      {facts.length > 0 && <p>{facts.join(comma(words.language))}</p>}
      {held.map((line) => (
        <p key={line} className={styles['held']}>
          {line}
        </p>
      ))}
    </div>
  )
}

function slipOf({ state, slipMinutes }: PlanWaveView, t: WaveMessages, words: PlanWording): string[] {
  if (state !== 'done' || slipMinutes === null) return []
  if (slipMinutes === 0) return [t.asPlanned]
  return [slipMinutes > 0 ? t.later(words.length(slipMinutes)) : t.earlier(words.length(slipMinutes))]
}

function forecastOf(
  view: PlanView,
  { key, forecast, state }: PlanWaveView,
  t: WaveMessages,
  words: PlanWording,
): string[] {
  if (forecast === null || forecast.last === null || state === 'done') return []
  const last = Date.parse(forecast.last)
  const expected =
    forecast.start === null || state === 'running'
      ? t.forecastLast(words.at(forecast.last))
      : t.forecast(words.moments.span(Date.parse(forecast.start), last))
  const closed = view.ifClosed?.wave === key ? view.ifClosed.finish : null
  return closed === null ? [expected] : [expected, t.ifClosed(words.at(closed))]
}

/** What went otherwise than it should, and what is to be expected. */
function factsOf(view: PlanView, wave: PlanWaveView, t: WaveMessages, words: PlanWording): string[] {
  if (view.plan.startedAt === null)
    return wave.planned.last === null && wave.of > 0 ? [t.doesNotFit(formatNumber(wave.of))] : []
  const waiting = view.waiting.filter((each) => each.wave === wave.key)
  const sum = (why: (typeof waiting)[number]['why']) =>
    waiting.filter((each) => each.why === why).reduce((total, { machines }) => total + machines, 0)
  const [failed, restart] = [sum('failed'), sum('restart-pending')]
  const { attempts } = wave
  return [
    ...(attempts.failed > 0 && attempts.percent !== null
      ? [t.firstFailed(formatNumber(attempts.failed), shownPercent(attempts.percent))]
      : []),
    ...(failed > 0 ? [t.failed(formatNumber(failed))] : []),
    ...(restart > 0 ? [t.restart(formatNumber(restart))] : []),
    ...slipOf(wave, t, words),
    ...forecastOf(view, wave, t, words),
  ]
}
