/** The filter as one would write it without a thought of speed: what the engine of src/domain/filter is held to. */
import type { Platform } from '../../src/contract/platform.ts'
import type { Summary } from '../../src/contract/summary.ts'
import type { SortOrder, LabState, Presence, Severity, TriageOption } from '../../src/contract/words.ts'
import { outcomes, urgencies } from '../../src/contract/vocabulary.ts'
import type { Facet, Filter, Option } from '../../src/domain/filter/filter.ts'
import { countByPlatform, isWithin, lineageOf } from '../../src/domain/platforms/platforms.ts'
import { isAffected } from '../../src/domain/bulletin/severity.ts'
import { knownNames } from '../../src/domain/bulletin/supersedence.ts'
import { isDue } from './columns.ts'
import { alternativesOf, normalise, spellingsOf } from '../../src/domain/filter/text-search.ts'

/** True where every word of the query occurs in a normalised text, in any order; of a list of ids, any. */
export function textMatcher(query: string): (normalisedText: string) => boolean {
  const words = alternativesOf(query).map((any) => any.flatMap(spellingsOf))
  return (text) => words.every((forms) => forms.some((form) => text.includes(form)))
}

type Row = { summary: Summary; text: string }

function rowsOf(index: readonly Summary[], platforms: readonly Pick<Platform, 'id' | 'label'>[]): Row[] {
  const labels = new Map(platforms.map(({ id, label }) => [id, `${label.ja ?? ''} ${label.en ?? ''}`]))
  return index.map((summary) => {
    const { id, kb, title, vulnerabilities } = summary
    const touched = summary.platforms.filter(({ rating }) => isAffected(rating))
    const products = new Set(
      touched.flatMap(({ platform }) => lineageOf(platform)).map((platform) => labels.get(platform) ?? platform),
    )
    const parts = [id, ...kb.map((number) => `KB${number}`), title.ja, title.en]
    for (const flaw of vulnerabilities) parts.push(flaw.id, flaw.cve ?? '', flaw.title.ja, flaw.title.en)
    return { summary, text: normalise([...parts, ...products].join('\n')) }
  })
}

const isIn = <T>(chosen: readonly T[], value: T) => chosen.length === 0 || chosen.includes(value)

const triageOptions = (summary: Summary): TriageOption[] => [
  summary.triage,
  ...(isDue(summary) ? ['review-due' as const] : []),
]

const presence = ({ knownIssues }: Summary) => (knownIssues > 0 ? 'yes' : 'no')

function labStates({ tests }: Summary): LabState[] {
  const seen = outcomes.filter((outcome) => tests[outcome] !== undefined)
  return seen.length > 0 ? seen : ['untested']
}

function conditions(
  filter: Filter,
  replaced: (summary: Summary) => Presence,
): Record<keyof Filter, (row: Row) => boolean> {
  const hasText = textMatcher(filter.q)
  return {
    severity: ({ summary }) => isIn(filter.severity, summary.severity ?? 'unrated'),
    urgency: ({ summary }) => isIn(filter.urgency, summary.urgency.level),
    exploit: ({ summary }) => isIn(filter.exploit, summary.exploit),
    disclosure: ({ summary }) => isIn(filter.disclosure, summary.disclosure),
    impact: ({ summary }) =>
      filter.impact.length === 0 || (summary.impact !== null && filter.impact.includes(summary.impact)),
    restart: ({ summary }) => isIn(filter.restart, summary.restart),
    environment: ({ summary }) =>
      filter.environment.length === 0 || summary.environments.some((each) => filter.environment.includes(each)),
    knownIssues: ({ summary }) => isIn(filter.knownIssues, presence(summary)),
    lab: ({ summary }) => filter.lab.length === 0 || labStates(summary).some((state) => filter.lab.includes(state)),
    triage: ({ summary }) =>
      filter.triage.length === 0 || triageOptions(summary).some((each) => filter.triage.includes(each)),
    replaced: ({ summary }) => isIn(filter.replaced, replaced(summary)),
    publishedFrom: ({ summary }) => filter.publishedFrom === null || summary.publishedOn >= filter.publishedFrom,
    publishedTo: ({ summary }) => filter.publishedTo === null || summary.publishedOn <= filter.publishedTo,
    platform: ({ summary }) =>
      filter.platform.length === 0 ||
      summary.platforms.some(
        ({ platform, rating }) => isAffected(rating) && filter.platform.some((chosen) => isWithin(platform, chosen)),
      ),
    q: (row) => hasText(row.text),
  }
}

const tally = <T>(values: T[]) => {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const byId = (a: Summary, b: Summary) => b.id.localeCompare(a.id, 'en', { numeric: true })
const worst = (severity: Severity | null) => severity ?? 5

/** Orders of the list; each falls back to the newest id first. */
const orders: Record<SortOrder, (a: Summary, b: Summary) => number> = {
  urgency: (a, b) =>
    urgencies.indexOf(a.urgency.level) - urgencies.indexOf(b.urgency.level) ||
    worst(a.severity) - worst(b.severity) ||
    b.updatedOn.localeCompare(a.updatedOn) ||
    byId(a, b),
  updated: (a, b) => b.updatedOn.localeCompare(a.updatedOn) || byId(a, b),
  id: byId,
}

/** The same answer as `applyFilter`, the slow way. */
export function naiveFilter(
  index: readonly Summary[],
  platforms: readonly Pick<Platform, 'id' | 'label'>[],
  filter: Filter,
  sort: SortOrder,
): { bulletins: Summary[]; counts: Record<Facet, Map<Option, number>> } {
  const rows = rowsOf(index, platforms)
  const replaced = (summary: Summary): Presence =>
    index.some((other) => other !== summary && knownNames(summary).some((name) => other.supersedes.includes(name)))
      ? 'yes'
      : 'no'
  const checks = Object.entries(conditions(filter, replaced)) as [keyof Filter, (row: Row) => boolean][]
  const without = (facet: Facet) =>
    rows.filter((row) => checks.every(([name, holds]) => name === facet || holds(row))).map(({ summary }) => summary)
  return {
    bulletins: rows
      .filter((row) => checks.every(([, holds]) => holds(row)))
      .map(({ summary }) => summary)
      .toSorted(orders[sort]),
    counts: {
      severity: tally(without('severity').map(({ severity }) => severity ?? 'unrated')),
      urgency: tally(without('urgency').map(({ urgency }) => urgency.level)),
      exploit: tally(without('exploit').map(({ exploit }) => exploit)),
      platform: countByPlatform(without('platform')),
      disclosure: tally(without('disclosure').map(({ disclosure }) => disclosure)),
      impact: tally(without('impact').flatMap(({ impact }) => impact ?? [])),
      restart: tally(without('restart').map(({ restart }) => restart)),
      environment: tally(without('environment').flatMap(({ environments }) => environments)),
      knownIssues: tally(without('knownIssues').map(presence)),
      lab: tally(without('lab').flatMap(labStates)),
      triage: tally(without('triage').flatMap(triageOptions)),
      replaced: tally(without('replaced').map(replaced)),
    },
  }
}
