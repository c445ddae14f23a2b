/** Has data there before a page is shown. The code that reads it is fetched with the first page that needs it. */
import type { QueryClient } from '@tanstack/react-query'
import type { BulletinQuery } from '../../contract/summary.ts'
import { whenTakenOver } from '../lib/first-view.ts'

/** The index: all of it, or what a list of these begins with. `isAhead`: not for a page that is being entered. */
export async function loadCatalogue(client: QueryClient, part: 'all' | BulletinQuery = 'all', isAhead = false) {
  const catalogue = await import('./catalogue.ts')
  await catalogue.fetchCatalogue(client, part, isAhead)
}

/** The index, for a page that shows all of its own without it. */
export function loadIndexBehind(client: QueryClient): void {
  void whenTakenOver()
    .then(() => loadCatalogue(client))
    .catch(() => {})
}

/** The machines that there are. */
export async function loadFleet(client: QueryClient) {
  const { fleetQuery } = await import('./fleet.ts')
  await client.query({ ...fleetQuery(), staleTime: 'static' })
}

/** Which fixes bring the machines up to date. */
export async function loadFleetFixes(client: QueryClient) {
  const { fleetFixesQuery } = await import('./fleet.ts')
  await client.query({ ...fleetFixesQuery(), staleTime: 'static' })
}
