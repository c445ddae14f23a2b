/** What the matrix is made of beside the index. */
import type { QueryClient } from '@tanstack/react-query'
import type { BulletinQuery } from '../../contract/summary.ts'
import { fleetFixesQuery, fleetQuery } from '../catalogue/fleet.ts'
import { loadFound } from '../catalogue/found-rows.ts'
import { loadCatalogue } from '../catalogue/load.ts'
import { releasesQuery } from '../releases/queries.ts'
import { vulnerabilitiesQuery } from './queries.ts'
import type { MatrixSearch } from './route.ts'

/** Reads what decides columns and rows before they are drawn, so that nothing moves; without it the page is whole. */
export async function loadMatrix(client: QueryClient, by: MatrixSearch['by'], query: BulletinQuery): Promise<void> {
  const asked = { staleTime: 'static' } as const
  await Promise.all([
    // Of all that is on file only the index has all rows.
    Object.keys(query).length === 0 ? loadCatalogue(client, query, true) : loadFound(client, query),
    client.query({ ...releasesQuery(), ...asked }).catch(() => null),
    client.query({ ...fleetQuery(), ...asked }).catch(() => null),
    client.query({ ...fleetFixesQuery(), ...asked }).catch(() => null),
    by === 'vulnerability' ? client.query({ ...vulnerabilitiesQuery(), ...asked }).catch(() => null) : null,
    import('../filters/Conditions.tsx').catch(() => null),
  ])
}
