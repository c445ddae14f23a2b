/** Which of two fixes is newer, and by what that is known. */
import type { PlatformId } from '../../contract/platform.ts'
import { comparableBuilds, compareBuilds, largestBuild, revisionOf } from './builds.ts'
import type { Candidate, FixIndex } from './candidates.ts'
import { leadingNumbers } from './lines.ts'
import { closureOf } from './closure.ts'

export type FixOrder = {
  /** Those that replace a fix or that it replaces, as far as documents say so, however many steps away. */
  related: (fix: Candidate) => readonly Candidate[]
  /** Whether two fixes replace each other. */
  isLoop: (a: Candidate, b: Candidate) => boolean
  /** Whether a fix replaces another one, itself or by what it replaces: without loops, and without a word that build and day both contradict. */
  replaces: (newer: Candidate, older: Candidate) => boolean
  /** What replaces a fix: by itself where there is any such, else by what it replaces; null for nothing. */
  replacedBy: (fix: Candidate) => Candidate | null
  /** Whether the build says the opposite of what supersedence says. */
  isContradicted: (newer: Candidate, older: Candidate) => boolean
  /** Builds of both that can be compared; null where there are none. */
  builds: (a: Candidate, b: Candidate) => [a: string, b: string] | null
  /** Above 0 where `a` is newer by build, or else by the day of publication; 0 where neither tells. */
  byBuildOrDay: (a: Candidate, b: Candidate) => number
}

/** The fixes of a platform, and after them what these replace on the way to others, with what each replaces by position. */
function graphOf(index: FixIndex, fixes: readonly Candidate[]) {
  const ids = fixes.map(({ id }) => id)
  const positions = new Map(ids.map((id, at) => [id, at]))
  const older: number[][] = []
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? ''
    const names = fixes[at]?.supersedes ?? index.byId.get(id)?.supersedes ?? []
    const targets = new Set<number>()
    for (const name of names) {
      const target = index.idOf(name)
      if (target === null || target === id) continue
      const known = positions.get(target)
      if (known === undefined) {
        positions.set(target, ids.length)
        targets.add(ids.length)
        ids.push(target)
      } else targets.add(known)
    }
    older.push([...targets])
  }
  return older
}

/** The order of the fixes of a platform. */
export function orderOn(index: FixIndex, platform: PlatformId, fixes: readonly Candidate[]): FixOrder {
  const leading = leadingNumbers(platform)
  const builds = (a: Candidate, b: Candidate) => comparableBuilds(a.builds, b.builds, leading)
  // Most fixes have one build, and of thousands each is compared with many: numbers are compared far faster than texts.
  const revisions = new Map(leading === 3 ? fixes.map((fix) => [fix, revisionOf(fix.builds)]) : [])
  const byBuild = (a: Candidate, b: Candidate) => {
    if (a.builds.length === 0 || b.builds.length === 0) return 0
    const [left, right] = [revisions.get(a), revisions.get(b)]
    if (left && right) return left.line === right.line ? left.revision - right.revision : 0
    const both = builds(a, b)
    return both === null ? 0 : compareBuilds(both[0], both[1])
  }
  const byDay = (a: Candidate, b: Candidate) =>
    a.publishedOn === b.publishedOn ? 0 : a.publishedOn > b.publishedOn ? 1 : -1

  const older = graphOf(index, fixes)
  const believed = older.map((targets, at) =>
    targets.filter((target) => {
      const [newer, other] = [fixes[at], fixes[target]]
      return newer === undefined || other === undefined || !(byDay(other, newer) > 0 && byBuild(other, newer) > 0)
    }),
  )
  const directly = new Map<number, number[]>()
  for (const [at, targets] of believed.slice(0, fixes.length).entries())
    for (const target of targets) directly.set(target, [...(directly.get(target) ?? []), at])

  const said = closureOf(older.length, fixes.length, (node) => older[node] ?? [])
  const trusted = closureOf(older.length, fixes.length, (node) => believed[node] ?? [])
  const positions = new Map(fixes.map((fix, at) => [fix, at]))
  const at = (fix: Candidate) => positions.get(fix) ?? 0
  const replaces = (newer: Candidate, other: Candidate) => trusted.leads(at(newer), at(other))
  const isSaid = (newer: Candidate, other: Candidate) => said.leads(at(newer), at(other))
  const isLoop = (a: Candidate, b: Candidate) => said.isInLoop(at(a), at(b))
  return {
    related: (fix) =>
      (older[at(fix)] ?? []).length === 0 && !said.isReached(at(fix))
        ? []
        : fixes.filter((other) => isSaid(fix, other) || isSaid(other, fix) || isLoop(fix, other)),
    isLoop,
    replaces,
    replacedBy(fix) {
      if (!trusted.isReached(at(fix))) return null
      const direct = (directly.get(at(fix)) ?? []).flatMap((newer) => fixes[newer] ?? [])
      return direct.find((newer) => replaces(newer, fix)) ?? fixes.find((newer) => replaces(newer, fix)) ?? null
    },
    isContradicted(newer, other) {
      // Of any lines of builds: that a misprinted one is larger is worth a doubt.
      const [left, right] = [largestBuild(newer.builds), largestBuild(other.builds)]
      return isSaid(newer, other) && left !== null && right !== null && compareBuilds(right, left) > 0
    },
    builds,
    byBuildOrDay: (a, b) => byBuild(a, b) || byDay(a, b),
  }
}
