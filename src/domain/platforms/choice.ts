import type { PlatformId } from '../../contract/platform.ts'
import { isWithin, lineageOf, parentOf } from './platforms.ts'

/**
 * The choice after a click on a platform of the tree. Choosing one takes the place of all below it. Leaving out one
 * that is chosen only through a platform above it keeps its siblings: of Windows 2000 without SP3 stays SP4.
 */
export function choosePlatform(
  chosen: readonly PlatformId[],
  clicked: PlatformId,
  tree: readonly PlatformId[],
): PlatformId[] {
  const above = lineageOf(clicked).find((id) => chosen.includes(id))
  if (above === undefined) return [...chosen.filter((id) => !isWithin(id, clicked)), clicked]
  const path = lineageOf(clicked)
  const siblings = tree.filter(
    (id) => !path.includes(id) && path.includes(parentOf(id) ?? '') && isWithin(id, above) && !isWithin(id, clicked),
  )
  return [...chosen.filter((id) => id !== above), ...siblings]
}
