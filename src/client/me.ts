import { queryOptions } from '@tanstack/react-query'
import { access } from '../contract/endpoints/access.ts'
import { call } from './api.ts'

/** Who is asking, and what they may do. */
export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => call(access.viewMe, { params: {}, signal }),
  })
