import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import type { Answer } from '../../../domain/rollout/answer.ts'
import type { PlanRemedy } from '../../../domain/rollout/remedy.ts'
import { isBeforeUpdates } from '../../../domain/rollout/windows.ts'
import type { RolloutInputs } from '../../../domain/rollout/inputs.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { formatLength, momentsIn, type Moments } from '../../i18n/moments.ts'
import { useRolloutMessages, type RolloutMessages } from '../messages.ts'
import panel from '../../ui/layout/Panel.module.css'
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
  const t = useRolloutMessages()
  const language = useLanguage()
  const { estimate, plan, machines, circumstances } = answer
  const moments = momentsIn(inputs.zone, language)
  const length = (minutes: number) => formatLength(minutes, language)
  return (
    <section className={clsx(panel['panel'], 'answer-panel')} aria-label={t.finish}>
      {machines === 0 ? (
        <p className="muted">{answer.fixes.length === 0 ? t.noBulletin : t.noMachines}</p>
      ) : (
        <dl aria-live="polite">
          <div>
            <dt>{t.duration}</dt>
            <dd className="first">{length(estimate.minutes)}</dd>
          </div>
          <div>
            <dt>{t.finish}</dt>
            <dd data-bad={plan.finish === null || undefined}>
              {plan.finish === null ? t.doesNotFit : moments.moment(plan.finish)}
            </dd>
          </div>
          <div>
            <dt>{t.rangeTitle}</dt>
            <dd>{`${length(estimate.low)} – ${length(estimate.high)}`}</dd>
          </div>
        </dl>
      )}
      <div className="actions">{children}</div>
      {machines > 0 && (
        <p className="in-words">
          {[
            `${length(estimate.minutes)}: ${t.oneGo(t.count(formatNumber(machines)), circumstances.consoles)}${language === 'ja' ? '。' : '.'}`,
            ...planInWords(answer, moments, t, length),
            ...(inputs.calibration === null
              ? []
              : [
                  t.correctedBy(
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
  t: RolloutMessages,
  length: (minutes: number) => string,
): string[] {
  const [first] = plan.segments
  if (first === undefined) return []
  const work = plan.segments.reduce((sum, { from, to }) => sum + to - from, 0) / 60_000
  const waves = new Set(plan.segments.map(({ wave }) => wave)).size
  const sentence = t.planned(waves, plan.segments.length, length(work), moment(first.from))
  if (plan.finish === null) return [sentence]
  if (slowest.finish === null) return [sentence, t.atWorstNever]
  const sameNight = slowest.finish - plan.finish < 12 * 3_600_000
  return [sentence, sameNight ? t.atWorstSoon(moment(slowest.finish)) : t.atWorst(moment(slowest.finish))]
}

type MisfitProps = Pick<Props, 'answer' | 'inputs' | 'remedies' | 'onChange'> & { length: (minutes: number) => string }

function Misfits({ answer: { plan, open }, inputs: { windows, zone }, remedies, onChange, length }: MisfitProps) {
  const t = useRolloutMessages()
  if (plan.misfits.length === 0) return null
  return (
    <div className="misfits" role="alert">
      {open.length === 0 && (
        <p>
          {t.noneOpen} {windows.some((window) => isBeforeUpdates(window, zone)) && t.beforeUpdates}
        </p>
      )}
      {plan.misfits.map(({ wave, machines, minutes, isTooShort, minutesForOne }) => (
        <p key={wave}>
          {isTooShort
            ? t.tooShort(t.wave(wave), length(minutesForOne))
            : t.misfit(t.wave(wave), t.count(formatNumber(machines)), length(minutes))}
        </p>
      ))}
      {remedies.length === 0 ? (
        <p>{t.noRemedy}</p>
      ) : (
        <p className="remedies">
          <b>{t.remedy}</b>
          {remedies.map((remedy) => {
            if (remedy.kind === 'wave')
              return (
                <span key="wave">{t.remedies.wave(t.wave(remedy.wave), t.count(formatNumber(remedy.machines)))}</span>
              )
            const name =
              remedy.kind === 'consoles' ? t.remedies.consoles(remedy.more) : t.remedies.window(length(remedy.minutes))
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
