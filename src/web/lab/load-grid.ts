import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { readReleaseKey } from '../../contract/release-key.ts'
import type { BulletinQuery } from '../../contract/summary.ts'
import { labQueries } from './queries.ts'

/** The key of the release of an address; null for the newest. */
export const releaseOf = ({ release = '' }: Pick<BulletinQuery, 'release'>): string | null =>
  readReleaseKey(release) === null ? null : release

/** Reads the grid of a release. Who asks for more than one, or where there is none, is led to all results. */
export async function loadGrid(queryClient: QueryClient, { release, ...conditions }: BulletinQuery): Promise<void> {
  const isFiltered = Object.keys(conditions).length > 0 || (release !== undefined && readReleaseKey(release) === null)
  const toAll = () => redirect({ to: '/tests/all', search: true, hash: true, replace: true, throw: true })
  if (isFiltered) return void toAll()
  const grid = await queryClient.query({ ...labQueries.grid(releaseOf({ release })), staleTime: 'static' })
  if (grid.release === null) toAll()
}
