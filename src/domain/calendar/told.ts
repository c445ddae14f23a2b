/** What calendars were told before, and what they are to be told now. */
import { CalendarFact } from './facts.ts'

/** `sequence` grows with every change (RFC 5545, 3.8.7.4), and `modifiedAt` with it. `goneAt`: since when it does not take place. */
export type ToldEntry = { fact: CalendarFact; sequence: number; modifiedAt: string; goneAt: string | null }

/** Equal facts are equal texts: their fields come in the order of the schema. */
const asText = (fact: CalendarFact): string => JSON.stringify(CalendarFact.parse(fact))

const later = (a: string, b: string) => (Date.parse(a) > Date.parse(b) ? a : b)

/**
 * The entries that are to be told otherwise than before, or for the first time: what has changed keeps its id and gets a
 * greater number, and what is not there any more is told to be cancelled. What came back goes on counting.
 */
export function toldNext(before: readonly ToldEntry[], facts: readonly CalendarFact[], at: string): ToldEntry[] {
  const known = new Map(before.map((told) => [told.fact.uid, told]))
  const present = new Set(facts.map(({ uid }) => uid))
  const again = (told: ToldEntry, change: Pick<ToldEntry, 'fact' | 'goneAt'>): ToldEntry => ({
    ...change,
    sequence: told.sequence + 1,
    modifiedAt: later(at, told.modifiedAt),
  })
  const changed = facts.flatMap((fact): ToldEntry[] => {
    const told = known.get(fact.uid)
    if (told === undefined) return [{ fact, sequence: 0, modifiedAt: at, goneAt: null }]
    return told.goneAt === null && asText(told.fact) === asText(fact) ? [] : [again(told, { fact, goneAt: null })]
  })
  const gone = before
    .filter(({ fact, goneAt }) => goneAt === null && !present.has(fact.uid))
    .map((told) => again(told, { fact: told.fact, goneAt: at }))
  return [...changed, ...gone]
}

/** The same entries with those that have changed in their places. */
export const withToldChanges = (before: readonly ToldEntry[], changes: readonly ToldEntry[]): ToldEntry[] => [
  ...new Map([...before, ...changes].map((told) => [told.fact.uid, told])).values(),
]
