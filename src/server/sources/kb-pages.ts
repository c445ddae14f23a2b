/** The support page of every KB on file, as a list of documents: there is no list of them anywhere else. */
import { addDays } from '../../domain/due/days.ts'
import type { FeedEntry } from '../../feeds/listing.ts'
import type { Store } from '../store/store.ts'

/** Placeholder of the KB number in the address of a source. */
const placeholder = /\{kb\}|%7Bkb%7D/i

/** Pages of fixes that are no older than this are read at every look, others once a month. */
const freshDays = 60

/** Pages are read for people: they are asked for at a walking pace. */
export const pagesPerSecond = 1

/** Whether an address is a template for the pages of all KBs: `https://support.microsoft.com/help/{kb}`. */
export const isForEachKb = (address: string): boolean => placeholder.test(address)

/** The KB whose page is at an address; undefined where it is none of that source. */
export function kbAt(template: string, address: string): string | undefined {
  const [before = '', after = ''] = template.split(placeholder)
  const digits = address.startsWith(before) && address.endsWith(after) ? address.slice(before.length) : ''
  return /^\d{5,8}/.exec(digits)?.[0]
}

/**
 * The pages to look at, those of the newest fixes first. `since`: fixes that were last revised before this day are left
 * alone; null for none. An entry counts as revised once a day while its fix is new, then once a month.
 */
export async function kbPages(
  store: Pick<Store, 'summaries'>,
  template: string,
  { since, today }: { since: string | null; today: string },
): Promise<FeedEntry[]> {
  const freshFrom = addDays(today, -freshDays)
  const updatedOn = new Map<string, string>()
  for (const { kb, updatedOn: day } of await store.summaries())
    for (const each of kb) if (day > (updatedOn.get(each) ?? '')) updatedOn.set(each, day)
  return [...updatedOn]
    .filter(([, day]) => since === null || day >= since)
    .toSorted(([a, one], [b, other]) => (one === other ? Number(b) - Number(a) : one < other ? 1 : -1))
    .map(([kb, day]) => ({
      url: template.replace(placeholder, kb),
      updated: day >= freshFrom ? today : `${today.slice(0, 7)}-01`,
      hashes: { urls: [], isGuess: true },
      accept: 'text/html',
    }))
}
