import type { Platform, PlatformCount, PlatformId } from '../contract/platform.ts'
import type { Summary } from '../contract/summary.ts'
import { isAffected } from './severity.ts'

/** Whether `platform` is `ancestor` or lies below it: `windows-2000.sp3` lies below `windows-2000`. */
export const isWithin = (platform: PlatformId, ancestor: PlatformId): boolean =>
  platform === ancestor || platform.startsWith(`${ancestor}.`)

/** The platform one step up, or null for a family: `windows-xp` for `windows-xp.sp2`. */
export function parentOf(platform: PlatformId): PlatformId | null {
  const dot = platform.lastIndexOf('.')
  return dot < 0 ? null : platform.slice(0, dot)
}

/** The family of a platform: `windows-xp` for `windows-xp.sp1.itanium`. */
export const familyOf = (platform: PlatformId): PlatformId => platform.split('.', 1)[0] ?? platform

/** A platform and all above it, the nearest first. */
export function lineageOf(platform: PlatformId): PlatformId[] {
  const parent = parentOf(platform)
  return parent === null ? [platform] : [platform, ...lineageOf(parent)]
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

/** The platforms as a tree in reading order (the given one), with a row for every family. */
export function platformTree(
  platforms: readonly Platform[],
  bulletins: Iterable<Pick<Summary, 'platforms'>>,
): PlatformCount[] {
  const counts = countByPlatform(bulletins)
  const byId = new Map(platforms.map((platform) => [platform.id, platform]))
  for (const { id, ...rest } of platforms) {
    for (const above of lineageOf(id)) {
      const level = above.split('.').length
      if (!byId.has(above)) {
        byId.set(above, {
          ...rest,
          id: above,
          version: level > 1 ? rest.version : null,
          variant: null,
          label: level > 1 ? { en: `${rest.family} ${rest.version ?? ''}`.trim() } : { en: rest.family },
          supportEndsOn: null,
        })
      }
    }
  }
  const rows = [...byId.values()]
  const below = (parent: PlatformId | null): PlatformCount[] =>
    rows
      .filter(({ id }) => parentOf(id) === parent)
      .flatMap((platform) => [{ ...platform, parent, bulletins: counts.get(platform.id) ?? 0 }, ...below(platform.id)])
  return below(null)
}
