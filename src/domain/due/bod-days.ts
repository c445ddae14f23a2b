/** The days that BOD 26-04 gives, vulnerability by vulnerability, by its decision table. */
import type { DueDecision } from '../../contract/due.ts'
import type { Presence } from '../../contract/words.ts'
import { bodFacts, daysOf, bodOutcomeOf, type FactAnswers, type BodFact, type BodRow } from './decision-table.ts'
import type { KnownFacts } from './facts.ts'
import { inferredAutomatable, inferredTotal } from './inferred.ts'
import { daysAfter, inOrderOfDay, type RuleDay } from './rule-days.ts'
import { answerOn, asFact, lastAnswer, type Timed } from './timed.ts'

/**
 * What catalogues say of a vulnerability, and on which day they said so; what is absent they do not say. `vector`: one for
 * those whose documents give none.
 */
export type SsvcAnswer = { automatable?: Presence; total?: Presence; since: string | null; vector?: string }

export type BodInput = {
  facts: KnownFacts
  /** Whether the internet reaches any machine that it is to be installed on. */
  exposed: Timed
  /** By CVE. */
  assessed: ReadonlyMap<string, SsvcAnswer>
  dayOf: (moment: string) => string
}

export type BodSetting = { table: readonly BodRow[]; unknownExposure: Presence }

type Said = { vector: string; since: string }

/**
 * A fact that a catalogue answers, or else the vectors let infer. A catalogue that says no ends what was inferred; what is
 * not known is no fact, so that the first answer holds from the beginning where it is no.
 */
function timedFact(
  stated: Presence | undefined,
  statedOn: string,
  vectors: readonly Said[],
  infer: (vector: string) => Presence | null,
): Timed {
  if (stated === 'no') return { yesSince: null, otherwise: 'no', basis: 'vulnrichment' }
  const inferred = vectors.map(({ vector, since }) => ({ answer: infer(vector), since }))
  const yes = inferred.flatMap(({ answer, since }) => (answer === 'yes' ? [since] : []))
  if (stated === 'yes') yes.push(statedOn)
  const otherwise = inferred.some(({ answer }) => answer === 'no') ? 'no' : 'unknown'
  const basis = stated === 'yes' ? 'vulnrichment' : inferred.some(({ answer }) => answer !== null) ? 'inferred' : 'none'
  return { yesSince: yes.toSorted()[0] ?? null, otherwise, basis }
}

/** One vulnerability: since when it is known, and its four facts. */
type Flaw = { name: string; base: string } & Record<BodFact, Timed>

function flawsOf({ facts, exposed: reached, assessed, dayOf }: BodInput): Flaw[] {
  const exposed = { ...reached, yesSince: reached.yesSince === null ? null : dayOf(reached.yesSince) }
  const told = facts.flatMap((fact) => (fact.of === 'flaw' ? [{ ...fact, since: dayOf(fact.since) }] : []))
  const listed = facts.flatMap((fact) => (fact.of === 'kev' ? [{ ...fact, since: dayOf(fact.since) }] : []))
  return Array.from(
    Map.groupBy(told, ({ flaw }) => flaw),
    ([name, said]) => {
      const base = said.map(({ since }) => since).toSorted()[0] ?? ''
      const own = said.flatMap(({ vector, since }) => (vector === undefined ? [] : [{ vector, since }]))
      const listedSince = listed.flatMap(({ flaw, since }) => (flaw === name ? [since] : [])).toSorted()[0] ?? null
      const stated = assessed.get(name)
      const vectors = own.length > 0 || stated?.vector === undefined ? own : [{ vector: stated.vector, since: base }]
      const statedOn = dayOf(stated?.since ?? base)
      return {
        name,
        base,
        kev: { yesSince: listedSince, otherwise: 'no', basis: 'kev' },
        exposed,
        automatable: timedFact(stated?.automatable, statedOn, vectors, inferredAutomatable),
        total: timedFact(stated?.total, statedOn, vectors, inferredTotal),
      }
    },
  )
}

const answersBy = (flaw: Flaw, answer: (timed: Timed) => FactAnswers[BodFact]): FactAnswers => ({
  kev: answer(flaw.kev),
  exposed: answer(flaw.exposed),
  automatable: answer(flaw.automatable),
  total: answer(flaw.total),
})

/** The days that the table gives a vulnerability each time that a fact becomes known. */
function daysOfFlaw(flaw: Flaw, { table, unknownExposure }: BodSetting): RuleDay[] {
  const since = bodFacts.flatMap((fact) => flaw[fact].yesSince ?? [])
  const steps = [...new Set([flaw.base, ...since.filter((day) => day > flaw.base)])]
  return steps.map((first) => {
    const answers = answersBy(flaw, (timed) => answerOn(timed, first))
    const outcome = bodOutcomeOf(table, answers, unknownExposure)
    const against = bodFacts.filter((fact) => answers[fact] === 'yes')
    return {
      on: daysAfter(first, daysOf[outcome]),
      rule: { by: 'bod-26-04', outcome, cve: flaw.name },
      first,
      because: ['known', ...against].map((fact) => (fact === 'exposed' ? fact : `${fact} ${flaw.name}`)),
    }
  })
}

/** What is decided for each vulnerability, and the days that follow; of a bulletin that names none, that it has no day. */
export function bodDays(input: BodInput, setting: BodSetting): { days: RuleDay[]; decisions: DueDecision[] } {
  const decided = flawsOf(input).map((flaw) => {
    const days = inOrderOfDay(daysOfFlaw(flaw, setting))
    const outcome = bodOutcomeOf(setting.table, answersBy(flaw, lastAnswer), setting.unknownExposure)
    const { on, first } = days[0] ?? { on: null, first: flaw.base }
    const facts = {
      kev: asFact(flaw.kev),
      exposed: asFact(flaw.exposed),
      automatable: asFact(flaw.automatable),
      total: asFact(flaw.total),
    }
    return { days, decision: { cve: flaw.name, outcome, on, first, ...facts } }
  })
  return { days: decided.flatMap(({ days }) => days), decisions: decided.map(({ decision }) => decision) }
}
