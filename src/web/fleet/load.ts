import type { QueryClient } from '@tanstack/react-query'
import { loadCatalogue, loadFleet } from '../catalogue/load.ts'
import { lifecycleQuery } from './lifecycle.ts'

/** What the page shows at first: the machines, some rows and the platforms of the fleet. What is open on them the index counts. */
export const loadLines = (client: QueryClient) =>
  Promise.all([
    loadFleet(client),
    client.query({ ...lifecycleQuery(), staleTime: 'static' }).catch(() => null),
    loadCatalogue(client, {}, true),
  ])
