import type { QueryClient } from '@tanstack/react-query'

export const loadFleetPage = async () => (await import('./FleetPage.tsx')).fleetLazyRoute
/** What the page of the fleet begins with. */
export const loadFleetData = async (client: QueryClient) => (await import('./load.ts')).loadLines(client)
