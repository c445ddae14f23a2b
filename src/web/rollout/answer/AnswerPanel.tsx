import { clsx } from 'clsx'
import { formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { formatLength, momentsIn } from '../../i18n/moments.ts'
import { useRolloutMessages } from '../messages.ts'
import { usePlan } from '../plan/plan.tsx'
import { Misfits } from './Misfits.tsx'
import panel from '../../ui/layout/Panel.module.css'
import styles from './AnswerPanel.module.css'

/** When the plan ends, when it starts and how much work it is; then, as a measure, all of it at once; and what is in its way. */
export function AnswerPanel() {
  const { answer, inputs } = usePlan()
  const t = useRolloutMessages()
  const language = useLanguage()
  const { estimate, plan, slowest, machines, circumstances } = answer
  const { moment } = momentsIn(inputs.zone, language)
  const length = (minutes: number) => formatLength(minutes, language)
  const [first] = plan.segments
  const waves = new Set(plan.segments.map(({ wave }) => wave)).size
  const work = plan.segments.reduce((sum, { from, to }) => sum + to - from, 0) / 60_000
  if (machines === 0) return null
  return (
    <section className={clsx('surface', panel['panel'], styles['answer-panel'])} aria-label={t.finish}>
      <dl aria-live="polite">
        <div>
          <dt>{t.finish}</dt>
          <dd className={styles['first']} data-bad={plan.finish === null || undefined}>
            {plan.finish === null ? t.doesNotFit : moment(plan.finish)}
          </dd>
        </div>
        {first !== undefined && (
          <>
            <div>
              <dt>{t.begin}</dt>
              <dd>{moment(first.from)}</dd>
            </div>
            <div>
              <dt>{t.work}</dt>
              <dd>
                {length(work)} <small>{t.workOf(waves, plan.segments.length)}</small>
              </dd>
            </div>
            <div>
              <dt>{t.atLongest}</dt>
              <dd>{slowest.finish === null ? t.doesNotFit : moment(slowest.finish)}</dd>
            </div>
          </>
        )}
        <div className={styles['measure']}>
          <dt>{t.allAtOnce}</dt>
          <dd>
            {length(estimate.minutes)}{' '}
            <small>
              {t.allAtOnceOf(
                t.count(formatNumber(machines)),
                circumstances.consoles,
                `${length(estimate.low)} – ${length(estimate.high)}`,
              )}
            </small>
          </dd>
        </div>
      </dl>
      {inputs.calibration !== null && (
        <p className={styles['in-words']}>
          {t.correctedBy(
            inputs.calibration.runs,
            inputs.calibration.median.toFixed(2),
            answer.fixes.some(({ curve }) => curve.published.length === 0),
          )}
        </p>
      )}
      <Misfits />
    </section>
  )
}
