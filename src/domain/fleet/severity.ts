import type { PlatformId } from '../../contract/platform.ts'
import type { Rating, Severity } from '../../contract/words.ts'
import { worstSeverity } from '../bulletin/severity.ts'
import { isWithin } from '../platforms/platforms.ts'
import type { MachineCount } from './exposure.ts'

/** Whether a platform is one of the machines', may be one of theirs, or is above or below one. */
export const isOfFleet = (platform: PlatformId, fleet: readonly Pick<MachineCount, 'platform'>[]): boolean =>
  fleet.some((own) => isWithin(platform, own.platform) || isWithin(own.platform, platform))

/** The worst severity on the platforms of the machines; null where none of them is rated, or there are no machines. */
export const severityOnFleet = (
  ratings: readonly { platform: PlatformId; rating: Rating }[],
  fleet: readonly Pick<MachineCount, 'platform'>[],
): Severity | null =>
  worstSeverity(ratings.filter(({ platform }) => isOfFleet(platform, fleet)).map(({ rating }) => rating))

/** The same for machines of these platforms. */
export const severityOn = (
  ratings: readonly { platform: PlatformId; rating: Rating }[],
  platforms: readonly PlatformId[],
): Severity | null =>
  severityOnFleet(
    ratings,
    platforms.map((platform) => ({ platform })),
  )
