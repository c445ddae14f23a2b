/** Which of several documents counts where they differ, and which of them a bulletin is named after. */
import type { Bulletin } from '../../../contract/bulletin.ts'

const compared = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** When a document was released in its version: the moment, where it is given, else the day of its latest revision. */
function releasedAt({ source, updatedOn }: Bulletin): number {
  const moment = Date.parse(source.releasedAt ?? '')
  return Number.isNaN(moment) ? Date.parse(updatedOn) : moment
}

/** The oldest document first, in whatever order they are given. */
export const oldestFirst = (parts: readonly Bulletin[]): Bulletin[] =>
  parts.toSorted(
    (a, b) =>
      compared(releasedAt(a), releasedAt(b)) ||
      compared(a.publishedOn, b.publishedOn) ||
      compared(a.source.document, b.source.document),
  )

/** The part that holds most of the vulnerabilities; of several that do, the one that was published last. */
export function mainPart(parts: readonly Bulletin[]): Bulletin | undefined {
  const count = ({ vulnerabilities }: Bulletin) => new Set(vulnerabilities.map(({ id }) => id)).size
  return parts.toSorted(
    (a, b) =>
      compared(count(b), count(a)) ||
      compared(b.publishedOn, a.publishedOn) ||
      compared(b.source.document, a.source.document),
  )[0]
}
