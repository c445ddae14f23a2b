import type { Outcome } from '../../contract/words.ts'
import { outcomes } from '../../contract/vocabulary.ts'

type Tested = { edition: string; outcome: Outcome }

/** The worst of several outcomes; null where there is none. */
export const outcomeOf = (tests: readonly Pick<Tested, 'outcome'>[]): Outcome | null =>
  outcomes.find((outcome) => tests.some((test) => test.outcome === outcome)) ?? null

/** On how many OS editions each outcome was seen. */
export function countOutcomes(tests: readonly Tested[]): Partial<Record<Outcome, number>> {
  const counts: Partial<Record<Outcome, number>> = {}
  for (const onEdition of Map.groupBy(tests, ({ edition }) => edition).values()) {
    const worst = outcomeOf(onEdition)
    if (worst !== null) counts[worst] = (counts[worst] ?? 0) + 1
  }
  return counts
}
