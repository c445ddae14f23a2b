import { createLazyRoute } from '@tanstack/react-router'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../i18n/words.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import { Backlog } from './Backlog.tsx'
import { ReleaseCoverage } from './ReleaseCoverage.tsx'
import { Exceptions } from './Exceptions.tsx'
import { readFigure } from './figure.ts'
import { FigureRows } from './FigureRows.tsx'
import { HandlingSentence } from './HandlingSentence.tsx'
import { useReportMessages } from './messages.ts'
import { Overdue } from './Overdue.tsx'
import { handlingQuery } from './queries.ts'
import { SaveHandled } from './SaveHandled.tsx'
import { MonthTimes, SeverityTimes } from './TimesTable.tsx'
import styles from './HowWeDoPage.module.css'

export { loadHandling } from './queries.ts'

export const howWeDoLazyRoute = createLazyRoute('/how-we-do')({ component: HowWeDoPage })

/** How long alerts take, what is in time, what is overdue and what piles up; each figure leads to its alerts. */
function HowWeDoPage() {
  const t = useReportMessages()
  const { data: handling } = useSuspenseQuery(handlingQuery())
  const words = useWords()
  const figure = readFigure(howWeDoLazyRoute.useSearch())
  return (
    <PanelsPage className={styles['how-we-do']}>
      <title>{`${t.title} – HotFix Report`}</title>
      <PageHeader title={t.title} note={t.note}>
        <SaveHandled figure={{}} />
        <button type="button" className="button" onClick={() => window.print()}>
          {t.print}
        </button>
      </PageHeader>
      <HandlingSentence clauses={handling.sentence} />
      <SeverityTimes handling={handling} />
      <MonthTimes months={handling.months} />
      <div className={styles['pair']}>
        <Overdue overdue={handling.overdue} />
        <Exceptions exceptions={handling.exceptions} />
      </div>
      <div className={styles['pair']}>
        <ReleaseCoverage coverage={handling.coverage} />
        <Backlog backlog={handling.backlog} />
      </div>
      {figure !== null && <FigureRows key={JSON.stringify(figure)} figure={figure} />}
      <Panel id="how" title={t.how}>
        <ul className={styles['how']}>
          {t.howItems(handling.zone, words.triage.new, words.triage.done).map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Panel>
    </PanelsPage>
  )
}
