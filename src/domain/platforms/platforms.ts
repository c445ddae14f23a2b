import type { Platform, PlatformCount, PlatformId } from '../../contract/platform.ts'
import type { Summary } from '../../contract/summary.ts'
import { isAffected } from '../bulletin/severity.ts'

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

/** Version and variant as they stand in a small cell, below the name of the family: `SP1 Itanium`; null without both. */
export function shortName({ version, variant }: Pick<Platform, 'version' | 'variant'>): string | null {
  const parts = [version, variant].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(' ') : null
}

/** A platform and all above it, the nearest first. */
export function lineageOf(platform: PlatformId): PlatformId[] {
  const parent = parentOf(platform)
  return parent === null ? [platform] : [platform, ...lineageOf(parent)]
}

/** A platform as it is counted: a version with its variants, or a family. */
export const countedAs = (platform: PlatformId): PlatformId => lineageOf(platform).at(-2) ?? platform

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

/** A row for a family or version that only its parts stand for: named after them. */
const derived = (id: PlatformId, part: Platform): Platform => {
  const version = parentOf(id) === null ? null : part.version
  const label = version === null ? part.family : `${part.family} ${version}`
  const { formerIds: _, ...rest } = part
  return { ...rest, id, version, variant: null, label: { en: label }, supportEndsOn: null }
}

/**
 * The platforms as a tree in reading order, with a row for every family and version. A family stands where the first
 * of its platforms is given.
 */
export function platformTree(
  platforms: readonly Platform[],
  bulletins: Iterable<Pick<Summary, 'platforms'>>,
): PlatformCount[] {
  const counts = countByPlatform(bulletins)
  const given = new Map(platforms.map((platform) => [platform.id, platform]))
  const rows = new Map<PlatformId, Platform>()
  for (const platform of platforms) {
    for (const id of lineageOf(platform.id).toReversed()) rows.set(id, given.get(id) ?? derived(id, platform))
  }
  const parts = Map.groupBy(rows.values(), ({ id }) => parentOf(id))
  const below = (parent: PlatformId | null): PlatformCount[] =>
    (parts.get(parent) ?? []).flatMap((platform) => [
      {
        ...platform,
        parent,
        ...(!given.has(platform.id) && { isGroup: true }),
        bulletins: counts.get(platform.id) ?? 0,
      },
      ...below(platform.id),
    ])
  return below(null)
}
