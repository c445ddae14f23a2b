import { shortDay } from '../../i18n/days.ts'
import { comma, formatNumber } from '../../i18n/format.ts'
import { useCommon } from '../../i18n/common.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { momentsIn } from '../../i18n/moments.ts'
import { useExportMessages } from '../../export/messages.ts'
import { saveFile } from '../../lib/save-file.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { draftEntries } from '../export.ts'
import { useRolloutMessages } from '../messages.ts'
import { usePlan } from '../plan/plan.tsx'
import { useLate } from '../plan/use-late.ts'
import { useToInstallNow } from '../plan/use-to-install-now.ts'
import { useWording } from '../use-conditions.ts'
import { KeepPlan } from './KeepPlan.tsx'
import styles from './RolloutHeader.module.css'

/** The title of the page, the plan in a sentence, and how it leaves the page. */
export function RolloutHeader({ className }: { className: string | undefined }) {
  const { answer, inputs } = usePlan()
  const common = useCommon()
  const t = useRolloutMessages()
  const exportText = useExportMessages()
  const isEmpty = inputs.bulletins.length === 0
  return (
    <header className={className}>
      <div className={styles['rollout-header']}>
        <div>
          <h1>{common.pages.rollout}</h1>
          <p className={styles['sentence']} aria-live="polite">
            <Sentence />
          </p>
        </div>
        {!isEmpty && (
          <div className="actions">
            <KeepPlan />
            <CalendarButton />
            <CopyButton
              isPrimary
              text={() => location.href}
              label={t.copyLink}
              done={exportText.copied}
              failed={exportText.copyFailed}
            />
          </div>
        )}
      </div>
      {answer.machines > 0 && <Late />}
    </header>
  )
}

/** What the plan comes to, or what there is to plan. */
function Sentence() {
  const { answer, inputs } = usePlan()
  const t = useRolloutMessages()
  const language = useLanguage()
  const late = useLate()
  const left = useToInstallNow()
  if (inputs.bulletins.length === 0) {
    if (left === null || left === undefined) return t.noBulletin
    return left.all.length === 0 ? t.nothingToInstall : t.toInstallLeft(left.all.length)
  }
  if (answer.machines === 0) return answer.fixes.length === 0 ? t.noBulletin : t.noMachines
  const { moment } = momentsIn(inputs.zone, language)
  const [machines, n] = [t.count(formatNumber(answer.machines)), answer.inUse.length]
  const [first] = answer.plan.segments
  if (first === undefined || answer.plan.finish === null) return t.headlineUnfit(machines, n)
  const sentence = t.headline(machines, n, moment(first.from), moment(answer.plan.finish))
  return late.length === 0 ? sentence : [sentence, t.headlineLate(late.length)].join(language === 'ja' ? '' : ' ')
}

/** The alerts that are deployed after their due days, the earliest first. */
function Late() {
  const { inputs } = usePlan()
  const t = useRolloutMessages()
  const language = useLanguage()
  const late = useLate()
  if (late.length === 0) return null
  const named = late.map(({ id, on }) => `${id} ${shortDay(on, inputs.startsOn, language)}`)
  return <p className={styles['late']}>{t.lateOnes(named.join(comma(language)))}</p>
}

/** Saves the sessions of the plan as a file for a calendar. */
function CalendarButton() {
  const t = useRolloutMessages()
  const { answer, inputs } = usePlan()
  const wording = useWording(inputs.zone)
  const save = async () => {
    const { asCalendar } = await import('../../../domain/calendar/ics.ts')
    const entries = draftEntries(answer, inputs, { link: location.href, savedAt: Date.now() }, wording)
    const file = asCalendar({ name: `${t.plan} ${inputs.bulletins.join(', ')}`, entries })
    saveFile(file, 'text/calendar;charset=utf-8', `hotfix-report_rollout_${inputs.startsOn}.ics`)
  }
  return (
    <button type="button" className="button" disabled={answer.plan.segments.length === 0} onClick={() => void save()}>
      {t.calendar}
    </button>
  )
}
