import type { SearchAnswer } from '../../contract/search.ts'

/** The texts of bulletins, and what is found in them. The index follows the log: it is made from what is on file. */
export type SearchStore = {
  /** Indexes what has changed since the last time, bulletin by bulletin, and lets others pass in between; ends early when told to. */
  catchUp: (signal?: AbortSignal) => Promise<void>
  /** The bulletins whose texts have a word, by id, for each of the words; they are normalised. */
  bulletinsWith: (words: readonly string[]) => Promise<SearchAnswer['words']>
  /** Where any of the words occurs: one place of a bulletin, one with most of them first. At most `limit`. */
  hits: (words: readonly string[], limit: number) => Promise<SearchAnswer['hits']>
  /** Whether everything on file is indexed. */
  isComplete: () => Promise<boolean>
}
