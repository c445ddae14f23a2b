/** To whom alerts can be assigned: where people sign in to them, to listed teams, and to names from before. */
import type { Store } from './store/store.ts'

/** The first of the names that is none of these; null where nobody signs in, since people are not on file there. */
export async function unknownAssignee(
  store: Pick<Store, 'access' | 'teams' | 'triage'>,
  names: Iterable<string | null>,
): Promise<string | null> {
  const given = new Set(names)
  given.delete(null)
  if (given.size === 0) return null
  const [people, teams] = await Promise.all([store.access.people(), store.teams.current()])
  if (people.length === 0) return null
  const listed = new Set([...people.map(({ name }) => name), ...teams.names])
  // The log is looked through for each, so that the first one ends it.
  for (const name of given)
    if (name !== null && !listed.has(name) && !(await store.triage.wasAssigned(name))) return name
  return null
}
