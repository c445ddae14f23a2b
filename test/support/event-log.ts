/** What a server says of its bulletins, and whether that adds up. */
import { isDeepStrictEqual } from 'node:util'
import type { BulletinEvent } from '../../src/contract/events.ts'
import { History } from '../../src/contract/history.ts'
import { TriageList, type Triaged, type TriageState } from '../../src/contract/triage.ts'
import { defaultState } from '../../src/domain/triage/triage.ts'

/** The states that somebody has set, and all that has happened to each bulletin. */
export type Log = { states: ReadonlyMap<string, Triaged>; events: ReadonlyMap<string, readonly BulletinEvent[]> }

const read = async (address: string): Promise<unknown> => {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} from ${address}`)
  return response.json()
}

/** Reads it over HTTP; nobody may write meanwhile. */
export async function readLog(url: string, ids: readonly string[]): Promise<Log> {
  const { states } = TriageList.parse(await read(`${url}/api/triage`))
  const events = await Promise.all(
    ids.map(async (id) => {
      const history = History.parse(await read(`${url}/api/bulletins/${id}/history`))
      return [id, history.events] as const
    }),
  )
  return { states: new Map(states.map((state) => [state.id, state])), events: new Map(events) }
}

/** What does not fit in a bulletin: every state follows from the one before, and the last is the one that stands. */
function faultsOf(id: string, events: readonly BulletinEvent[], stands: Triaged | undefined): string[] {
  const faults: string[] = []
  let expected: Triaged | undefined
  let state: TriageState = defaultState
  for (const event of events) {
    if (event.topic !== 'triage') continue
    const { from, to } = event.detail
    if (!isDeepStrictEqual(from, state)) faults.push(`${id}: event ${event.id} does not follow from the one before`)
    state = to
    expected = { id, version: event.id, at: event.at, by: event.who, ...to }
  }
  if (!isDeepStrictEqual(stands, expected)) faults.push(`${id}: its state is not the one of its last event`)
  return faults
}

/** What does not fit in the whole log; nothing in a sound one. */
export const faultsIn = ({ states, events }: Log): string[] =>
  [...events].flatMap(([id, all]) => faultsOf(id, all, states.get(id)))
