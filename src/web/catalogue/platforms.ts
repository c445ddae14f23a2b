import { createContext, use } from 'react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { PlatformCount } from '../../contract/platform.ts'
import { platformsQuery } from '../lib/platforms.ts'
import { catalogueQuery } from './catalogue.ts'

/** The platforms that a page has read by itself, so that its parts do not wait for the index; null where it has none. */
export const GivenPlatforms = createContext<readonly PlatformCount[] | null>(null)

/** The platforms that the parts of a page name: those that it has read, else those of the index or of the rows that it begins with, else all. */
export function usePlatforms(): readonly PlatformCount[] {
  const given = use(GivenPlatforms)
  const index = useQuery({ ...catalogueQuery(), enabled: false }).data
  const known = given ?? index?.platforms
  const { data } = useSuspenseQuery({
    ...platformsQuery(),
    ...(known !== undefined && { queryKey: ['platforms', 'known'], initialData: [], staleTime: 'static' }),
  })
  return known ?? data
}
