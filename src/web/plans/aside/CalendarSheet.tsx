import type { PlanView } from '../../../contract/plan-view.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { usePlansMessages } from '../messages.ts'
import { PagePart } from '../../ui/layout/PagePart.tsx'
import styles from './aside.module.css'

/** Where the sessions of a plan are as a calendar file. */
export function useCalendarAddress({ plan }: Pick<PlanView, 'plan'>): string {
  return `/api/plans/${plan.id}/calendar?lang=${useLanguage()}`
}

/** The sessions and gates of a plan, for a calendar. */
export function CalendarSheet({ view }: { view: PlanView }) {
  const t = usePlansMessages().calendar
  const address = useCalendarAddress(view)
  return (
    <PagePart id="calendar" title={t.title} className="on-screen">
      <p className={styles['text']}>{t.note}</p>
      <a className="button" href={address} download={`hotfix-report_plan_${view.plan.id}.ics`}>
        {t.save}
      </a>
    </PagePart>
  )
}
