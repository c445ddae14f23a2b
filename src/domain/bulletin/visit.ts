/** What a browser has seen of the bulletins, and what is new or revised since then. */
import type { Summary } from '../../contract/summary.ts'

type Revised = Pick<Summary, 'id' | 'updatedOn' | 'revision'>

/** By the id of a bulletin, the revision that was seen. */
export type SeenRevisions = Readonly<Record<string, string>>

export type SinceVisit = 'new' | 'revised'

/** One revision of a bulletin; that it was published on another day makes it another one. */
const revisionOf = ({ updatedOn, revision }: Revised) => `${updatedOn} ${revision}`

/** What has happened to a bulletin since it was seen; null where nothing has. */
export function changeSince(seen: SeenRevisions, bulletin: Revised): SinceVisit | null {
  // Ids are free to be called like what every object has.
  if (!Object.hasOwn(seen, bulletin.id)) return 'new'
  return seen[bulletin.id] === revisionOf(bulletin) ? null : 'revised'
}

/** With these bulletins seen as they are now. */
export const withSeen = (seen: SeenRevisions, bulletins: Iterable<Revised>): SeenRevisions => ({
  ...seen,
  ...Object.fromEntries(Iterator.from(bulletins).map((bulletin) => [bulletin.id, revisionOf(bulletin)])),
})
