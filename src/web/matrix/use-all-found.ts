import { waitForRest } from '../catalogue/catalogue.ts'
import { useFirstFiltered } from '../filters/use-filtered.tsx'

/**
 * The bulletins that the filter in the address finds, as soon as all of them are there: before the index, and with it all
 * else, where the first rows are all.
 */
export function useAllFound() {
  const found = useFirstFiltered()
  const { first } = found
  const isThere = first === undefined || (first.isWhole === true && first.query === JSON.stringify(found.query))
  if (!isThere) waitForRest(first)
  return found
}
