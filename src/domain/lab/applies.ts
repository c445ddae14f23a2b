/** Whether a fix is for an operating system at all: what it is not for is no gap in the lab's tests. */
import type { PlatformRating } from '../../contract/summary-fields.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { ProductStatus } from '../../contract/words.ts'
import { countedAs, isWithin } from '../platforms/platforms.ts'
import { isAffected } from '../bulletin/severity.ts'

type Rated = PlatformRating & { status?: ProductStatus | undefined }

/** By its id; what is no application is an operating system. */
export type KnownPlatforms = ReadonlyMap<PlatformId, Pick<Platform, 'kind'>>

const isFixed = ({ rating, status }: Rated) =>
  isAffected(rating) && rating !== 'no-fix' && status !== 'under-investigation'

/** Whether two versions may be one that is written in two ways, such as SP1 and SP1a. */
function areAlike(a: PlatformId, b: PlatformId): boolean {
  const [one, other] = [countedAs(a), countedAs(b)]
  return one.startsWith(other) || other.startsWith(one)
}

/**
 * Whether a fix applies to a platform of the lab, by the platforms that its bulletin names: those that it affects and
 * offers something for. Null where that cannot be told: the platform is not on file, or the bulletin names parts of it
 * only, or products that run on it, or a version that may be the same, or nothing.
 */
export function appliesTo(platforms: readonly Rated[], tested: PlatformId, known: KnownPlatforms): boolean | null {
  const isSystem = (id: PlatformId) => (known.get(id)?.kind ?? 'application') !== 'application'
  if (!isSystem(tested)) return null
  const own = platforms.filter(({ platform }) => isWithin(platform, tested) || isWithin(tested, platform))
  if (own.some(isFixed)) return true
  if (own.length > 0) {
    const isWhole = own.some(({ platform }) => isWithin(tested, platform))
    return isWhole && own.every(({ status }) => status === undefined) ? false : null
  }
  const areOthers = platforms.every(({ platform }) => isSystem(platform) && !areAlike(platform, tested))
  return platforms.some(isFixed) && areOthers ? false : null
}
