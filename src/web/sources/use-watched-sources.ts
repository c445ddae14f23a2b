import { useEffect, useRef, useState } from 'react'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { importing } from '../../contract/endpoints/importing.ts'
import type { Source, SourceSettings } from '../../contract/sources.ts'
import { ApiError } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { refresh } from '../lib/live/refresh.ts'
import { sourceQueries } from './queries.ts'

/** How often the sources are asked for while one is being crawled, and while none is; in milliseconds. */
const [whileRunning, whileIdle] = [1000, 30_000]

const isRunning = (sources: readonly Source[] | undefined) => sources?.some((source) => source.isRunning) ?? false

/** The watched sources, and what can be done without a form: `failure` is why the last of it could not be done. */
export function useWatchedSources() {
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<ApiError | null>(null)
  const { data: sources } = useSuspenseQuery({
    ...sourceQueries.list(),
    refetchInterval: ({ state }) => (isRunning(state.data) ? whileRunning : whileIdle),
  })
  // The bulletins that a crawl has brought are loaded when it is over.
  const wasRunning = useRef(false)
  const runs = isRunning(sources)
  useEffect(() => {
    if (wasRunning.current && !runs) void refresh(queryClient, { bulletins: null })
    wasRunning.current = runs
  }, [queryClient, runs])

  const { queryKey } = sourceQueries.list()
  const reload = () => queryClient.invalidateQueries({ queryKey })
  const fail = (error: unknown) => {
    if (!(error instanceof ApiError)) throw error
    setFailure(error)
    void reload()
  }
  return {
    sources,
    failure,
    set: (id: string, body: SourceSettings) => {
      setFailure(null)
      // Shown at once; the answer of the server replaces it.
      queryClient.setQueryData(queryKey, (known) =>
        known?.map((source) => (source.id === id ? { ...source, ...body } : source)),
      )
      call(importing.changeSource, { params: { id }, body }).then(reload, fail)
    },
    fetchNow: (id: string) => {
      setFailure(null)
      call(importing.fetchSource, { params: { id } }).then(reload, fail)
    },
  }
}

/** Adds a source (`id` is null), or changes one. */
export function useSaveSource() {
  const queryClient = useQueryClient()
  return async (id: string | null, body: SourceSettings) => {
    if (id === null) await call(importing.addSource, { body })
    else await call(importing.changeSource, { params: { id }, body })
    await queryClient.invalidateQueries({ queryKey: sourceQueries.list().queryKey })
  }
}

/** Removes a source, and what it brought if that is wanted. */
export function useRemoveSource() {
  const queryClient = useQueryClient()
  return async (id: string, { withContents }: { withContents: boolean }) => {
    const query = { contents: withContents ? ('remove' as const) : ('keep' as const) }
    await call(importing.removeSource, { params: { id }, query })
    if (withContents) await refresh(queryClient, { bulletins: null })
    await queryClient.invalidateQueries({ queryKey: sourceQueries.list().queryKey })
  }
}
