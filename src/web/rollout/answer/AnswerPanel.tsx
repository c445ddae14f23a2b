import type { ReactNode } from 'react'
import type { Answer } from '../../../domain/rollout/answer.ts'
import type { PlanRemedy } from '../../../domain/rollout/remedy.ts'
import { isBeforeUpdates } from '../../../domain/rollout/windows.ts'
import type { RolloutInputs } from '../../../domain/rollout/inputs.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useMessages } from '../../i18n/messages.ts'
import { formatLength, momentsIn, type Moments } from '../../i18n/moments.ts'
import { useRolloutMessages, type RolloutMessages } from '../messages.ts'
import './AnswerPanel.css'

type Props = {
  answer: Answer
  inputs: RolloutInputs
  /** What would make the plan fit, where it does not. */
  remedies: readonly PlanRemedy[]
  onChange: (change: Partial<RolloutInputs>) => void
  /** The ways to take the plan away. */
  children: ReactNode
}

/** The answer in words: how long, until when, how sure; and what is in its way. */
export function AnswerPanel({ answer, inputs, remedies, onChange, children }: Props) {
  const r = useRolloutMessages()
  const { language } = useMessages()
  const { estimate, plan, machines, circumstances } = answer
  const moments = momentsIn(inputs.zone, language)
  const length = (minutes: number) => formatLength(minutes, language)
  return (
    <section className="panel answer-panel" aria-label={r.finish}>
      {machines === 0 ? (
        <p className="muted">{answer.fixes.length === 0 ? r.noBulletin : r.noMachines}</p>
      ) : (
        <dl aria-live="polite">
          <div>
            <dt>{r.duration}</dt>
            <dd className="first">{length(estimate.minutes)}</dd>
          </div>
          <div>
            <dt>{r.finish}</dt>
            <dd data-bad={plan.finish === null || undefined}>
              {plan.finish === null ? r.doesNotFit : moments.moment(plan.finish)}
            </dd>
          </div>
          <div>
            <dt>{r.rangeTitle}</dt>
            <dd>{`${length(estimate.low)} – ${length(estimate.high)}`}</dd>
          </div>
        </dl>
      )}
      <div className="actions">{children}</div>
      {machines > 0 && (
        <p className="in-words">
          {[
            `${length(estimate.minutes)}: ${r.oneGo(r.count(formatNumber(machines)), circumstances.consoles)}${language === 'ja' ? '。' : '.'}`,
            ...planInWords(answer, moments, r, length),
            ...(inputs.calibration === null
              ? []
              : [
                  r.correctedBy(
                    inputs.calibration.runs,
                    inputs.calibration.median.toFixed(2),
                    answer.fixes.some(({ curve }) => curve.published.length === 0),
                  ),
                ]),
          ].join(' ')}
        </p>
      )}
      <Misfits {...{ answer, inputs, remedies, onChange, length }} />
    </section>
  )
}

/** How the plan goes, and how it ends where everything takes longest. */
function planInWords(
  { plan, slowest }: Answer,
  { moment }: Moments,
  r: RolloutMessages,
  length: (minutes: number) => string,
): string[] {
  const [first] = plan.segments
  if (first === undefined) return []
  const work = plan.segments.reduce((sum, { from, to }) => sum + to - from, 0) / 60_000
  const waves = new Set(plan.segments.map(({ wave }) => wave)).size
  const sentence = r.planned(waves, plan.segments.length, length(work), moment(first.from))
  if (plan.finish === null) return [sentence]
  if (slowest.finish === null) return [sentence, r.atWorstNever]
  const sameNight = slowest.finish - plan.finish < 12 * 3_600_000
  return [sentence, sameNight ? r.atWorstSoon(moment(slowest.finish)) : r.atWorst(moment(slowest.finish))]
}

type MisfitProps = Pick<Props, 'answer' | 'inputs' | 'remedies' | 'onChange'> & { length: (minutes: number) => string }

function Misfits({ answer: { plan, open }, inputs: { windows, zone }, remedies, onChange, length }: MisfitProps) {
  const r = useRolloutMessages()
  if (plan.misfits.length === 0) return null
  return (
    <div className="misfits" role="alert">
      {open.length === 0 && (
        <p>
          {r.noneOpen} {windows.some((window) => isBeforeUpdates(window, zone)) && r.beforeUpdates}
        </p>
      )}
      {plan.misfits.map(({ wave, machines, minutes, isTooShort, minutesForOne }) => (
        <p key={wave}>
          {isTooShort
            ? r.tooShort(r.wave(wave), length(minutesForOne))
            : r.misfit(r.wave(wave), r.count(formatNumber(machines)), length(minutes))}
        </p>
      ))}
      {remedies.length === 0 ? (
        <p>{r.noRemedy}</p>
      ) : (
        <p className="remedies">
          <b>{r.remedy}</b>
          {remedies.map((remedy) => {
            if (remedy.kind === 'wave')
              return (
                <span key="wave">{r.remedies.wave(r.wave(remedy.wave), r.count(formatNumber(remedy.machines)))}</span>
              )
            const name =
              remedy.kind === 'consoles' ? r.remedies.consoles(remedy.more) : r.remedies.window(length(remedy.minutes))
            return (
              <button key={remedy.kind} type="button" className="button" onClick={() => onChange(remedy.change)}>
                {name}
              </button>
            )
          })}
        </p>
      )}
    </div>
  )
}
