/** Which version of a month a document is. */
import type { DocumentVersion } from '../../domain/revisions/document-version.ts'
import type { CvrfDocument } from './document.ts'

/** A moment as a number; without a zone it is UTC. */
const instantOf = (moment: string): number => Date.parse(/T[^Z+-]*$/.test(moment) ? `${moment}Z` : moment)

/**
 * The latest revision of any entry comes first: `CurrentReleaseDate` runs backwards at times, and decides only between
 * versions that agree in that.
 */
export function versionOf({ id, publishedOn, releasedAt, vulnerabilities }: CvrfDocument): DocumentVersion {
  let latest = publishedOn
  for (const { at } of vulnerabilities.flatMap(({ revisions }) => revisions))
    if (instantOf(at) > instantOf(latest)) latest = at
  return { key: `msrc-cvrf ${id}`, order: [{ moment: latest }, { moment: releasedAt }] }
}
