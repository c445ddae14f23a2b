/** The team's own table: days by urgency, on servers and on clients. */
import type { DueDays } from '../../contract/due.ts'
import type { Environment, UrgencyLevel } from '../../contract/words.ts'
import { sayingOf, type KnownFacts } from './facts.ts'
import { daysAfter, type RuleDay } from './rule-days.ts'

/** How many days an urgency leaves on each kind of machine; where no source says which, the shorter of both. */
function leftBy(days: DueDays, level: UrgencyLevel, environments: readonly Environment[]) {
  const { server, client } = days[level]
  if (environments.length > 0)
    return environments.map((environment) => ({ environment, days: days[level][environment] }))
  const shorter = server === null ? client : client === null ? server : Math.min(server, client)
  return [{ environment: 'unknown' as const, days: shorter }]
}

/** A day for each urgency that a bulletin ever had, from when it had it. `dayOf` gives the day of a moment. */
export const tableDays = (
  facts: KnownFacts,
  days: DueDays,
  environments: readonly Environment[],
  dayOf: (moment: string) => string,
): RuleDay[] =>
  facts.flatMap((fact) => {
    if (fact.of !== 'urgency') return []
    const first = dayOf(fact.since)
    return leftBy(days, fact.level, environments).map((left) => ({
      on: daysAfter(first, left.days),
      rule: { by: 'table' as const, urgency: fact.level, ...left },
      first,
      because: [sayingOf(fact)],
    }))
  })

/** The days that the catalogue of exploited vulnerabilities sets; none is before the day of the listing. */
export const kevDays = (facts: KnownFacts, dayOf: (moment: string) => string): RuleDay[] =>
  facts.flatMap((fact) =>
    fact.of !== 'kev' || fact.dueOn === undefined
      ? []
      : [
          {
            on: fact.dueOn,
            rule: { by: 'kev' as const, cve: fact.flaw },
            first: dayOf(fact.since),
            because: [sayingOf(fact)],
          },
        ],
  )
