import { createContext, use } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { PlatformCount } from '../../contract/platform.ts'
import { wholeKey } from '../lib/query-keys.ts'
import { readIndex } from './catalogue.ts'
import type { IndexData } from './index-data.ts'

/** The platforms that a page has read by itself, so that its parts do not wait for the index; null where it has none. */
export const GivenPlatforms = createContext<readonly PlatformCount[] | null>(null)

const none = { platforms: [] }

/** The platforms that the parts of a page name: those that it has read, else all of them. */
export function usePlatforms(): readonly PlatformCount[] {
  const given = use(GivenPlatforms)
  const { data } = useSuspenseQuery<Pick<IndexData, 'platforms'>>({
    queryKey: given === null ? wholeKey('catalogue') : ['no catalogue'],
    queryFn: given === null ? readIndex : () => none,
    // As the index itself: it is never compared.
    structuralSharing: false,
    ...(given !== null && { initialData: none, staleTime: 'static' as const }),
  })
  return given ?? data.platforms
}
