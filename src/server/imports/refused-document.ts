/** Documents of which nothing is taken. */
import { refusedFor, type FeedProblem } from '../../feeds/feed.ts'
import type { ReadDocument } from './read-document.ts'

/** What a document holds beside platforms and bulletins: nothing, until it is read. */
export const holdingNothing = (): Pick<
  ReadDocument,
  'knownExploited' | 'epss' | 'epssBlocks' | 'cveRecords' | 'supportPage' | 'lifecycle'
> => ({ knownExploited: [], epss: null, epssBlocks: [], cveRecords: [], supportPage: null, lifecycle: null })

/** A document that is refused for the one reason that it has too much of something, or could not be read to its end. */
export const refusedDocument = (kind: ReadDocument['kind'], problems: FeedProblem[] = []): ReadDocument => ({
  ...refusedFor(problems),
  kind,
  ...holdingNothing(),
})
