import { useLanguage } from '../i18n/language.tsx'
import { platformNames, shortPlatformNames, type PlatformNames } from '../i18n/platform-names.ts'
import { usePlatforms } from './platforms.ts'

/** Names platforms by the tree of the catalogue, in the language of the page. */
export const usePlatformNames = (): PlatformNames => platformNames(usePlatforms(), useLanguage())

/** The same in short: for tables, where what documents write around a name would hide it. */
export const useShortPlatformNames = (): PlatformNames => shortPlatformNames(usePlatforms(), useLanguage())
