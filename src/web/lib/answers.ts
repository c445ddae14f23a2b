/** What pages read: an answer of the API, under the key by which it is kept and read again. */
import { queryOptions, type QueryKey } from '@tanstack/react-query'
import { read, type ReadPath, type Sent } from './api.ts'

/** The answer at an address, for what the first view loads: `read` says why. */
export const answerAt = <P extends ReadPath, K extends QueryKey>(
  queryKey: K,
  path: P,
  input: Pick<Sent, 'query'> = {},
) => queryOptions({ queryKey, queryFn: ({ signal }) => read(path, { ...input, signal }) })
