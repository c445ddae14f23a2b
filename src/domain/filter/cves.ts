import { normalise } from './text-search.ts'
import type { Columns } from './columns.ts'

// One for all: to make one for each comparison takes longer than the sort.
const numbers = new Intl.Collator('en', { numeric: true })

/**
 * The CVEs on file whose number has a text in it, the newest first; at most this many. Asked for with less than four
 * characters, or without a digit, none.
 */
export function cvesWith({ table }: Columns, text: string, atMost: number): string[] {
  const wanted = normalise(text)
  if (wanted.length < 4 || !/\d/.test(wanted)) return []
  const found = new Set<string>()
  for (const cve of table.columns.vulnerabilities.items.columns.cve.values)
    if (cve?.toLowerCase().includes(wanted)) found.add(cve)
  return [...found].toSorted((a, b) => numbers.compare(b, a)).slice(0, atMost)
}
