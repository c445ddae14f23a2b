import type { PlatformId } from '../../contract/platform.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { useLanguage } from '../i18n/language.tsx'
import { platformNames } from '../i18n/platform-names.ts'

/** Names a platform in the language of the page. */
export function usePlatformName(): (platform: PlatformId) => string {
  const names = platformNames(useCatalogue().platforms, useLanguage())
  return (platform) => names([platform])
}
