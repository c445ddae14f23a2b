import { useNavigate } from '@tanstack/react-router'
import type { BulletinQuery } from '../../contract/summary.ts'
import type { FilterResult } from '../../domain/filter/apply.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { changeSearch, type changeQuery } from '../../domain/filter/query.ts'
import { useCatalogue, useFirstRows, waitForRest } from '../catalogue/catalogue.ts'
import type { IndexData } from '../catalogue/index-data.ts'
import { useWithChanges } from '../changes/use-changes.ts'
import { rootRoute } from '../frame/Root.tsx'
import { useWithHolds } from '../holds/use-with-holds.ts'
import { filterFor, queryIn } from './shared-query.ts'
import { useWithTexts } from './text-search.ts'

/** The last answer of an index: the parts of a page ask the same one after the other. */
const answers = new WeakMap<Columns, { query: BulletinQuery; result: FilterResult }>()

function answerTo(columns: Columns, query: BulletinQuery, find: IndexData['find']): FilterResult {
  const last = answers.get(columns)
  if (last?.query === query) return last.result
  const result = find(columns, query)
  answers.set(columns, { query, result })
  return result
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
  if (first && first.query !== JSON.stringify(query)) waitForRest(first)
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
    foundByTexts,
    /** How many are found, of how many on file. */
    found: first?.found ?? answer.rows.length,
    of: first?.of ?? columns.table.rows,
    change,
    clear: () => change(filterOf({})),
  }
}
