/** How far the team is, as this page knows it: read once, then only what has changed. */
import { queryOptions, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { Assignees } from '../../contract/teams.ts'
import type { Triaged, TriageList } from '../../contract/triage.ts'
import { defaultState } from '../../domain/triage/triage.ts'
import { answerAt } from '../lib/answers.ts'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** `version`: up to which the states are known. Bulletins in the default state are absent. */
export type TriageStates = { version: number; states: ReadonlyMap<string, Triaged> }

/** The same with states that have changed; one that is older than what is known says nothing. */
export const withStates = ({ version, states }: TriageStates, changed: readonly Triaged[]): TriageStates => ({
  version,
  states: new Map([
    ...states,
    ...changed
      .filter((state) => state.version >= (states.get(state.id)?.version ?? 0))
      .map((state) => [state.id, state] as const),
  ]),
})

export const nothingKnown: TriageStates = { version: 0, states: new Map() }

/** What is known with what an answer adds; an answer that is behind comes from a store that was set back, and counts alone. */
function merged(known: TriageStates, { version, states }: TriageList): TriageStates | null {
  return version < known.version ? null : withStates({ ...known, version }, states)
}

export const triageQuery = () =>
  queryOptions({
    queryKey: wholeKey('triage'),
    async queryFn({ signal, client }) {
      const readSince = (since: number) => read('/api/triage', { query: { since: String(since) }, signal })
      const known = () => client.getQueryData<TriageStates>(['triage']) ?? nothingKnown
      const answer = await readSince(known().version)
      // While it was under way something may have been saved, or not.
      return merged(known(), answer) ?? withStates(nothingKnown, (await readSince(0)).states)
    },
    structuralSharing: false,
  })

/** Begins with some states, until all are read: of bulletins that are shown before that. */
export function beginWithStates(client: QueryClient, states: readonly Triaged[]): void {
  const { data = nothingKnown, dataUpdatedAt = 0 } = client.getQueryState(triageQuery().queryKey) ?? {}
  if (dataUpdatedAt === 0) client.setQueryData(triageQuery().queryKey, withStates(data, states), { updatedAt: 0 })
}

/** Has all states there; the same answer for as long as nothing says that they have changed. */
export const readStates = (client: QueryClient) =>
  client.query({ ...triageQuery(), staleTime: ({ state }) => (state.dataUpdatedAt === 0 ? 0 : 'static') })

/** The state of a bulletin, as this page knows it. */
export const stateIn = (states: TriageStates['states'], id: string): Triaged =>
  states.get(id) ?? { id, version: 0, at: null, by: null, ...defaultState }

/** The state of a bulletin, where the page has loaded the states. */
export const useTriageState = (id: string): Triaged =>
  useSuspenseQuery({ ...triageQuery(), select: ({ states }) => stateIn(states, id) }).data

/** Who alerts can be assigned to. */
export const assigneesQuery = () => answerAt(wholeKey('assignees'), '/api/assignees')

export const nobody: Assignees = { people: [], teams: [] }
