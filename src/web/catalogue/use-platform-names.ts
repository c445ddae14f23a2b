import { useMemo } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from '../i18n/language.tsx'
import { platformNames, type PlatformNames } from '../i18n/platform-names.ts'
import { catalogueQuery } from './catalogue.ts'

/** Names platforms by the tree of the catalogue, in the language of the page. */
export function usePlatformNames(): PlatformNames {
  const { platforms } = useSuspenseQuery(catalogueQuery()).data
  const language = useLanguage()
  return useMemo(() => platformNames(platforms, language), [platforms, language])
}
