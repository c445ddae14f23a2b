import type { PlatformId } from '../../contract/platform.ts'
import type { Rating } from '../../contract/words.ts'
import { exposureOf, type Exposure } from '../../domain/fleet/exposure.ts'
import { useMachines } from './fleet.ts'
import { usePlatforms } from './platforms.ts'

/** The machines of the fleet that a bulletin of these ratings affects; null where the fleet is unknown. */
export const useExposure = (ratings: readonly { platform: PlatformId; rating: Rating }[]): Exposure | null =>
  exposureOf(ratings, useMachines(usePlatforms()))
