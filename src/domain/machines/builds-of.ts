/** How the build that a machine runs compareWith to the builds of fixes. */
import { comparableBuilds, compareBuilds, revisionOf } from '../fixes/builds.ts'
import type { Candidate } from '../fixes/candidates.ts'

/** Below 0 where the machine's build is the smaller one; null where they cannot be compared. `needed`: the build of the fix. */
export type BuildComparison = { sign: number; needed: string } | null

/** Whether a build has the revision, which is what tells one fix from another. */
export const hasRevision = (build: string): boolean => build.split('.').length > 3

/** The same for all fixes of a platform, once for each build that machines run. */
export function buildComparer(
  fixes: readonly Candidate[],
  leading: number,
): (build: string) => readonly BuildComparison[] {
  const known = new Map<string, readonly BuildComparison[]>()
  // Most fixes have one build: numbers are compared a hundred times as fast as texts.
  const revisions = fixes.map(({ builds }) => (leading === 3 ? revisionOf(builds) : null))
  const compare = (build: string): BuildComparison[] => {
    const own = revisionOf([build])
    return fixes.map(({ builds }, at) => {
      const revision = revisions[at]
      const [needed = ''] = builds
      if (own !== null && revision)
        return own.line === revision.line ? { sign: own.revision - revision.revision, needed } : null
      const both = hasRevision(build) ? comparableBuilds([build], builds, leading) : null
      return both === null ? null : { sign: compareBuilds(both[0], both[1]), needed: both[1] }
    })
  }
  return (build) => {
    const found = known.get(build) ?? compare(build)
    known.set(build, found)
    return found
  }
}
