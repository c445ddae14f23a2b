/** Reads a document so that nothing it holds goes further than itself. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { FeedProblem } from '../../feeds/feed.ts'
import { problemOf, maxProblems, withFewProblems } from '../../feeds/problems.ts'
import type { DocumentReader } from './import-document.ts'
import { readAnyDocument, type ReadDocument } from './read-document.ts'
import { refusedDocument } from './refused-document.ts'
import { bulletinText } from '../../domain/bulletin/json.ts'

/** The most platforms that a document may speak of; bulletins in our own shape may be all that a database has. */
const maxPlatforms = 20_000
const maxOwnPlatforms = 500_000

/** The most entries of a catalogue of exploited vulnerabilities: sixty times those of the real one. */
const maxEntries = 100_000

/** The longest bulletin, in characters of JSON: it is read within a moment, and real ones have a tenth of that. */
const maxBulletinLetters = 4_000_000

/** What is too large of a bulletin; null where nothing is. */
function tooLarge(bulletin: Bulletin): FeedProblem | null {
  const letters = bulletinText(bulletin).length
  if (letters <= maxBulletinLetters) return null
  const message = `has ${letters} characters as JSON: a bulletin may have ${maxBulletinLetters}`
  return { place: bulletin.id, rule: null, message }
}

/** What was read of a document, which is refused where it is more than a document may hold. */
export function limited(read: ReadDocument): ReadDocument {
  const { kind, platforms, bulletins, knownExploited } = read
  if (knownExploited.length > maxEntries) {
    const message = `has ${knownExploited.length} entries: a catalogue may have ${maxEntries}`
    return refusedDocument(kind, [{ place: 'vulnerabilities', rule: null, message }])
  }
  const atMost = kind === 'bulletins' ? maxOwnPlatforms : maxPlatforms
  if (platforms.length > atMost) {
    const message = `speaks of ${platforms.length} platforms: a document may speak of ${atMost}`
    return refusedDocument(kind, [{ place: 'document', rule: null, message }])
  }
  const large = bulletins.flatMap((bulletin) => tooLarge(bulletin) ?? []).slice(0, maxProblems)
  return large.length === 0 ? read : refusedDocument(kind, large)
}

/** Whatever the reader of a document throws is a problem of that document. */
export const readSafely: DocumentReader = async (bytes, options) => {
  try {
    return withFewProblems(limited(await readAnyDocument(bytes, options)))
  } catch (error) {
    return refusedDocument('unknown', [problemOf(error, 'document')])
  }
}
