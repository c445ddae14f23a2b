import { useSuspenseQuery } from '@tanstack/react-query'
import { people as endpoints } from '../../contract/endpoints/people.ts'
import type { Person, PersonSettings } from '../../contract/people.ts'
import { PersonName } from '../../contract/person-name.ts'
import { nameKey } from '../../domain/access/person-name.ts'
import { ApiError, call } from '../lib/api.ts'
import { peopleQueries, useReloadPeople } from './queries.ts'

/**
 * Sets the role or the password of a person, or adds one. To add and to change is one request: a name that is taken, or
 * that no address can hold, is refused here.
 *
 * @throws ApiError where it was refused
 */
export function useSavePerson(): (who: Person | { newName: string }, settings: PersonSettings) => Promise<unknown> {
  const { data: people } = useSuspenseQuery(peopleQueries.list())
  const reload = useReloadPeople()
  return async (who, settings) => {
    const name = 'name' in who ? who.name : who.newName
    if ('newName' in who) {
      const isTaken = people.some((person) => nameKey(person.name) === nameKey(name))
      if (isTaken || !PersonName.safeParse(name).success)
        throw new ApiError('invalid', name, { details: [{ field: 'name', message: name }] })
    }
    await call(endpoints.setPerson, { params: { name }, body: settings })
    return reload()
  }
}
