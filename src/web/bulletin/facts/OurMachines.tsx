import { useQuery } from '@tanstack/react-query'
import type { Bulletin } from '../../../contract/bulletin.ts'
import { coverageOf } from '../../../domain/fleet/coverage.ts'
import { useExposure } from '../../catalogue/use-exposure.ts'
import { coverageQuery } from '../../decision/queries.ts'
import { formatNumber } from '../../i18n/format.ts'
import { KeyFact } from './KeyFact.tsx'
import { useKeyFactMessages } from './messages.ts'

/** How many of our machines it is for, and how many of these are left. */
export function OurMachines({ bulletin: { id, platforms, packages } }: { bulletin: Bulletin }) {
  const t = useKeyFactMessages()
  const exposure = useExposure(platforms)
  const { data } = useQuery(coverageQuery(id))
  const counted = coverageOf(data?.counts ?? { applied: 0, missing: 0 }, exposure)
  const section = packages.length > 0 ? 'fixes' : 'triage'
  if (exposure === null)
    return (
      <KeyFact name={t.ours} section={section} tone="quiet">
        {t.noFleet}
      </KeyFact>
    )
  const { affected, atMost } = exposure
  return (
    <KeyFact
      name={t.ours}
      section={section}
      tone={atMost === 0 ? 'quiet' : undefined}
      more={counted === null ? undefined : t.left(formatNumber(counted.of - counted.applied))}
    >
      {affected === atMost
        ? t.machines(formatNumber(affected))
        : t.between(formatNumber(affected), formatNumber(atMost))}
    </KeyFact>
  )
}
