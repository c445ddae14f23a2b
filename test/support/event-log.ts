/** What a server says of its bulletins, and whether that adds up. */
import { isDeepStrictEqual } from 'node:util'
import type { BulletinEvent } from '../../src/contract/events.ts'
import { History } from '../../src/contract/history.ts'
import { TriageList, untouched, type Triaged, type TriageState } from '../../src/contract/triage.ts'
import type { Attempt } from './writers.ts'

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
  let state: TriageState = untouched
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

/** The events that each mark has left, by bulletin. */
function eventsByMark({ events }: Log): Map<string, Map<string, number[]>> {
  const marks = new Map<string, Map<string, number[]>>()
  for (const [id, all] of events)
    for (const event of all) {
      if (event.topic !== 'triage' && (event.topic !== 'discussion' || event.what !== 'said')) continue
      const mark = event.topic === 'triage' ? event.detail.to.note : (event.detail.text ?? '')
      const left = marks.get(mark) ?? new Map<string, number[]>()
      marks.set(mark, left.set(id, [...(left.get(id) ?? []), event.id]))
    }
  return marks
}

/**
 * What of the writes is not as their senders were told. Lost: what was acknowledged is not there, or not as the event
 * that the answer named. Half: a write is there in part, more than once, or although it was refused.
 */
export function comparedWith(attempts: readonly Attempt[], log: Log): { lost: string[]; half: string[] } {
  const marks = eventsByMark(log)
  const lost: string[] = []
  const half: string[] = []
  for (const { mark, ids, status, versions } of attempts) {
    const left = marks.get(mark) ?? new Map<string, number[]>()
    const isThere = ids.filter((id) => left.has(id))
    const isNamed = [...versions].every(([id, event]) => left.get(id)?.includes(event))
    const isDouble = [...left.values()].some((events) => events.length > 1)
    if (status === 200 && (isThere.length < ids.length || !isNamed)) lost.push(mark)
    else if (isDouble || left.size > isThere.length) half.push(mark)
    else if (status === null ? isThere.length % ids.length !== 0 : status !== 200 && isThere.length > 0) half.push(mark)
  }
  return { lost, half }
}
