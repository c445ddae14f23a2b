/** Which of two fixes is newer, and by what that is known. */
import type { PlatformId } from '../../contract/platform.ts'
import { comparableBuilds, compareBuilds, largestBuild } from './builds.ts'
import type { Candidate, FixIndex } from './candidates.ts'
import { hasBuildLines } from './lines.ts'

export type FixOrder = {
  /** Those that replace a fix or that it replaces, as far as documents say so, however many steps away. */
  related: (fix: Candidate) => readonly Candidate[]
  /** Whether a fix replaces another one, itself or by what it replaces; each of both does where they form a loop. */
  reaches: (newer: Candidate, older: Candidate) => boolean
  /** The same as far as it is believed: no loop, and no word that build and day both contradict. */
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

/** A relation read backwards. */
function inverse(of: ReadonlyMap<Candidate, ReadonlySet<Candidate>>): Map<Candidate, Set<Candidate>> {
  const back = new Map<Candidate, Set<Candidate>>()
  for (const [from, targets] of of)
    for (const target of targets) back.set(target, (back.get(target) ?? new Set()).add(from))
  return back
}

/** The order of the fixes of a platform. */
export function orderOn(index: FixIndex, platform: PlatformId, fixes: readonly Candidate[]): FixOrder {
  const isByLine = hasBuildLines(platform)
  const own = new Map(fixes.map((each) => [each.id, each]))
  const builds = (a: Candidate, b: Candidate) => comparableBuilds(a.builds, b.builds, isByLine)
  const byBuild = (a: Candidate, b: Candidate) => {
    const both = builds(a, b)
    return both === null ? 0 : compareBuilds(both[0], both[1])
  }
  const byDay = (a: Candidate, b: Candidate) =>
    a.publishedOn === b.publishedOn ? 0 : a.publishedOn > b.publishedOn ? 1 : -1
  const isDisbelieved = (newer: Candidate, older: Candidate) => byBuild(older, newer) > 0 && byDay(older, newer) > 0

  /** What a fix says that it replaces, by the ids of what is on file. */
  const olderOf = (id: string): string[] =>
    (own.get(id)?.supersedes ?? index.byId.get(id)?.supersedes ?? []).flatMap((name) => {
      const older = index.idOf(name)
      return older === null || older === id ? [] : [older]
    })

  /** All that a fix reaches on this platform, also by fixes that are not for it. */
  function walk(start: Candidate, isBelieved: boolean): Set<Candidate> {
    const seen = new Set<string>()
    const ahead = [start.id]
    for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
      const newer = own.get(id)
      for (const next of olderOf(id)) {
        const older = own.get(next)
        const isIgnored = isBelieved && newer !== undefined && older !== undefined && isDisbelieved(newer, older)
        if (isIgnored || seen.has(next)) continue
        seen.add(next)
        ahead.push(next)
      }
    }
    return new Set([...seen].flatMap((id) => (id === start.id ? [] : (own.get(id) ?? []))))
  }

  const told = new Map(fixes.map((fix) => [fix, walk(fix, false)]))
  const walked = new Map(fixes.map((fix) => [fix, walk(fix, true)]))
  const believed = new Map(
    [...walked].map(([fix, older]) => [fix, new Set([...older].filter((each) => !walked.get(each)?.has(fix)))]),
  )
  const [toldBack, believedBack] = [inverse(told), inverse(believed)]
  const reaches = (newer: Candidate, older: Candidate) => told.get(newer)?.has(older) ?? false
  return {
    related: (fix) => [...new Set([...(told.get(fix) ?? []), ...(toldBack.get(fix) ?? [])])],
    reaches,
    replaces: (newer, older) => believed.get(newer)?.has(older) ?? false,
    replacedBy: (fix) => {
      const newer = [...(believedBack.get(fix) ?? [])]
      return newer.find(({ id }) => olderOf(id).includes(fix.id)) ?? newer[0] ?? null
    },
    isContradicted(newer, older) {
      // Of any lines of builds: that a misprinted one is larger is worth a doubt.
      const [left, right] = [largestBuild(newer.builds), largestBuild(older.builds)]
      return reaches(newer, older) && left !== null && right !== null && compareBuilds(right, left) > 0
    },
    builds,
    byBuildOrDay: (a, b) => byBuild(a, b) || byDay(a, b),
  }
}
