import type { PlatformId } from '../../contract/platform.ts'
import { familyOf, isWithin } from '../platforms/platforms.ts'

type Known = { platform: PlatformId; edition: string | null }

/** The OS editions that are known of a platform, each once: those of the platform itself first, then those of its family. */
export function editionsOn(platform: PlatformId, known: readonly Known[]): string[] {
  const own = known.filter((each) => isWithin(each.platform, platform) || isWithin(platform, each.platform))
  const related = known.filter((each) => familyOf(each.platform) === familyOf(platform))
  return [...new Set([...own, ...related].flatMap(({ edition }) => edition ?? []))]
}
