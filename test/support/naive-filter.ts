/** The filter as one would write it without a thought of speed: what the engine of src/domain/filter is held to. */
import type { Platform, PlatformId } from '../../src/contract/platform.ts'
import type { Summary } from '../../src/contract/summary.ts'
import type { Sort, SortOrder, LabState, Presence, Severity } from '../../src/contract/words.ts'
import { outcomes, sortOrders, urgencies } from '../../src/contract/vocabulary.ts'
import { facets, type Facet, type Option } from '../../src/contract/facets.ts'
import type { Filter } from '../../src/domain/filter/filter.ts'
import { isWithin, lineageOf } from '../../src/domain/platforms/platforms.ts'
import { isAffected } from '../../src/domain/bulletin/severity.ts'
import { knownNames } from '../../src/domain/bulletin/supersedence.ts'
import { exposureOf } from '../../src/domain/fleet/exposure.ts'
import { changedSince, changesOfRow, dueOf, fleet, holdsOf, isDue, isToInstall, me, stateOf } from './columns.ts'
import { holdsOnFix } from '../../src/domain/holds/held.ts'
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

const issuesOn = ({ knownIssues, unreadIssues = 0 }: Summary) => {
  const unread = unreadIssues > 0 ? ['unread'] : []
  return knownIssues > 0 ? ['yes', ...unread] : unreadIssues > 0 ? unread : ['no']
}

function labStates({ tests }: Summary): LabState[] {
  const seen = outcomes.filter((outcome) => tests[outcome] !== undefined)
  return seen.length > 0 ? seen : ['untested']
}

function assignees({ id, triage }: Summary): Option[] {
  const { assignee } = stateOf(id, triage)
  if (assignee === null) return ['nobody']
  return ['anyone', assignee, ...(assignee === me ? ['me'] : [])]
}

function replaced(summary: Summary, index: readonly Summary[]): Presence {
  const isReplaced = index.some(
    (other) => other !== summary && knownNames(summary).some((name) => other.supersedes.includes(name)),
  )
  return isReplaced ? 'yes' : 'no'
}

const daysLeft = (summary: Summary): number | null => dueOf(summary)?.left ?? null

const machinesWith = ({ platforms }: Summary): number => exposureOf(platforms, fleet)?.atMost ?? 0

/** The usual thresholds that a number reaches. */
const reached = (number: number | undefined, steps: readonly number[]): Option[] =>
  number === undefined ? ['unknown'] : steps.filter((step) => number >= step)
const changed = (id: string) => changesOfRow(id).filter(({ event }) => event > changedSince)

/** The options that a row has of each facet. */
const optionsOf: Record<
  Exclude<Facet, 'platform'>,
  (summary: Summary, index: readonly Summary[]) => readonly Option[]
> = {
  severity: ({ severity }) => [severity ?? 'unrated'],
  urgency: ({ urgency }) => [urgency.level],
  exploit: ({ exploit }) => [exploit],
  disclosure: ({ disclosure }) => [disclosure],
  impact: ({ impact }) => (impact === null ? [] : [impact]),
  exploitedBy: ({ exploitedBy }) => exploitedBy,
  ransomware: ({ ransomware }) => (ransomware === true ? ['known'] : []),
  cvss: ({ cvss }) => reached(cvss, [9, 7, 4]),
  epss: ({ epss }) => reached(epss, [0.5, 0.1, 0.01]),
  exploitability: ({ exploitabilities }) => (exploitabilities.length > 0 ? exploitabilities : ['unknown']),
  reach: ({ reach }) => reach,
  cwe: ({ cwes }) => cwes,
  component: ({ components }) => components,
  publisher: ({ publisher }) => (publisher === undefined ? [] : [publisher]),
  release: ({ releases }) => (releases.length > 0 ? ['any', ...releases] : ['none']),
  restart: ({ restart }) => [restart],
  environment: ({ environments }) => environments,
  knownIssues: issuesOn,
  lab: labStates,
  triage: (summary) => [summary.triage, ...(isDue(summary) ? ['review-due' as const] : [])],
  assignee: assignees,
  due: (summary) => {
    const left = daysLeft(summary)
    if (left === null) return ['none']
    return left < 0 ? ['overdue'] : left <= 3 ? ['0-3'] : left <= 14 ? ['4-14'] : left <= 60 ? ['15-60'] : []
  },
  mine: (summary) => [
    ...(isToInstall(summary.id) ? ['to-install'] : []),
    machinesWith(summary) > 0 ? 'affected' : 'not-affected',
  ],
  replaced: (summary, index) => [replaced(summary, index)],
  held: (summary) => [holdsOnFix(holdsOf([summary.id]), summary).length > 0 ? 'yes' : 'no'],
  changed: ({ id }) => changed(id).map(({ kind }) => kind),
}

const isOnPlatform = ({ platforms }: Summary, chosen: Option) =>
  platforms.some(({ platform, rating }) => isAffected(rating) && isWithin(platform, String(chosen)))

/** Whether a row has an option. */
function has(facet: Facet, option: Option, summary: Summary, index: readonly Summary[]): boolean {
  if (facet === 'platform') return isOnPlatform(summary, option)
  if ((facet === 'cvss' || facet === 'epss') && typeof option === 'number') return (summary[facet] ?? -1) >= option
  if (facet === 'due' && typeof option === 'number') return (daysLeft(summary) ?? Infinity) <= option
  if (facet === 'due' && String(option).includes('-')) {
    const [from = 0, to = 0] = String(option).split('-').map(Number)
    const left = daysLeft(summary)
    return left !== null && from <= left && left <= to
  }
  return optionsOf[facet](summary, index).includes(option)
}

/** What a row must meet, one condition for each facet that something is chosen of, and for days and words. */
function conditions(filter: Filter, index: readonly Summary[]): [keyof Filter, (row: Row) => boolean][] {
  const hasText = textMatcher(filter.q)
  const { publishedFrom, publishedTo } = filter
  return [
    ...facets
      .filter((facet) => filter[facet].length > 0)
      .map((facet): [Facet, (row: Row) => boolean] => [
        facet,
        ({ summary }) => filter[facet].some((option: Option) => has(facet, option, summary, index)),
      ]),
    ['changedSince', ({ summary }) => filter.changedSince === null || changed(summary.id).length > 0],
    ['publishedFrom', ({ summary }) => publishedFrom === null || summary.publishedOn >= publishedFrom],
    ['publishedTo', ({ summary }) => publishedTo === null || summary.publishedOn <= publishedTo],
    ['q', ({ text }) => hasText(text)],
  ]
}

const tally = <T>(values: T[]) => {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const byId = (a: Summary, b: Summary) => b.id.localeCompare(a.id, 'en', { numeric: true })
const worst = (severity: Severity | null) => severity ?? 5

const newest = ({ id }: Summary) => Math.max(0, ...changesOfRow(id).map(({ event }) => event))

type Order = (a: Summary, b: Summary) => number

const byLevel: Order = (a, b) => urgencies.indexOf(a.urgency.level) - urgencies.indexOf(b.urgency.level)
const byUrgency: Order = (a, b) =>
  byLevel(a, b) || worst(a.severity) - worst(b.severity) || b.updatedOn.localeCompare(a.updatedOn) || byId(a, b)
const byMachines: Order = (a, b) => machinesWith(b) - machinesWith(a)
const machinesLeft = (row: Summary) => (row.due === undefined ? 0 : machinesWith(row))
// Two without a day are as one.
const byDay: Order = (a, b) => (daysLeft(a) ?? 99_999) - (daysLeft(b) ?? 99_999)

/** Orders of the list; each falls back to the newest id first. */
const orders: Record<SortOrder, Order> = {
  urgency: byUrgency,
  due: (a, b) => byDay(a, b) || byLevel(a, b) || machinesLeft(b) - machinesLeft(a) || byUrgency(a, b),
  cvss: (a, b) => (b.cvss ?? -1) - (a.cvss ?? -1) || byUrgency(a, b),
  epss: (a, b) => (b.epss ?? -1) - (a.epss ?? -1) || byUrgency(a, b),
  machines: (a, b) => byMachines(a, b) || byUrgency(a, b),
  changed: (a, b) => newest(b) - newest(a) || b.updatedOn.localeCompare(a.updatedOn) || byId(a, b),
  updated: (a, b) => b.updatedOn.localeCompare(a.updatedOn) || byId(a, b),
  id: byId,
}

const isKnown: Partial<Record<SortOrder, (row: Summary) => boolean>> = {
  due: (row) => daysLeft(row) !== null,
  cvss: ({ cvss }) => cvss !== undefined,
  epss: ({ epss }) => epss !== undefined,
}

/** With a minus the other way round, but what is not known stays last. */
function inOrder(sort: Sort): Order {
  const by = sortOrders.find((order) => sort === `-${order}`)
  if (by === undefined) return orders[sortOrders.find((order) => sort === order) ?? 'urgency']
  const lastOf = (row: Summary) => Number(isKnown[by]?.(row) === false)
  return (a, b) => lastOf(a) - lastOf(b) || (lastOf(a) === 1 ? orders[by](a, b) : orders[by](b, a))
}

/** The same answer as `applyFilter`, the slow way. */
export function naiveFilter(
  index: readonly Summary[],
  platforms: readonly Pick<Platform, 'id' | 'label'>[],
  filter: Filter,
  sort: Sort,
): { bulletins: Summary[]; counts: Record<Facet, Map<Option, number>> } {
  const rows = rowsOf(index, platforms)
  const checks = conditions(filter, index)
  const without = (facet: Facet) =>
    rows.filter((row) => checks.every(([name, holds]) => name === facet || holds(row))).map(({ summary }) => summary)
  const countsOf = (facet: Facet): Map<Option, number> => {
    if (facet === 'platform') return countByPlatform(without('platform'))
    return tally(
      without(facet).flatMap((summary) => [
        ...new Set([
          ...optionsOf[facet](summary, index),
          ...filter[facet].filter((option) => has(facet, option, summary, index)),
        ]),
      ]),
    )
  }
  return {
    bulletins: rows
      .filter((row) => checks.every(([, holds]) => holds(row)))
      .map(({ summary }) => {
        const due = dueOf(summary)
        return due === undefined ? summary : { ...summary, due }
      })
      .toSorted(inOrder(sort)),
    counts: Object.fromEntries(facets.map((facet) => [facet, countsOf(facet)])) as Record<Facet, Map<Option, number>>,
  }
}

/** How many of the bulletins affect each platform or anything below it. Platforms that none affects are absent. */
export function countByPlatform(bulletins: Iterable<Pick<Summary, 'platforms'>>): Map<PlatformId, number> {
  const counts = new Map<PlatformId, number>()
  for (const bulletin of bulletins) {
    const touched = bulletin.platforms.filter(({ rating }) => isAffected(rating))
    for (const id of new Set(touched.flatMap(({ platform }) => lineageOf(platform)))) {
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  return counts
}
