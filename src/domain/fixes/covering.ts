/** By which other fixes a machine has what a fix mends. */
import type { PlatformId } from '../../contract/platform.ts'
import { candidatesOn, type FixIndex } from './candidates.ts'
import { orderOn } from './order.ts'
import { linesOn } from './platform-fixes.ts'

/** `isForTheSame`: whether it is for no other machines than the fix itself. */
export type Covering = { bulletin: string; isForTheSame: boolean }

const platformsOf = ({ byId }: FixIndex, id: string) =>
  new Set(byId.get(id)?.packages.flatMap(({ platforms }) => platforms))

/** What covers a fix on a platform: what replaces or contains it, its hotpatch, and the update that a hotpatch is in place of. */
function coveringOn(index: FixIndex, platform: PlatformId, id: string): Set<string> {
  const fixes = candidatesOn(index, platform)
  const own = fixes.find((fix) => fix.id === id)
  if (own === undefined) return new Set()
  const order = orderOn(index, platform, fixes)
  const placed = linesOn(index, platform).flatMap((line) => line.fixes)
  const reason = placed.find(({ bulletin }) => bulletin === id)?.reason
  return new Set([
    ...fixes.filter((fix) => order.replaces(fix, own)).map((fix) => fix.id),
    ...(reason !== undefined && 'by' in reason ? [reason.by] : []),
    ...(reason?.code === 'hotpatch' || reason?.code === 'security-only' ? [reason.of] : []),
    ...placed.flatMap((fix) =>
      fix.reason.code === 'hotpatch' && fix.reason.of === id && !fix.reason.lacks ? [fix.bulletin] : [],
    ),
  ])
}

/** The fixes that cover this one on every platform that both are for. */
export function coveringOf(index: FixIndex, id: string): Covering[] {
  const own = platformsOf(index, id)
  const covering = new Map([...own].map((platform) => [platform, coveringOn(index, platform, id)]))
  return [...new Set([...covering.values()].flatMap((ids) => [...ids]))].flatMap((other) => {
    const theirs = platformsOf(index, other)
    const shared = [...own.intersection(theirs)]
    if (!shared.every((platform) => covering.get(platform)?.has(other))) return []
    return [{ bulletin: other, isForTheSame: theirs.isSubsetOf(own) }]
  })
}
