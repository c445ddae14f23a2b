/** What pages read: an answer of the API, under the key by which it is kept and read again. */
import { queryOptions, type QueryKey } from '@tanstack/react-query'
import type { Endpoint } from '../../contract/endpoints/endpoint.ts'
import { call, read, type Input, type ReadPath, type Sent } from './api.ts'

/** The answer of an endpoint. */
export const answerOf = <E extends Endpoint, K extends QueryKey>(
  queryKey: K,
  endpoint: E,
  input: Omit<Input<E>, 'signal'>,
) => queryOptions({ queryKey, queryFn: ({ signal }) => call(endpoint, { ...input, signal } as Input<E>) })

/** The answer at an address, for what the first view loads: `read` says why. */
export const answerAt = <P extends ReadPath, K extends QueryKey>(
  queryKey: K,
  path: P,
  input: Pick<Sent, 'query'> = {},
) => queryOptions({ queryKey, queryFn: ({ signal }) => read(path, { ...input, signal }) })
