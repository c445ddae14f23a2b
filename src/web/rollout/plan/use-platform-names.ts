import type { PlatformId } from '../../../contract/platform.ts'
import type { Machines } from '../../../domain/rollout/waves.ts'
import { useCatalogue } from '../../catalogue/catalogue.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { platformNames } from '../../i18n/platform-names.ts'

/** Names one platform, or those of some machines, in the language of the page. */
export function useMachineNames() {
  const names = platformNames(useCatalogue().platforms, useLanguage())
  return {
    nameOf: (platform: PlatformId) => names([platform]),
    namesOf: (machines: readonly Machines[]) => names(machines.map(({ platform }) => platform)),
  }
}
