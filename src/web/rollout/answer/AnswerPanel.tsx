import { clsx } from 'clsx'
import type { Answer } from '../../../domain/rollout/answer.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { formatLength, momentsIn, type Moments } from '../../i18n/moments.ts'
import { useExportMessages } from '../../export/messages.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { useRolloutMessages, type RolloutMessages } from '../messages.ts'
import { usePlan } from '../plan/plan.tsx'
import { Misfits } from './Misfits.tsx'
import { saveFile } from '../../lib/save-file.ts'
import { appointmentsOf } from '../export.ts'
import { useWording } from '../use-conditions.ts'
import panel from '../../ui/layout/Panel.module.css'
import styles from './AnswerPanel.module.css'

/** The answer in words: how long, until when, how sure; and what is in its way. */
export function AnswerPanel({ className }: { className: string | undefined }) {
  const { answer, inputs } = usePlan()
  const t = useRolloutMessages()
  const exportText = useExportMessages()
  const language = useLanguage()
  const { estimate, plan, machines, circumstances } = answer
  const moments = momentsIn(inputs.zone, language)
  const length = (minutes: number) => formatLength(minutes, language)
  return (
    <section className={clsx(panel['panel'], styles['answer-panel'], className)} aria-label={t.finish}>
      {machines === 0 ? (
        <p className="muted">{answer.fixes.length === 0 ? t.noBulletin : t.noMachines}</p>
      ) : (
        <dl aria-live="polite">
          <div>
            <dt>{t.duration}</dt>
            <dd className={styles['first']}>{length(estimate.minutes)}</dd>
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
      <div className={styles['actions']}>
        <CalendarButton />
        <CopyButton
          isPrimary
          text={() => location.href}
          label={t.copyLink}
          done={exportText.copied}
          failed={exportText.copyFailed}
        />
      </div>
      {machines > 0 && (
        <p className={styles['in-words']}>
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
      <Misfits className={styles['misfits']} />
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

/** Saves the sessions of the plan as a file for a calendar. */
function CalendarButton() {
  const t = useRolloutMessages()
  const { answer, inputs } = usePlan()
  const wording = useWording(inputs.zone)
  const save = async () => {
    const { asCalendar } = await import('../calendar.ts')
    const file = asCalendar({
      name: `${t.plan} ${inputs.bulletins.join(', ')}`,
      appointments: appointmentsOf(answer, inputs, location.href, wording),
      madeAt: Date.now(),
    })
    saveFile(file, 'text/calendar;charset=utf-8', `hotfix-report_rollout_${inputs.startsOn}.ics`)
  }
  return (
    <button type="button" className="button" disabled={answer.plan.segments.length === 0} onClick={() => void save()}>
      {t.calendar}
    </button>
  )
}
