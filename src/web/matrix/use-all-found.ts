import { waitForRest } from '../catalogue/catalogue.ts'
import { useFirstFiltered } from '../filters/use-filtered.tsx'

/** The rows that were found last. */
let last: Uint32Array = new Uint32Array()

/** The same rows as were found before are the same array: what is made of them is not made again with each key. */
export const asBefore = (rows: Uint32Array): Uint32Array => {
  const isSame = rows.length === last.length && rows.every((row, at) => row === last[at])
  return isSame ? last : (last = rows)
}

/**
 * The bulletins that the filter in the address finds, as soon as all of them are there: before the index, and with it all
 * else, where the first rows are all.
 */
export function useAllFound() {
  const found = useFirstFiltered()
  const { first } = found
  const isThere = first === undefined || (first.isWhole === true && first.query === JSON.stringify(found.query))
  if (!isThere) waitForRest(first)
  return { ...found, rows: asBefore(found.rows) }
}
