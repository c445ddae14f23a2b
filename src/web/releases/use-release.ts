import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { Release } from '../../contract/releases.ts'
import { releasesQuery } from './queries.ts'

type ReleaseHere = {
  /** The key of the release that the address names, else of the newest one; null where there is none, or none is known yet. */
  key: string | null
  /** What is on file of it; null where that is nothing, or not known yet. */
  release: Release | null
  /** The key of the newest release. */
  newest: string | null
}

/** The release that a page speaks of: that of its address, else the newest. */
export function useRelease(): ReleaseHere {
  const named = useSearch({ strict: false, select: ({ release }) => release })
  const { data } = useQuery(releasesQuery())
  const newest = data?.newest ?? null
  const find = (wanted: string | null | undefined) => data?.releases.find(({ key }) => key === wanted) ?? null
  // `any` and `none` are no release, nor are several of them.
  const release = find(named) ?? find(newest)
  return { key: release?.key ?? newest, release, newest }
}
