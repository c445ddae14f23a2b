/** What the matrix is made of beside the index. */
import type { QueryClient } from '@tanstack/react-query'
import type { BulletinQuery } from '../../contract/summary.ts'
import { fleetFixesQuery, fleetQuery } from '../catalogue/fleet.ts'
import { loadFound } from '../catalogue/found-rows.ts'
import { loadCatalogue } from '../catalogue/load.ts'
import { releasesQuery } from '../releases/queries.ts'
import { vulnerabilitiesQuery } from './queries.ts'
import type { MatrixSearch } from './route.ts'

/** `isOpen`: whether the address asks for nothing, so that the page leads to the newest release. */
export type MatrixAsked = { by: MatrixSearch['by']; query: BulletinQuery; isOpen: boolean }

/**
 * Reads what decides columns and rows before they are drawn, so that nothing moves; without it the page is whole.
 *
 * @returns the key of the newest release where the page leads there, else null
 */
export async function loadMatrix(client: QueryClient, { by, query, isOpen }: MatrixAsked): Promise<string | null> {
  const asked = { staleTime: 'static' } as const
  const releases = client.query({ ...releasesQuery(), ...asked }).catch(() => null)
  async function loadRows(): Promise<string | null> {
    const newest = isOpen ? ((await releases)?.newest ?? null) : null
    // Of all that is on file only the index has all rows.
    if (newest === null)
      await (Object.keys(query).length === 0 ? loadCatalogue(client, query, true) : loadFound(client, query))
    return newest
  }
  const [newest] = await Promise.all([
    loadRows(),
    releases,
    client.query({ ...fleetQuery(), ...asked }).catch(() => null),
    client.query({ ...fleetFixesQuery(), ...asked }).catch(() => null),
    by === 'vulnerability' ? client.query({ ...vulnerabilitiesQuery(), ...asked }).catch(() => null) : null,
    import('../filters/Conditions.tsx').catch(() => null),
  ])
  return newest
}
