/** Microsoft's list of its monthly documents. */
import * as z from 'zod'
import { absolute, type ListBuilder } from './list-builder.ts'

const Month = z.object({ CvrfUrl: z.string(), CurrentReleaseDate: z.optional(z.string()) })

/** The months of a list; null where the value is no such list. */
export function monthsIn(value: Record<string, unknown>): readonly unknown[] | null {
  const months: unknown = value['value']
  if (!Array.isArray(months)) return null
  return months.length === 0 || months.some((month) => Month.safeParse(month).success) ? months : null
}

export function readMonths(months: readonly unknown[], list: ListBuilder): void {
  for (const [at, given] of months.entries()) {
    const month = Month.safeParse(given)
    const url = month.success ? absolute(month.data.CvrfUrl, list.base) : null
    if (!month.success || url === null) list.refuse(`value ${at + 1}`, 'has no CvrfUrl that can be fetched')
    else
      list.add({
        url,
        updated: month.data.CurrentReleaseDate ?? null,
        hashes: { urls: [], isGuess: false },
        accept: 'application/xml',
      })
  }
}
