import { useCallback } from 'react'
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import type { PlatformFixes } from '../../contract/fixes.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { needlessIn, type Needless } from '../../domain/fixes/planned.ts'
import { fixQueries } from './queries.ts'

/** Planned fixes that the same machines do not need beside each other: a hotpatch and its update, or an older one; none until that is loaded. */
export function useNeedless(bulletins: readonly string[], platforms: readonly PlatformId[]): Needless[] {
  // One fix alone is never one too many.
  const asked = bulletins.length > 1 ? platforms : []
  const combine = useCallback(
    (results: UseQueryResult<PlatformFixes>[]) =>
      needlessIn(
        bulletins,
        results.flatMap(({ data }) => data ?? []),
      ),
    [bulletins],
  )
  return useQueries({ queries: asked.map((id) => fixQueries.ofPlatform(id)), combine })
}
