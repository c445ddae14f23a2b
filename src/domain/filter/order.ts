import type { SortOrder, Summary } from '../../contract/summary.ts'
import { urgencies } from '../../contract/words.ts'

/** Ids compare by their numbers: `MS05-9` before `MS05-10`. */
const comparable = (id: string) => id.replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'))

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** Least urgent severity last; one that is not stated after all that are. */
const unstated = 5

/** What each order looks at, first things first; rows that are alike in all of it stand by id, the newest first. */
const keys: Record<SortOrder, (summary: Summary) => [number, string]> = {
  urgency: ({ urgency, severity, updatedOn }) => [
    urgencies.indexOf(urgency.level) * 10 + (severity ?? unstated),
    updatedOn,
  ],
  updated: ({ updatedOn }) => [0, updatedOn],
  id: () => [0, ''],
}

/** The rows of the index in an order of the list: the smallest number first, then the latest day, then the highest id. */
export function orderOf(summaries: readonly Summary[], sort: SortOrder): Uint32Array {
  const rows = summaries.map((summary, row) => ({ row, key: keys[sort](summary), id: comparable(summary.id) }))
  rows.sort((a, b) => a.key[0] - b.key[0] || compare(b.key[1], a.key[1]) || compare(b.id, a.id))
  return Uint32Array.from(rows, ({ row }) => row)
}
