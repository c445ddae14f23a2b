/** Documents that are no bulletins: support pages of KBs, and ends of support by product. */
import type { Saved } from '../../contract/imports.ts'
import type { DocumentVersion } from '../../domain/revisions/document-version.ts'
import type { Origin } from './store.ts'

/** What such a document is about: a KB by its digits, or a product. */
export type ReferenceDocument = {
  document: DocumentVersion
  kind: 'kb-page' | 'lifecycle'
  subject: string
  /** What it says. That of a `kb-page` is a `KeptPage`, but for the day on which it was read. */
  content: object
}

/** What became of it, and the bulletins that it changed. */
type SavedReference = { outcome: 'stored' | 'unchanged' | 'older'; saved: Saved[] }

export type ReferenceStore = {
  /** Replaces what is on file of a document, unless that is newer. `who` is named in the history. */
  save: (reference: ReferenceDocument, who: string, origin?: Origin) => Promise<SavedReference>
  /** What documents of a kind say, by their keys. */
  ofKind: (kind: ReferenceDocument['kind']) => Promise<unknown[]>
}
