import type { QueryClient } from '@tanstack/react-query'
import type { BulletinQuery } from '../../contract/summary.ts'

export const loadReleasePage = async () => (await import('./ReleasePage.tsx')).releaseLazyRoute
export const loadLabPage = async () => (await import('./LabPage.tsx')).labLazyRoute
/** What the tests of a release begin with. */
export const loadReleaseData = async (client: QueryClient, query: BulletinQuery) =>
  (await import('./queries.ts')).loadGrid(client, query)
/** What the results of all releases begin with. */
export const loadLabData = async (client: QueryClient) => (await import('./queries.ts')).loadReports(client)
