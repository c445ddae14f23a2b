import { Bulletin } from '../../contract/bulletin.ts'
import { runImporter, refusedFor, type Imported, type FeedProblem } from '../feed.ts'
import { cvrfBulletins } from './bulletins.ts'
import { readCvrfDocument, type CvrfDocument } from './document.ts'
import { decodeText } from '../text.ts'
import type { DocumentVersion } from '../../domain/revisions/document-version.ts'
import { byId } from '../../domain/table/by-id.ts'

/** The first thing that a bulletin made from a document has wrong, by the contract. */
function faultOf(bulletin: Bulletin): FeedProblem | null {
  const { error } = Bulletin.safeParse(bulletin)
  const [issue] = error?.issues ?? []
  return issue === undefined
    ? null
    : { place: `${bulletin.id}: ${issue.path.join('.')}`, rule: null, message: issue.message }
}

/** Microsoft's monthly security updates, CVRF 1.1: one bulletin a KB number (docs/feeds.md). */
export const importMsrcCvrf = (bytes: Uint8Array): Promise<Imported> =>
  runImporter(() => {
    const document = readCvrfDocument(decodeText(bytes))
    const bulletins = cvrfBulletins(document)
    const problems = bulletins.map(faultOf).filter((problem) => problem !== null)
    if (problems.length > 0) return refusedFor(problems)
    const used = new Set(bulletins.flatMap(({ platforms }) => platforms.map(({ platform }) => platform)))
    const platforms = byId([...document.platforms.values()])
    return {
      document: versionOf(document),
      platforms: [...platforms.values()].filter(({ id }) => used.has(id)),
      bulletins,
      problems,
      warnings: [],
    }
  })

/** A moment as a number; without a zone it is UTC. */
const instantOf = (moment: string): number => Date.parse(/T[^Z+-]*$/.test(moment) ? `${moment}Z` : moment)

/**
 * The latest revision of any entry comes first: `CurrentReleaseDate` runs backwards at times, and decides only between
 * versions that agree in that.
 */
function versionOf({ id, publishedOn, releasedAt, vulnerabilities }: CvrfDocument): DocumentVersion {
  let latest = publishedOn
  for (const { at } of vulnerabilities.flatMap(({ revisions }) => revisions))
    if (instantOf(at) > instantOf(latest)) latest = at
  return { key: `msrc-cvrf ${id}`, order: [{ moment: latest }, { moment: releasedAt }] }
}
