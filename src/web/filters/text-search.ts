/** What the texts of bulletins hold of the words that are searched for: asked of the server, behind what memory finds at once. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { SearchAnswer } from '../../contract/search.ts'
import { hasRow } from '../../domain/filter/bits.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { rowsWithText } from '../../domain/filter/text-columns.ts'
import { withOverlay } from '../catalogue/overlay.ts'
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

/** Whether a row is found by what the texts hold alone: of such a one it has to be said where the words are. */
export function foundByTexts(columns: Columns, q: string): (row: number) => boolean {
  if (columns.overlay.found.length === 0) return () => false
  const known = rowsWithText(columns.with({ found: nothing }).texts(), columns.table.rows, q)
  return (row) => !hasRow(known, row)
}

/** The index, which also finds by what the texts hold of the words as soon as that is known. */
export function useWithTexts(columns: Columns, q: string): Columns {
  const found = useQuery(textSearchQuery(q.trim())).data?.words ?? nothing
  return found.length === 0 ? columns : withOverlay(columns, { found })
}
