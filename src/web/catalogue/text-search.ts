/** What the texts of bulletins hold of the words that are searched for: asked of the server, behind what memory finds at once. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { SearchAnswer } from '../../contract/search.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { withOverlay } from './overlay.ts'
import { read } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** Typing goes on: this many milliseconds later the words are probably whole. */
const patience = 150

export const textSearchQuery = (q: string) =>
  queryOptions({
    queryKey: [...wholeKey('texts'), q],
    async queryFn({ signal }) {
      await new Promise((resolve) => setTimeout(resolve, patience))
      signal.throwIfAborted()
      return read('/api/search', { query: { q }, signal })
    },
    enabled: q !== '',
  })

const nothing: SearchAnswer['words'] = []

/** The index, which also finds by what the texts hold of the words as soon as that is known. */
export function useWithTexts(columns: Columns, q: string): Columns {
  const found = useQuery(textSearchQuery(q.trim())).data?.words ?? nothing
  return found.length === 0 ? columns : withOverlay(columns, { found })
}
