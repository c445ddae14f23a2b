import { useEffect } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { saved } from '../../contract/endpoints/saved.ts'
import type { OwnFilters, SavedFilter } from '../../contract/saved-filters.ts'
import { answerAt } from './answers.ts'
import { call } from './call.ts'
import { useDevice } from './device.ts'
import { useMay } from './me.ts'
import { wholeKey } from './query-keys.ts'
import { deviceFilters, filtersToTake, startFilter } from './saved-filters.ts'
import { startSearch } from './start-search.ts'

const filtersQuery = () => answerAt(wholeKey('filters'), '/api/filters')

/** What is set: all filters of one's own, or of the team. */
type Change = { own: OwnFilters } | { team: SavedFilter[] }

/**
 * The saved filters of the reader and of the team, and how to set them. Who has no name on the server keeps their own on
 * this device; what is on this device and not on the server can be taken along.
 */
export function useSavedFilters() {
  const client = useQueryClient()
  const mayLead = useMay('analyst')
  const [kept, keep] = useDevice(deviceFilters)
  const [start, keepStart] = useDevice(startSearch)
  const { data: choice, isLoading, failureCount } = useQuery(filtersQuery())
  const stored = choice?.own ?? null
  const own: OwnFilters = stored ?? kept
  const { mutate, error } = useMutation({
    async mutationFn(change: Change) {
      if ('own' in change && stored === null) return keep(change.own)
      const answer =
        'own' in change
          ? await call(saved.setOwnFilters, {
              version: stored?.version ?? 0,
              body: { list: change.own.list, start: change.own.start },
            })
          : await call(saved.setTeamFilters, {
              version: choice?.team.version ?? 0,
              body: { list: change.team },
            })
      client.setQueryData(filtersQuery().queryKey, answer)
    },
    // Another window was quicker: what is there now is shown, to be changed again.
    onError: () => client.invalidateQueries(filtersQuery()),
  })
  const current = startFilter(own)?.search ?? null
  useEffect(() => {
    if (choice !== undefined && current !== start) keepStart(current)
  })
  return {
    own,
    setOwn: (filters: OwnFilters) => mutate({ own: filters }),
    team: choice?.team.list ?? [],
    setTeam: mayLead && choice !== undefined ? (team: SavedFilter[]) => mutate({ team }) : null,
    /** Until the first answer, or that there is none. */
    areOnTheirWay: isLoading && failureCount === 0,
    error,
    /** Filters of this device that could come along; none where they stay here anyway. */
    toTake: stored === null ? [] : filtersToTake(kept, stored),
    takeAlong() {
      const taken = filtersToTake(kept, own)
      mutate(
        { own: { list: [...own.list, ...taken], start: own.start ?? kept.start } },
        { onSuccess: () => keep(deviceFilters.initial) },
      )
    },
    leaveBehind: () => keep(deviceFilters.initial),
    isOnServer: stored !== null,
  }
}
