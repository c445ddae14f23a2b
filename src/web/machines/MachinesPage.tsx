import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { formatNumber } from '../i18n/format.ts'
import { useMay } from '../lib/me.ts'
import { useScrollToHash } from '../lib/use-scroll-to-hash.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import { MachineCountsPanel } from './MachineCountsPanel.tsx'
import { MachineListPanel } from './MachineListPanel.tsx'
import { MachinePanel } from './MachinePanel.tsx'
import { useMachineMessages } from './messages.ts'
import { machineQueries } from './queries.ts'
import { RetentionPanel } from './RetentionPanel.tsx'
import { machinesRoute } from './route.ts'

export const machinesLazyRoute = createLazyRoute('/machines')({ component: MachinesPage })

function MachinesPage() {
  const t = useMachineMessages()
  const search = machinesRoute.useSearch()
  const mayName = useMay('analyst')
  const mayLead = useMay('admin')
  const { data } = useQuery(machineQueries.counts())
  useScrollToHash(data !== undefined)
  return (
    <PanelsPage>
      <title>{`${t.title} – HotFix Report`}</title>
      <PageHeader title={t.title} note={data === undefined ? '' : t.note(formatNumber(data.machines))}>
        <Link to="/fleet" className="link">
          {t.toFleet}
        </Link>
      </PageHeader>
      <MachineCountsPanel mayName={mayName} />
      {mayName && search.machine !== undefined && (
        <MachinePanel key={search.machine} id={search.machine} search={search} />
      )}
      {mayName ? (
        data !== undefined && data.machines > 0 && <MachineListPanel search={search} />
      ) : (
        <p className="muted">{t.namesForAnalysts}</p>
      )}
      {mayLead && <RetentionPanel />}
    </PanelsPage>
  )
}
