import { queryOptions, useQuery } from '@tanstack/react-query'
import { isEnough, type Me, type Role } from '../contract/access.ts'
import { firstLoad } from '../contract/endpoints/first-load.ts'
import { call } from './api.ts'

/** Who is asking, and what they may do. `last` stays that of the first answer: all that this page has read came after it. */
export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    async queryFn({ signal, client }) {
      const me = await call(firstLoad.viewMe, { params: {}, signal })
      return { ...me, last: client.getQueryData<Me>(['me'])?.last ?? me.last }
    },
  })

/**
 * Whether the reader may do what takes a role. Until that is known they may, and so may whose session has ended while a page
 * is open: what they are typing stays there. The server has the last word.
 */
export function useMay(role: Role): boolean {
  const { data } = useQuery(meQuery())
  return data === undefined || data.role === null || isEnough(data.role, role)
}
