import { saveFile } from '../../lib/save-file.ts'
import { appointmentsOf } from '../export.ts'
import { useRolloutMessages } from '../messages.ts'
import { usePlan } from '../plan/plan.tsx'
import { useWording } from '../use-conditions.ts'

/** Saves the sessions of the plan as a file for a calendar. */
export function CalendarButton() {
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
