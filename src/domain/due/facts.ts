/** What was ever known of a bulletin that decides its due day, and since when. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { UrgencyLevel } from '../../contract/words.ts'
import { laterDay } from './days.ts'
import { withoutCatalogue } from './without-catalogue.ts'

/** A fact, and since when it is known: a day, or the moment of an import where no source names a day. */
export type KnownFact = { since: string } & (
  | { of: 'urgency'; level: UrgencyLevel }
  /** A vulnerability by its CVE, or by its id where it has none; with what a CVSS vector says of it. */
  | { of: 'flaw'; flaw: string; vector?: string }
  /** It is in the catalogue of exploited vulnerabilities, with the day that this sets. */
  | { of: 'kev'; flaw: string; dueOn?: string }
)

export type KnownFacts = readonly KnownFact[]

/** What a fact says, whenever that became known. */
export const sayingOf = ({ since: _since, ...said }: KnownFact): string => JSON.stringify(said)

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Each fact once, since when it was first known; the oldest first. */
function firstKnown(facts: KnownFacts): KnownFact[] {
  const first = new Map<string, KnownFact>()
  for (const fact of facts) {
    const saying = sayingOf(fact)
    const known = first.get(saying)
    if (known === undefined || fact.since < known.since) first.set(saying, fact)
  }
  return [...first]
    .toSorted(([a, one], [b, other]) => compare(one.since, other.since) || compare(a, b))
    .map(([, fact]) => fact)
}

/** The name of a vulnerability among the facts. */
const flawName = ({ cve, id }: Pick<Bulletin['vulnerabilities'][number], 'cve' | 'id'>): string => cve ?? id

/**
 * The facts of a bulletin. `said`: what its documents alone say. `whole`: the same with the catalogue of exploited
 * vulnerabilities, whose facts are known since it lists them, but not before there was a fix. `since`: from when what is
 * new in the documents counts.
 */
export function dueFactsOf(said: Bulletin, whole: Bulletin, since: string): KnownFact[] {
  const own = withoutCatalogue(said)
  const listed = whole.vulnerabilities.flatMap((flaw) =>
    flaw.knownExploited === undefined ? [] : [{ flaw: flawName(flaw), ...flaw.knownExploited }],
  )
  const afterFix = (day: string) => laterDay(day, whole.publishedOn)
  const firstListed = listed.map(({ addedOn }) => afterFix(addedOn)).toSorted()[0]
  return firstKnown([
    { of: 'urgency', level: own.urgency.level, since },
    ...(firstListed !== undefined && whole.urgency.level !== own.urgency.level
      ? [{ of: 'urgency' as const, level: whole.urgency.level, since: firstListed }]
      : []),
    ...own.vulnerabilities.flatMap((flaw): KnownFact[] => [
      { of: 'flaw', flaw: flawName(flaw), since },
      ...(flaw.cvss === undefined
        ? []
        : [{ of: 'flaw' as const, flaw: flawName(flaw), vector: flaw.cvss.vector, since }]),
    ]),
    ...listed.map(({ flaw, addedOn, dueOn }): KnownFact => {
      const day = dueOn === undefined ? {} : { dueOn: laterDay(dueOn, addedOn) }
      return { of: 'kev', flaw, ...day, since: afterFix(addedOn) }
    }),
  ])
}

/**
 * What was known and what is known now: that a publisher says something no longer makes no day later, only a person
 * does.
 */
export const withEarlier = (before: KnownFacts, now: KnownFacts): KnownFact[] => firstKnown([...before, ...now])

/** The facts of now, each since when it was known before; for what an import has brought and is taken out again. */
export function stillKnown(before: KnownFacts, now: KnownFacts): KnownFact[] {
  const said = new Set(now.map(sayingOf))
  return firstKnown([...before.filter((fact) => said.has(sayingOf(fact))), ...now])
}
