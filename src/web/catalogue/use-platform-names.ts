import { useMemo } from 'react'
import { useLanguage } from '../i18n/language.tsx'
import { platformNames, shortPlatformNames, type PlatformNames } from '../i18n/platform-names.ts'
import { usePlatforms } from './platforms.ts'

/** Names platforms by the tree of the catalogue, in the language of the page. */
export function usePlatformNames(): PlatformNames {
  const platforms = usePlatforms()
  const language = useLanguage()
  return useMemo(() => platformNames(platforms, language), [platforms, language])
}

/** The same in short: for tables, where what documents write around a name would hide it. */
export function useShortPlatformNames(): PlatformNames {
  const platforms = usePlatforms()
  const language = useLanguage()
  return useMemo(() => shortPlatformNames(platforms, language), [platforms, language])
}
