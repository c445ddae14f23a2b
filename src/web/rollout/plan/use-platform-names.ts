import type { PlatformId } from '../../../contract/platform.ts'
import type { Machines } from '../../../domain/rollout/waves.ts'
import { usePlatformNames } from '../../catalogue/use-platform-names.ts'

/** Names one platform, or those of some machines, in the language of the page. */
export function useMachineNames() {
  const names = usePlatformNames()
  return {
    nameOf: (platform: PlatformId) => names([platform]),
    namesOf: (machines: readonly Machines[]) => names(machines.map(({ platform }) => platform)),
  }
}
