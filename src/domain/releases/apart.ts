/** Which KBs of a month came out on another day than the month itself. */
import type { Bulletin } from '../../contract/bulletin.ts'

/** How a revision begins that published vulnerabilities and did nothing else: `Published: CVE-2031-0001, CVE-2031-0002`. */
export const publishedHead = 'Published: '

/** How many vulnerabilities the text of a revision says were published then; 0 where it says anything else. */
function publishedIn(text: string): number {
  if (!text.startsWith(publishedHead)) return 0
  const [names = ''] = text.slice(publishedHead.length).split('\n', 1)
  const [, count] = /^(\d+) vulnerabilities$/.exec(names) ?? []
  return count === undefined ? names.split(', ').length : Number(count)
}

/**
 * The days on which a KB came out apart from its month; none where it did not. A month tells no day of a KB, and when its
 * vulnerabilities were published: where none of them was on the day of the month, their days of that month count.
 */
export function apartDays({ kb, source, publishedOn, revisions, vulnerabilities }: Bulletin): string[] {
  if (kb.length === 0 || source.kind !== 'msrc-cvrf' || vulnerabilities.length === 0) return []
  const published = revisions
    .map(({ on, summary }) => ({ on, count: publishedIn(summary.en ?? '') }))
    .filter(({ on, count }) => on !== publishedOn && count > 0)
  const others = published.reduce((sum, { count }) => sum + count, 0)
  if (others < vulnerabilities.length) return []
  return [...new Set(published.map(({ on }) => on))].filter((on) => on.startsWith(publishedOn.slice(0, 7)))
}
