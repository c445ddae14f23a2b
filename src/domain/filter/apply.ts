import type { SortOrder, Summary } from '../../contract/summary.ts'
import { textMatcher } from '../text-search.ts'
import { addRow, allRows, countBoth, hasRow, intersection, noRows, union, type Bits } from './bits.ts'
import type { Columns } from './columns.ts'
import { facets, type Facet, type Filter, type Option } from './filter.ts'

export type FilterResult = {
  bulletins: Summary[]
  /** Bulletins per option, each facet counted with its own condition left out. An option that has none is absent. */
  counts: Record<Facet, Map<Option, number>>
}

function rowsWithText(columns: Columns, text: string): Bits {
  const found = noRows(columns.summaries.length)
  const matches = textMatcher(text)
  for (const [row, searchable] of columns.texts().entries()) if (matches(searchable)) addRow(found, row)
  return found
}

function rowsWithAny(columns: Columns, facet: Facet, chosen: readonly Option[]): Bits {
  return chosen
    .map((option) => columns.options[facet].get(option) ?? noRows(columns.summaries.length))
    .reduce(union, noRows(columns.summaries.length))
}

/** The bulletins that match, in the chosen order, and the count of every option. */
export function applyFilter(columns: Columns, filter: Filter, sort: SortOrder = 'urgency'): FilterResult {
  const { summaries, options } = columns
  const text = filter.q === '' ? allRows(summaries.length) : rowsWithText(columns, filter.q)
  const active = facets
    .filter((facet) => filter[facet].length > 0)
    .map((facet) => ({ facet, rows: rowsWithAny(columns, facet, filter[facet]) }))
  const matching = (left?: Facet) =>
    active.filter(({ facet }) => facet !== left).reduce((rows, condition) => intersection(rows, condition.rows), text)

  const whole = matching()
  const countsOf = (facet: Facet) => {
    const rows = filter[facet].length > 0 ? matching(facet) : whole
    const counts = new Map<Option, number>()
    for (const [option, bits] of options[facet]) {
      const count = countBoth(bits, rows)
      if (count > 0) counts.set(option, count)
    }
    return counts
  }
  const bulletins: Summary[] = []
  for (const row of columns.order(sort)) {
    const summary = summaries[row]
    if (summary !== undefined && hasRow(whole, row)) bulletins.push(summary)
  }
  return {
    bulletins,
    counts: Object.fromEntries(facets.map((facet) => [facet, countsOf(facet)])) as FilterResult['counts'],
  }
}
