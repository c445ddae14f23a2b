/** Searching the texts of bulletins: what is found beside ids, titles and the names of platforms, and where. */
import * as z from 'zod'
import { searchText } from './limits.ts'
import { BulletinId } from './summary-fields.ts'
import { someText } from './text.ts'

/** Where a text was found, in the order in which one is shown. */
export const searchPlaces = [
  'file',
  'registry',
  'build',
  'package',
  'known-issue',
  'tool',
  'test',
  'component',
  'comment',
  'analysis',
  'remedy',
  'summary',
  'faq',
  'note',
] as const
export const SearchPlace = z.enum(searchPlaces)
export type SearchPlace = z.infer<typeof SearchPlace>

/** A sentence or name in which words of the query occur. */
export const SearchHit = z.object({
  bulletin: BulletinId,
  place: SearchPlace,
  /** The vulnerability or known issue that it is about; null where it is about the bulletin. */
  of: z.nullable(z.string()),
  text: z.string(),
})
export type SearchHit = z.infer<typeof SearchHit>

export const SearchQuery = z.object({ q: someText('words to search for', { ...searchText, required: true }) })

/** The most hits of an answer. */
export const maxHits = 200

/** What the texts hold of a query. `words`: for each word as it is searched, the bulletins whose texts have it. */
export const SearchAnswer = z.object({
  /** False while texts that came in lately are still being indexed. */
  isComplete: z.boolean(),
  words: z.array(z.object({ word: z.string(), bulletins: z.array(BulletinId) })),
  /** At most one for each bulletin. */
  hits: z.array(SearchHit).check(z.maxLength(maxHits)),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>
