import { createContext, use, useCallback, useEffect, useMemo, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { BulletinQuery } from '../../contract/summary.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { changeSearch, type changeQuery } from '../../domain/filter/query.ts'
import { askForRows, useFirstRows, waitForRest } from '../catalogue/catalogue.ts'
import type { ListBeginning } from '../catalogue/index-data.ts'
import { useWithChanges } from '../changes/use-changes.ts'
import { rootRoute } from '../frame/Root.tsx'
import { useWithHolds } from '../holds/use-with-holds.ts'
import { filterFor, queryIn } from './shared-query.ts'
import { useWithTexts } from '../catalogue/text-search.ts'

/** While the index is on its way the server is asked what a filter finds; what it found before stays until then. */
function useRowsOf(query: BulletinQuery, first: ListBeginning | undefined) {
  const client = useQueryClient()
  const isOther = first !== undefined && first.query !== JSON.stringify(query)
  useEffect(() => {
    if (isOther) void askForRows(client, query)
  }, [client, isOther, query])
}

/** What the filter in the address finds, asked for once for all parts of the pages below. */
function useFound() {
  const { columns: index, platforms, states, first, find, foundByTexts } = useFirstRows()
  // What else a page keeps in its address is no condition.
  const query = rootRoute.useSearch({ select: queryIn })
  const columns = useWithTexts(useWithHolds(useWithChanges(index, query)), query.q ?? '')
  const navigate = useNavigate()
  const change = useCallback(
    (next: Parameters<typeof changeQuery>[1]) =>
      void navigate({
        to: '.',
        search: (search: object) => changeSearch(search, next),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  return useMemo(() => {
    const { rows, counts } = find(columns, query)
    return {
      columns,
      platforms,
      states,
      query,
      filter: filterFor(query, platforms),
      rows,
      counts,
      /** What the list begins with, while the index is on its way. */
      first,
      foundByTexts,
      /** Whether these are only the first rows of what is found. */
      isFirst: first !== undefined,
      /** How many are found, of how many on file. */
      found: first?.found ?? rows.length,
      of: first?.of ?? columns.table.rows,
      change,
      clear: () => change(filterOf({})),
    }
  }, [columns, platforms, states, query, first, find, foundByTexts, change])
}

const Found = createContext<ReturnType<typeof useFound> | null>(null)

/** Finds for all parts of the pages inside it; the index, or the first rows of a list, as which `isList` shows them, has to be there. */
export function Filtered({ isList = false, children }: { isList?: boolean; children: ReactNode }) {
  const found = useFound()
  useRowsOf(found.query, isList ? found.first : undefined)
  return <Found value={found}>{children}</Found>
}

/** The bulletins that the filter in the address finds, and how to change the filter; the same on every page. */
export function useFiltered() {
  const found = useFirstFiltered()
  if (found.first) waitForRest(found.first)
  return found
}

/** The same for what a list begins with: the first rows of all that are found, while the index is on its way. */
export function useFirstFiltered() {
  const found = use(Found)
  if (found === null) throw new Error('nothing is filtered here')
  const { first, query } = found
  // Neither will the index answer.
  if (first?.failure && first.refused === JSON.stringify(query)) waitForRest(first)
  return found
}
