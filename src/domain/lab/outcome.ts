import type { Outcome } from '../../contract/words.ts'
import { outcomes } from '../../contract/vocabulary.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isWithin } from '../platforms/platforms.ts'
import type { Edition } from './grid.ts'

type Tested = { edition: string; outcome: Outcome }

/** The worst of several outcomes; null where there is none. */
export const outcomeOf = (tests: readonly Pick<Tested, 'outcome'>[]): Outcome | null =>
  outcomes.find((outcome) => tests.some((test) => test.outcome === outcome)) ?? null

/** How a fix went on an OS edition; null where it was not tested. Editions of one name are on several platforms. */
export const outcomeOn = (
  { tests }: { tests: readonly (Tested & { platform: PlatformId })[] },
  { name, platform }: Edition,
): Outcome | null =>
  outcomeOf(
    tests.filter(
      (test) => test.edition === name && (isWithin(test.platform, platform) || isWithin(platform, test.platform)),
    ),
  )

/** On how many OS editions each outcome was seen. */
export function countOutcomes(tests: readonly Tested[]): Partial<Record<Outcome, number>> {
  const counts: Partial<Record<Outcome, number>> = {}
  for (const onEdition of Map.groupBy(tests, ({ edition }) => edition).values()) {
    const worst = outcomeOf(onEdition)
    if (worst !== null) counts[worst] = (counts[worst] ?? 0) + 1
  }
  return counts
}
