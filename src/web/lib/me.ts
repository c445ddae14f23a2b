import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Me, Role } from '../../contract/access.ts'
import { isEnough } from '../../domain/access/roles.ts'
import { read } from './api.ts'

type Person = Pick<Me, 'name' | 'role'>

/** `lapsed`: whose session has ended while this page is open, until a person signs in. */
type Known = Me & { lapsed: Person | null }

/** Who is asking, and what they may do. `last` stays that of the first answer: all that this page has read came after it. */
export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    async queryFn({ signal, client }): Promise<Known> {
      const me = await read('/api/me', { signal })
      const before = client.getQueryData<Known>(['me'])
      const wasIn = before && personOf(before)
      return { ...me, last: before?.last ?? me.last, lapsed: me.name === null && wasIn?.name ? wasIn : null }
    },
  })

/** Whose page it is: drafts stay their author's when the session ends, even where anybody may look. */
const personOf = (me: Known): Person => me.lapsed ?? me

/** Whose page it is; null until that is known. */
export function usePerson(): Person | null {
  const { data } = useQuery(meQuery())
  return data === undefined ? null : personOf(data)
}

/** Whether the reader may do what takes a role. Until that is known they may; the server has the last word. */
export function useMay(role: Role): boolean {
  const person = usePerson()
  return person === null || (person.role !== null && isEnough(person.role, role))
}
