import { useMay, usePerson } from '../lib/me.ts'

/** The name under which the reader comments; null while that is not known, and for those who may only look. */
export function useAuthor(): string | null {
  const person = usePerson()
  const may = useMay('analyst')
  return (may && person?.name) || null
}
