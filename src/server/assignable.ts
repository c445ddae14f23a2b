/** To whom alerts can be assigned: where people sign in to them, to listed teams, and to names from before. */
import type { Store } from './store/store.ts'

/** Those of the names that are none of these; none where nobody signs in, since people are not on file there. */
export async function unknownAssignees(
  store: Pick<Store, 'access' | 'teams' | 'triage'>,
  names: Iterable<string | null>,
): Promise<string[]> {
  const given = [...new Set(names)].filter((name) => name !== null)
  if (given.length === 0) return []
  const [people, teams] = await Promise.all([store.access.people(), store.teams.current()])
  if (people.length === 0) return []
  const listed = new Set([...people.map(({ name }) => name), ...teams.names])
  const others = given.filter((name) => !listed.has(name))
  const known = await store.triage.everAssigned(others)
  return others.filter((name) => !known.has(name))
}
