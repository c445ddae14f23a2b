import type { PlatformId } from '../../contract/platform.ts'
import type { Rating, Severity } from '../../contract/words.ts'
import { worstSeverity } from '../bulletin/severity.ts'
import { isWithin } from '../platforms/platforms.ts'
import type { MachineCount } from './exposure.ts'

type Rated = readonly { platform: PlatformId; rating: Rating }[]

/** Whether a platform is one of these, may be one of them, or is above or below one. */
const isOneOf = (platform: PlatformId, platforms: readonly PlatformId[]): boolean =>
  platforms.some((own) => isWithin(platform, own) || isWithin(own, platform))

const platformsOf = (fleet: readonly Pick<MachineCount, 'platform'>[]) => fleet.map(({ platform }) => platform)

/** Whether a platform is one of the machines', may be one of theirs, or is above or below one. */
export const isOfFleet = (platform: PlatformId, fleet: readonly Pick<MachineCount, 'platform'>[]): boolean =>
  isOneOf(platform, platformsOf(fleet))

/** The worst severity for machines of these platforms: of all that may be one of them; null where none is rated. */
export const severityOn = (ratings: Rated, platforms: readonly PlatformId[]): Severity | null =>
  worstSeverity(ratings.filter(({ platform }) => isOneOf(platform, platforms)).map(({ rating }) => rating))

/** The worst severity on the platforms of the machines; null where none of them is rated, or there are no machines. */
export const severityOnFleet = (ratings: Rated, fleet: readonly Pick<MachineCount, 'platform'>[]): Severity | null =>
  severityOn(ratings, platformsOf(fleet))
