/**
 * One meaning of a filter, for the pages (from memory, with the count of every option) and for the API.
 * Options of one facet are alternatives; facets must all match.
 */
import { facets, facetTable, type Facet, type FacetEntry, type Option, type OptionOf } from '../../contract/facets.ts'
import type { BulletinQuery } from '../../contract/summary.ts'

/** What is chosen of each facet. An empty list asks for nothing. */
type Choices = { [F in Facet]: OptionOf<F>[] }

/** Days are inclusive; null is an open end. An empty text asks for nothing. */
export type Filter = Choices & {
  /** The number of an event, in digits: what has changed after it. */
  changedSince: string | null
  publishedFrom: string | null
  publishedTo: string | null
  q: string
}

/** An option as an address has it: a comma would end it. */
export const writeOption = (option: Option): string => String(option).replaceAll('%', '%25').replaceAll(',', '%2C')

function readOption({ kind, options }: FacetEntry, word: string): Option {
  if (kind === 'listed') return options.find((option) => String(option) === word) ?? word
  if (kind === 'number') return /^[\d.]+$/.test(word) ? Number(word) : word
  return word.replaceAll('%2C', ',').replaceAll('%25', '%')
}

const optionsIn = (query: BulletinQuery, facet: Facet): Option[] => {
  const word = query[facet]
  return word === undefined ? [] : word.split(',').map((each) => readOption(facetTable[facet], each))
}

/** The filter of a validated query. */
export const filterOf = (query: BulletinQuery): Filter => ({
  ...(Object.fromEntries(facets.map((facet) => [facet, optionsIn(query, facet)])) as Choices),
  changedSince: query.changedSince ?? null,
  publishedFrom: query.publishedFrom ?? null,
  publishedTo: query.publishedTo ?? null,
  q: query.q ?? '',
})
