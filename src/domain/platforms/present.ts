/** Ids of platforms that have changed: what holds one of before means the platforms that went by it. */
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { isWithin, lineageOf } from './platforms.ts'
import { oncePer } from '../table/once.ts'

type Known = Pick<Platform, 'id' | 'formerIds'>

/** The platforms by the ids that they went by: found once for thousands of them, as each key in a plan asks for it. */
const heirsById = oncePer((platforms: readonly Known[]) => {
  const byId = new Map<PlatformId, PlatformId[]>()
  for (const { id, formerIds } of platforms)
    for (const former of formerIds ?? []) byId.set(former, [...(byId.get(former) ?? []), id])
  return byId
})

/** The platforms that went by an id, or below it where there is nothing of that id now; none where it is still one. */
function heirsOf(id: PlatformId, platforms: readonly Known[]): PlatformId[] {
  const heirs = heirsById(platforms).get(id) ?? []
  if (heirs.length > 0 || platforms.some((platform) => isWithin(platform.id, id))) return heirs
  const isBelow = (former: PlatformId) => isWithin(former, id)
  return platforms.filter(({ formerIds }) => formerIds?.some(isBelow)).map((platform) => platform.id)
}

/** What a choice of platforms means now. An id that bulletins read before still have is among it. */
export const presentIds = (chosen: readonly PlatformId[], platforms: readonly Known[]): PlatformId[] => [
  ...new Set(
    chosen.flatMap((id) => {
      const heirs = heirsOf(id, platforms)
      return heirs.length === 0 || platforms.some((platform) => platform.id === id) ? [id, ...heirs] : heirs
    }),
  ),
]

/** The one platform that an id means now: where several went by it, the nearest above all of them; itself where there is none. */
export function presentId(id: PlatformId, platforms: readonly Known[]): PlatformId {
  const [first, ...others] = heirsOf(id, platforms)
  if (first === undefined) return id
  return lineageOf(first).find((above) => others.every((heir) => isWithin(heir, above))) ?? id
}

/**
 * The platforms without those that go by another id now and that no bulletin names any more: there is nothing to choose
 * there, and who had chosen one finds what it is now.
 */
export function withoutFormer<P extends Known>(platforms: readonly P[], named: Iterable<PlatformId>): P[] {
  const former = new Set(platforms.flatMap(({ formerIds = [] }) => formerIds))
  for (const id of named) former.delete(id)
  return former.size === 0 ? [...platforms] : platforms.filter(({ id }) => !former.has(id))
}
