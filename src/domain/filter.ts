/**
 * One meaning of a filter, for the pages (from memory, with the count of every option) and for the API.
 * Options of one facet are alternatives; facets must all match.
 */
import type { Platform } from '../contract/platform.ts'
import type { BulletinQuery, SortOrder, Summary } from '../contract/summary.ts'
import { urgencies, type Exploit, type Restart, type Severity, type UrgencyLevel } from '../contract/words.ts'
import { countByPlatform, isWithin, lineageOf } from './platforms.ts'
import { isAffected } from './severity.ts'
import { normalise, textMatcher } from './text-search.ts'

/** Empty lists and an empty text ask for nothing. */
export type Filter = {
  severity: Severity[]
  urgency: UrgencyLevel[]
  exploit: Exploit[]
  restart: Restart[]
  platform: string[]
  q: string
}

/** The facets whose options are counted. */
export type Facet = Exclude<keyof Filter, 'q'>

const list = <T extends string>(value: string | undefined) => (value === undefined ? [] : (value.split(',') as T[]))

/** The filter that a validated query stands for. */
export const filterOf = (query: BulletinQuery): Filter => ({
  severity: list(query.severity).map((word) => Number(word) as Severity),
  urgency: list(query.urgency),
  exploit: list(query.exploit),
  restart: list(query.restart),
  platform: list(query.platform),
  q: query.q ?? '',
})

/** A bulletin as the filter sees it: the summary and its searchable text, made once. */
export type Row = { summary: Summary; text: string }

/** Rows for a summary index. Platform names are searchable too, the ones that a bulletin affects. */
export function rowsOf(index: readonly Summary[], platforms: readonly Pick<Platform, 'id' | 'label'>[]): Row[] {
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

function conditions(filter: Filter): Record<keyof Filter, (row: Row) => boolean> {
  const hasText = textMatcher(filter.q)
  return {
    severity: ({ summary }) =>
      filter.severity.length === 0 || (summary.severity !== null && filter.severity.includes(summary.severity)),
    urgency: ({ summary }) => isIn(filter.urgency, summary.urgency.level),
    exploit: ({ summary }) => isIn(filter.exploit, summary.exploit),
    restart: ({ summary }) => isIn(filter.restart, summary.restart),
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

export type FilterResult = {
  bulletins: Summary[]
  /** Bulletins per option, each facet counted with its own condition left out. An option that has none is absent. */
  counts: { [F in Facet]: Map<string | number, number> }
}

/** The rows that match, in the chosen order, and the count of every option. */
export function applyFilter(rows: readonly Row[], filter: Filter, sort: SortOrder = 'urgency'): FilterResult {
  const checks = Object.entries(conditions(filter)) as [keyof Filter, (row: Row) => boolean][]
  const without = (facet: Facet) =>
    rows.filter((row) => checks.every(([name, holds]) => name === facet || holds(row))).map(({ summary }) => summary)
  return {
    bulletins: rows
      .filter((row) => checks.every(([, holds]) => holds(row)))
      .map(({ summary }) => summary)
      .toSorted(orders[sort]),
    counts: {
      severity: tally(without('severity').flatMap(({ severity }) => severity ?? [])),
      urgency: tally(without('urgency').map(({ urgency }) => urgency.level)),
      exploit: tally(without('exploit').map(({ exploit }) => exploit)),
      restart: tally(without('restart').map(({ restart }) => restart)),
      platform: countByPlatform(without('platform')),
    },
  }
}
