import { createLazyRoute, Link } from '@tanstack/react-router'
import { useSuspenseQuery } from '@tanstack/react-query'
import { formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useZone } from '../../lib/clock.tsx'
import { HistoryEntries } from '../../plans/actions/HistoryDialog.tsx'
import { planQuery } from '../../plans/queries.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { PageHeader } from '../../ui/layout/PageHeader.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { PanelsPage } from '../../ui/layout/PanelsPage.tsx'
import { Extensions } from './Extensions.tsx'
import { HandledRow, useRowHead } from '../HandledRow.tsx'
import { planRecordQuery } from '../queries.ts'
import { RecordHolds } from './RecordHolds.tsx'
import { useBulletinRecordMessages } from './messages.ts'

export { loadPlanRecord } from '../queries.ts'

export const planRecordLazyRoute = createLazyRoute('/plans/$id/record')({ component: PlanRecordPage })

/** The record of a plan as one document: what was decided about it, and how far each of its alerts came. */
function PlanRecordPage() {
  const { id } = planRecordLazyRoute.useParams()
  const { data: record } = useSuspenseQuery(planRecordQuery(id))
  const { data: view } = useSuspenseQuery(planQuery(id))
  const t = useBulletinRecordMessages()
  const language = useLanguage()
  const zone = useZone()
  const head = useRowHead(false)
  const { plan, madeAt, by, last, history, bulletins } = record
  const title = t.planTitle(plan.name)
  const extended = bulletins.filter(({ entries }) => entries.some(({ event }) => event.topic === 'due'))
  return (
    <PanelsPage>
      <title>{`${title} – HotFix Report`}</title>
      <PageHeader title={title} note={t.made(formatMoment(madeAt, language), zone, by, last)}>
        <Link to="/plans/$id" params={{ id: String(plan.id) }} search={{}} className="button">
          {t.toPlan}
        </Link>
        <a className="button" href={`/api/plans/${plan.id}/record`} download={`plan_${plan.id}_record.json`}>
          JSON
        </a>
        <button type="button" className="button" onClick={() => window.print()}>
          {t.print}
        </button>
      </PageHeader>
      <Panel id="log" title={t.log} note={t.entries(history.length)}>
        <HistoryEntries view={view} entries={history} />
      </Panel>
      <Panel id="alerts" title={t.alertsOfPlan}>
        <DataTable label={t.alertsOfPlan} head={head} isStacked>
          <tbody>
            {bulletins.map(({ id, handling }) => (
              <HandledRow key={id} row={handling} head={head} isOfExceptions={false} />
            ))}
          </tbody>
        </DataTable>
      </Panel>
      <Panel id="extensions" title={t.exceptions}>
        {extended.length === 0 && <p className="muted">{t.noExceptions}</p>}
        {extended.map(({ id, entries }) => (
          <section key={id}>
            <h3>{id}</h3>
            <Extensions entries={entries} />
          </section>
        ))}
      </Panel>
      <RecordHolds holds={record.holds} />
    </PanelsPage>
  )
}
