import { useQuery } from '@tanstack/react-query'
import type { Bulletin } from '../../contract/bulletin.ts'
import type { CheckedMachine } from '../../contract/coverage.ts'
import type { BulletinEvent } from '../../contract/events.ts'
import { readinessOf, type Readiness } from '../../domain/decision/readiness.ts'
import { supportState } from '../../domain/platforms/lifecycle.ts'
import { coverageOf } from '../../domain/fleet/coverage.ts'
import { machinesByPlatform } from '../../domain/fleet/exposure.ts'
import { useTeamDay } from '../due/queries.ts'
import { useFleet } from '../catalogue/fleet.ts'
import { usePlatforms } from '../catalogue/platforms.ts'
import { useExposure } from '../catalogue/use-exposure.ts'
import { useLifecycles } from '../fleet/lifecycle.ts'
import { fixQueries } from '../fixes/queries.ts'
import { historyQueries } from '../versions/queries.ts'
import { coverageQuery } from './queries.ts'

type Assessed = {
  readiness: Readiness
  /** What happened to the bulletin, oldest first; null until it is loaded. */
  events: readonly BulletinEvent[] | null
  /** The machines that were checked for the fix. */
  machines: readonly CheckedMachine[]
}

/** How ready the fix is as of the last event on screen, with that history and the machines that were checked. */
export function useReadiness(bulletin: Bulletin): Assessed {
  const today = useTeamDay()
  const fleet = useFleet()
  const platforms = usePlatforms()
  const exposure = useExposure(bulletin.platforms)
  const { data: coverage } = useQuery(coverageQuery(bulletin.id))
  const { data: fixes } = useQuery(fixQueries.ofBulletin(bulletin.id))
  const { data: history } = useQuery(historyQueries.of(bulletin.id))
  const lifecycles = useLifecycles()
  const machines = coverage?.machines ?? []
  const readiness = readinessOf({
    // The page around it may show an older state of the bulletin.
    bulletin: history?.judged ?? bulletin,
    platforms,
    own: fleet.length === 0 ? null : [...machinesByPlatform(fleet).keys()],
    coverage: coverageOf(coverage?.counts ?? { applied: 0, missing: 0 }, exposure),
    support: lifecycles && new Map(lifecycles.map(({ platform, terms }) => [platform, supportState(terms, today)])),
    // Without a fleet on file it is about every platform, and asks for nothing here.
    fixes: fleet.length === 0 ? undefined : fixes,
    today,
  })
  return { readiness, events: history?.events ?? null, machines }
}
