import type { Platform, PlatformCount, PlatformId } from '../../contract/platform.ts'

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

/** Version and variant as shown in a small cell, below the name of the family: `SP1 Itanium`; null without both. */
export function shortName({ version, variant }: Pick<Platform, 'version' | 'variant'>): string | null {
  const parts = [version, variant].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(' ') : null
}

/** A platform and all above it, the nearest first. */
export function lineageOf(platform: PlatformId): PlatformId[] {
  const parent = parentOf(platform)
  return parent === null ? [platform] : [platform, ...lineageOf(parent)]
}

/** Of a tree, these platforms and all above them. */
export function platformsNamed<T extends { id: PlatformId }>(ids: readonly PlatformId[], tree: readonly T[]): T[] {
  const named = new Set(ids.flatMap(lineageOf))
  return tree.filter(({ id }) => named.has(id))
}

/** A platform as it is counted: a version with its variants, or a family. */
export const countedAs = (platform: PlatformId): PlatformId => lineageOf(platform).at(-2) ?? platform

/** A row for a family or version of which only parts are on file: named after them. */
const derived = (id: PlatformId, part: Platform): Platform => {
  const version = parentOf(id) === null ? null : part.version
  const label = version === null ? part.family : `${part.family} ${version}`
  const { formerIds: _, ...rest } = part
  return { ...rest, id, version, variant: null, label: { en: label }, supportEndsOn: null }
}

/** Called between the parts of long work: a server answers other requests meanwhile. */
type Pause = () => Promise<void>

/** What is worked through between two pauses. */
const platformsAtOnce = 2000

/** The platforms by their parents, with a row for every family and version; a family comes where its first platform is given. */
async function byParent(platforms: readonly Platform[], pause: Pause) {
  const children = new Map<PlatformId | null, Map<PlatformId, Platform>>()
  const groups = new Set<Platform>()
  const add = (platform: Platform, isGiven: boolean) => {
    const parent = parentOf(platform.id)
    const siblings = children.get(parent) ?? new Map<PlatformId, Platform>()
    children.set(parent, siblings)
    siblings.set(platform.id, platform)
    if (!isGiven) groups.add(platform)
    if (parent !== null && !children.get(parentOf(parent))?.has(parent)) add(derived(parent, platform), false)
  }
  for (const [position, platform] of platforms.entries()) {
    add(platform, true)
    if (position % platformsAtOnce === 0) await pause()
  }
  return { children, groups }
}

/**
 * The platforms as a tree in reading order, with a row for every family and version. A family comes where the first
 * of its platforms is given. `counts`: how many bulletins affect each or anything below it.
 */
export async function platformTree(
  platforms: readonly Platform[],
  counts: ReadonlyMap<PlatformId, number>,
  pause: Pause = () => Promise.resolve(),
): Promise<PlatformCount[]> {
  const { children, groups } = await byParent(platforms, pause)
  const tree: PlatformCount[] = []
  const grow = async (parent: PlatformId | null) => {
    for (const [id, platform] of children.get(parent) ?? []) {
      tree.push({
        ...platform,
        parent,
        ...(groups.has(platform) && { isGroup: true }),
        bulletins: counts.get(id) ?? 0,
      })
      if (tree.length % platformsAtOnce === 0) await pause()
      if (children.has(id)) await grow(id)
    }
  }
  await grow(null)
  return tree
}
