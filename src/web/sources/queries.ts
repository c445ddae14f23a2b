import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { importing } from '../../contract/endpoints/importing.ts'
import { backups } from '../../contract/endpoints/backups.ts'
import { answerOf } from '../lib/call.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** How often it is asked how backups go while one is made, and while none is; in milliseconds. */
const [whileMade, whileIdle] = [1000, 60_000]

export const sourceQueries = {
  list: () => queryOptions({ ...answerOf(['sources'], importing.listSources, {}), staleTime: 0 }),
  backups: () =>
    queryOptions({
      ...answerOf(['backups'], backups.viewBackups, {}),
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.isRunning === true ? whileMade : whileIdle),
    }),
  imports: () => queryOptions({ ...answerOf(wholeKey('imports'), importing.listImports, {}), staleTime: 0 }),
}

/** What the page shows at first. */
export const loadSources = (client: QueryClient) => client.query({ ...sourceQueries.list(), staleTime: 'static' })
