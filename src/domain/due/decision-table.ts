/** BOD 26-04: which of its timelines four yes-or-no facts give, by its decision table as data. */
import type { Presence } from '../../contract/words.ts'
import type { bodOutcomes } from '../../contract/due-words.ts'

export type BodOutcome = (typeof bodOutcomes)[number]

/** What it decides by: it is in the catalogue of exploited vulnerabilities, the internet reaches it, attacks can be automated, the technical impact is total. */
export const bodFacts = ['kev', 'exposed', 'automatable', 'total'] as const
export type BodFact = (typeof bodFacts)[number]

export type BodRow = Readonly<Record<BodFact, Presence>> & { readonly outcome: BodOutcome }

export type FactAnswer = Presence | 'unknown'
export type FactAnswers = Readonly<Record<BodFact, FactAnswer>>

/** How many days an outcome leaves; null for the next upgrade of the system. */
export const daysOf: Readonly<Record<BodOutcome, number | null>> = {
  '3-days-forensics': 3,
  '3-days': 3,
  '14-days': 14,
  '60-days': 60,
  'system-upgrade': null,
}

/**
 * What an unknown fact counts as: what no catalogue lists is not listed; whether attacks can be automated and how much
 * they give counts as the worse, since not knowing is no reason to wait; exposure as the policy says.
 */
const countedAsWhenUnknown = (fact: BodFact, unknownExposure: Presence): Presence =>
  fact === 'exposed' ? unknownExposure : fact === 'kev' ? 'no' : 'yes'

/**
 * The outcome of the table.
 *
 * @throws Error where the table has no row for these answers: it is not whole
 */
export function bodOutcomeOf(table: readonly BodRow[], answers: FactAnswers, unknownExposure: Presence): BodOutcome {
  const counted = (fact: BodFact) =>
    answers[fact] === 'unknown' ? countedAsWhenUnknown(fact, unknownExposure) : answers[fact]
  const row = table.find((each) => bodFacts.every((fact) => each[fact] === counted(fact)))
  if (row === undefined) throw new Error(`no row of the decision table for ${JSON.stringify(answers)}`)
  return row.outcome
}
