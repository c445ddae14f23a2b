/** What the matrix is made of beside the index. */
import type { QueryClient } from '@tanstack/react-query'
import { fleetFixesQuery, fleetQuery } from '../catalogue/fleet.ts'
import { releasesQuery } from '../releases/queries.ts'
import { vulnerabilitiesQuery } from './queries.ts'
import type { MatrixSearch } from './route.ts'

/**
 * Reads what decides columns and rows before they are drawn, so that nothing moves; without it the page is whole.
 *
 * @returns the key of the newest release; null where there is none
 */
export async function loadMatrix(client: QueryClient, by: MatrixSearch['by']): Promise<string | null> {
  const asked = { staleTime: 'static' } as const
  const [releases] = await Promise.all([
    client.query({ ...releasesQuery(), ...asked }).catch(() => null),
    client.query({ ...fleetQuery(), ...asked }).catch(() => null),
    client.query({ ...fleetFixesQuery(), ...asked }).catch(() => null),
    by === 'vulnerability' ? client.query({ ...vulnerabilitiesQuery(), ...asked }).catch(() => null) : null,
    import('../filters/Conditions.tsx').catch(() => null),
  ])
  return releases?.newest ?? null
}
