import type { QueryClient } from '@tanstack/react-query'
import { triage } from '../../contract/endpoints/triage.ts'
import { call } from '../lib/call.ts'
import { indexOnFile } from '../catalogue/catalogue.ts'
import { loadFleet, loadIndexBehind } from '../catalogue/load.ts'
import { coverageQuery } from '../decision/queries.ts'
import { bulletinDueQuery } from '../due/bulletin-due.ts'
import { fixQueries } from '../fixes/queries.ts'
import { lifecycleQuery } from '../fleet/lifecycle.ts'
import { holdsQuery } from '../holds/queries.ts'
import { fieldReportsQuery } from '../talk/queries.ts'
import { beginWithStates, triageQuery } from '../triage/queries.ts'
import { historyQueries } from '../versions/queries.ts'
import { bulletinQueries } from './queries.ts'

/** Its state alone, where not all are known yet: those are read behind it. */
async function loadState(client: QueryClient, id: string): Promise<void> {
  if (client.getQueryData(triageQuery().queryKey) !== undefined) return
  beginWithStates(client, [await call(triage.viewTriage, { params: { id } })])
}

/** Whether the index says that there is such a bulletin. */
const isListed = (client: QueryClient, id: string) => indexOnFile(client)?.columns.rowOf(id) !== undefined

/** What the page of a bulletin shows at first. Of one that nobody knows nothing else is asked for. */
export async function loadBulletin(client: QueryClient, id: string): Promise<void> {
  const view = client.query({ ...bulletinQueries.view(id), staleTime: 'static' })
  if (!isListed(client, id)) await view
  await Promise.all([
    view,
    client.query({ ...bulletinQueries.context(id), staleTime: 'static' }),
    loadState(client, id),
    // Without the fleet it is the page of all platforms; the panel of the due day says by itself that it failed.
    loadFleet(client).catch(() => {}),
    client.query({ ...bulletinDueQuery(id), staleTime: 'static' }).catch(() => {}),
    // What decides is there before anything is read, and moves nothing.
    client.query({ ...holdsQuery(), staleTime: 'static' }).catch(() => {}),
    client.query({ ...fixQueries.ofBulletin(id), staleTime: 'static' }).catch(() => {}),
    client.query({ ...coverageQuery(id), staleTime: 'static' }).catch(() => {}),
    client.query({ ...historyQueries.of(id), staleTime: 'static' }).catch(() => {}),
    client.query({ ...fieldReportsQuery(id), staleTime: 'static' }).catch(() => {}),
    client.query({ ...lifecycleQuery(), staleTime: 'static' }).catch(() => {}),
  ])
  // What comes before and after it in the list is told once the index is there: the page does not wait for it.
  loadIndexBehind(client)
}
