import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { BulletinQuery } from '../../contract/summary.ts'
import type { FilterResult } from '../../domain/filter/apply.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { changeSearch, type changeQuery } from '../../domain/filter/query.ts'
import { askForRows, useCatalogue, useFirstRows, waitForRest } from '../catalogue/catalogue.ts'
import type { IndexData, ListBeginning } from '../catalogue/index-data.ts'
import { useWithChanges } from '../changes/use-changes.ts'
import { rootRoute } from '../frame/Root.tsx'
import { useWithHolds } from '../holds/use-with-holds.ts'
import { filterFor, queryIn } from './shared-query.ts'
import { useWithTexts } from '../catalogue/text-search.ts'

/** The last answer of an index: the parts of a page ask the same one after the other. */
const answers = new WeakMap<Columns, { query: BulletinQuery; result: FilterResult }>()

function answerTo(columns: Columns, query: BulletinQuery, find: IndexData['find']): FilterResult {
  const last = answers.get(columns)
  if (last?.query === query) return last.result
  const result = find(columns, query)
  answers.set(columns, { query, result })
  return result
}

/** While the index is on its way the server is asked what a filter finds; what it found before stays until then. */
function useRowsOf(query: BulletinQuery, first: ListBeginning | undefined) {
  const client = useQueryClient()
  const text = first && JSON.stringify(query)
  // Neither will the index answer.
  if (first?.failure && first.refused === text) waitForRest(first)
  const isOther = first !== undefined && first.query !== text
  useEffect(() => {
    if (isOther) void askForRows(client, query)
  }, [client, isOther, query])
}

/** The bulletins that the filter in the address finds, and how to change the filter; the same on every page. */
export function useFiltered() {
  return useFilter(useCatalogue())
}

/** The same for what a list begins with: the first rows of all that are found, while the index is on its way. */
export function useFirstFiltered() {
  return useFilter(useFirstRows())
}

function useFilter({ columns: index, platforms, states, first, find, foundByTexts }: ReturnType<typeof useFirstRows>) {
  // What else a page keeps in its address is no condition.
  const query = rootRoute.useSearch({ select: queryIn })
  useRowsOf(query, first)
  const columns = useWithTexts(useWithHolds(useWithChanges(index, query)), query.q ?? '')
  const navigate = useNavigate()
  const change = (next: Parameters<typeof changeQuery>[1]) =>
    void navigate({
      to: '.',
      search: (search: object) => changeSearch(search, next),
      replace: true,
      resetScroll: false,
    })
  const answer = answerTo(columns, query, find)
  return {
    columns,
    platforms,
    states,
    query,
    filter: filterFor(query, platforms),
    ...answer,
    /** What the list begins with, while the index is on its way. */
    first,
    foundByTexts,
    /** Whether these are only the first rows of what is found. */
    isFirst: first !== undefined,
    /** How many are found, of how many on file. */
    found: first?.found ?? answer.rows.length,
    of: first?.of ?? columns.table.rows,
    change,
    clear: () => change(filterOf({})),
  }
}
