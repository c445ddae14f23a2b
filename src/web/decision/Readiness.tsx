import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { coverageQuery, reportCoverage } from './coverage-queries.ts'
import { useFleet } from '../fleet/queries.ts'
import { historyQueries } from '../versions/queries.ts'
import { decide } from '../lab/queries.ts'
import { useMay } from '../lib/me.ts'
import type { Bulletin } from '../../contract/bulletin.ts'
import type { PlatformCount } from '../../contract/platform.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { coverageOf } from '../../domain/fleet/coverage.ts'
import { exposureOf, machinesByPlatform, machinesOf } from '../../domain/fleet/exposure.ts'
import { assessedIn } from '../../domain/decision/decision.ts'
import { readinessOf } from '../../domain/decision/readiness.ts'
import type { PlatformNames } from '../i18n/platform-names.ts'
import { CoverageForm } from './CoverageForm.tsx'
import { MachinesWithoutFix } from './MachinesWithoutFix.tsx'
import { ReadinessPanel } from './ReadinessPanel.tsx'
import { useLabMessages } from '../lab/messages.ts'
import { useToday } from '../lib/use-today.ts'

type Props = { bulletin: Bulletin; platforms: readonly PlatformCount[]; names: PlatformNames }

/** Whether the fix is ready to be deployed, and who says so. */
export function Readiness({ bulletin, platforms, names }: Props) {
  const t = useLabMessages()
  const client = useQueryClient()
  const may = useMay('analyst')
  const today = useToday()
  const fleet = useFleet()
  const { data: checked } = useQuery(coverageQuery(bulletin.id))
  const own = fleet.length === 0 ? null : [...machinesByPlatform(fleet).keys()]
  const { data: history } = useQuery(historyQueries.of(bulletin.id))
  const readiness = readinessOf({
    // What is signed is judged as of the last event that is shown, however old the page around it is.
    bulletin: history?.judged ?? bulletin,
    platforms,
    own,
    coverage: coverageOf(checked?.machines ?? [], exposureOf(bulletin.platforms, machinesOf(fleet, platforms))),
    today,
  })
  return (
    <ReadinessPanel
      bulletin={bulletin.id}
      readiness={readiness}
      events={history?.events ?? null}
      names={names}
      onDecide={may ? (decision) => decide(client, bulletin.id, { ...decision, basis: assessedIn(readiness) }) : null}
    >
      <MachinesWithoutFix machines={checked?.machines ?? []} />
      {may && (
        <Link to="/tests" search={(search) => ({ ...readQuery(search), record: bulletin.id })} className="link">
          {t.record}
        </Link>
      )}
      {may && <CoverageForm bulletin={bulletin.id} onReport={(csv) => reportCoverage(client, bulletin.id, csv)} />}
    </ReadinessPanel>
  )
}
