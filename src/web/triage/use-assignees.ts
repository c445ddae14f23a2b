import { useQuery } from '@tanstack/react-query'
import { meQuery, usePerson } from '../lib/me.ts'
import { assigneesQuery, nobody, nothingKnown, triageQuery } from './queries.ts'

/** Who can be assigned: listed people and teams, and names that alerts have. */
export function useAssignees() {
  const { states } = useQuery({ ...triageQuery(), enabled: false }).data ?? nothingKnown
  const { people, teams } = useQuery(assigneesQuery()).data ?? nobody
  const { signIn } = useQuery(meQuery()).data ?? {}
  const me = usePerson()?.name ?? ''
  const before = Array.from(states.values()).flatMap(({ assignee }) => assignee ?? [])
  const names = new Set([...teams, ...people, ...before.toSorted()])
  const isUnknown = (name: string) =>
    // Where nobody is on file, nobody is unknown.
    teams.length + people.length > 0 && name.trim() !== '' && name.trim() !== me && !names.has(name.trim())
  return {
    me,
    names,
    isUnknown,
    /** Whether the server takes no such name: where people sign in, they are on file. */
    isRefused: (name: string) => signIn !== undefined && signIn !== 'single-user' && isUnknown(name),
  }
}
