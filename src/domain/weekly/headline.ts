/** The headline of an issue, by rule from its figures: what came, what presses, what is left, when it ends. */
import { readReleaseKey } from '../../contract/release-key.ts'
import type { WeeklyClause, WeeklyContent } from '../../contract/weekly.ts'
import type { Release } from '../../contract/releases.ts'
import { nothingNotable } from '../vulnerability/notable.ts'
import type { Owned, WeeklyFacts } from './facts.ts'

/** More than this is no headline. */
const maxClauses = 3

type Content = Omit<WeeklyContent, 'headline' | 'isEmpty'>
type ReleaseClause = Extract<WeeklyClause, { code: 'release' }>

/** The release that has come: most of it is new; of several the latest of Microsoft, else of any. */
export function cameOut({ notable, releases }: Pick<WeeklyFacts, 'notable' | 'releases'>, found: readonly Owned[]) {
  const byRelease = new Map<string, Owned[]>()
  for (const each of found)
    for (const key of each.summary.releases) byRelease.set(key, [...(byRelease.get(key) ?? []), each])
  const came = releases.filter(({ key, count }) => (byRelease.get(key)?.length ?? 0) * 2 >= count && byRelease.has(key))
  const inOrder = came.toSorted(byPublisherAndMonth)
  const [first] = inOrder
  if (first === undefined) return null
  const own = byRelease.get(first.key) ?? []
  const exploited = new Set(own.flatMap(({ summary: { id } }) => (notable.get(id) ?? nothingNotable).exploited))
  return {
    code: 'release',
    key: first.key,
    month: first.month,
    count: own.length,
    own: own.filter(({ whose }) => whose === 'own').length,
    exploited: exploited.size,
    more: inOrder.length - 1,
  } satisfies ReleaseClause
}

const isOther = ({ key }: Release) => Number(readReleaseKey(key)?.publisher !== null)
const byPublisherAndMonth = (a: Release, b: Release) =>
  isOther(a) - isOther(b) || (a.month === b.month ? 0 : a.month < b.month ? 1 : -1)

/** Whether nothing has happened, and nothing is to be done. */
export const isQuiet = (content: Content): boolean =>
  !hasOwn(content) && elsewhere(content) === 0 && content.due.count === 0 && content.progress.plans.length === 0

const hasOwn = ({ new: added, escalated, reReleased, issues }: Content) =>
  added.own + escalated.own + reReleased.own + issues.opened + issues.closed > 0

const elsewhere = ({ new: added, escalated, reReleased, issues, others }: Content) =>
  added.contained + added.others + escalated.others + reReleased.others + issues.others + others.count

function* ofWork({ progress, due }: Content): Generator<WeeklyClause> {
  if (due.overdue > 0) yield { code: 'overdue', count: due.overdue, machines: due.machinesOverdue }
  const { patched, plans } = progress
  const left = patched === null ? 0 : patched.of - patched.applied
  if (left > 0) yield { code: 'left', machines: left }
  const stopped = plans.find(({ gate }) => gate?.gateState.state === 'stopped' && gate.openBy !== null)
  if (stopped !== undefined && stopped.gate !== null && stopped.gate.openBy !== null) {
    const { name, gate, finish } = stopped
    yield { code: 'gate', plan: name, wave: gate.wave, openBy: gate.openBy ?? '', finish: finish.expected }
  } else {
    const last = plans
      .flatMap(({ name, finish }) => (finish.expected === null ? [] : [{ plan: name, finish: finish.expected }]))
      .toSorted((a, b) => (a.finish < b.finish ? 1 : -1))[0]
    if (last !== undefined && left > 0) yield { code: 'finish', ...last }
  }
  if (patched !== null && left === 0 && due.count === 0)
    yield { code: 'done', key: progress.release, machines: patched.of }
}

function* clauses(content: Content, release: ReleaseClause | null): Generator<WeeklyClause> {
  const { new: added, escalated, due } = content
  if (release !== null) yield release
  const exploited = escalated.exploited
  if (exploited > 0) yield { code: 'exploited', count: exploited }
  yield* ofWork(content)
  if (release === null && added.own > 0) yield { code: 'new', count: added.own }
  if (exploited === 0 && escalated.own > 0) yield { code: 'escalated', count: escalated.own }
  if (due.overdue === 0 && due.count > 0) yield { code: 'due', count: due.count, machines: due.machines }
}

/** The first clauses that count anything; a week with nothing of ours says so. */
export function headlineOf(content: Content, release: ReleaseClause | null): WeeklyClause[] {
  const said = [...clauses(content, release)]
  if (said.length > 0) return said.slice(0, maxClauses)
  return [{ code: 'quiet', others: elsewhere(content) }]
}
