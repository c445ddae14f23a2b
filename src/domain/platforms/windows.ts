/** What Windows is among platforms, by its ids and names. */
import type { PlatformId } from '../../contract/platform.ts'
import { familyOf, isWithin, parentOf } from './platforms.ts'

/** Windows itself, whatever its age. */
export const isWindows = (platform: PlatformId): boolean =>
  /^windows-(?:\d|(?:vista|xp|rt|me|nt|server)(?![a-z]))/.test(familyOf(platform))

/**
 * The version that a family means by its own name: "Windows Server 2022" is not its 23H2 Edition, which has a name of its
 * own. Service packs are of the same name, so that "Windows XP" may be any of them: null.
 */
export function versionOfOwnName(family: PlatformId, ids: Iterable<PlatformId>): PlatformId | null {
  const own = `${family}.rtm`
  if (parentOf(family) !== null) return null
  const versions = new Set<string>()
  let isThere = false
  for (const id of ids) {
    if (id === family || !isWithin(id, family)) continue
    if (isWithin(id, own)) isThere = true
    else versions.add(id.split('.')[1] ?? '')
  }
  return isThere && [...versions].every((version) => /^\d\dh\d$/.test(version)) ? own : null
}
