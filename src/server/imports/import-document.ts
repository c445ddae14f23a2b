import type { DocumentReport } from '../../contract/imports.ts'
import type { Store } from '../store/store.ts'
import { readDocument, type ReadDocument } from './read-document.ts'

/** Reads a document: in this thread, or in one of its own. */
export type Reader = (bytes: Uint8Array<ArrayBuffer>, options: { keepGoing: boolean }) => Promise<ReadDocument>

type Options = {
  /** Takes what is good of a document of bulletins, even if something in it is not. */
  keepGoing: boolean
  /** Who brings it in, as the history names them; else the kind of the document. */
  who?: string
  read?: Reader
}

/** Brings one document into a store: whole or not at all, unless `keepGoing`. */
export async function importDocument(
  store: Store,
  { name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> },
  { keepGoing, who, read = readDocument }: Options,
): Promise<DocumentReport> {
  const { kind, platforms, bulletins, problems, warnings, knownExploited } = await read(bytes, { keepGoing })
  if (problems.length > 0 && !keepGoing)
    return { document: name, kind, saved: [], problems, problemCount: problems.length, warnings }
  const isCatalogue = kind === 'kev' && problems.length === 0
  const saved = isCatalogue
    ? await store.saveKnownExploited(knownExploited, who ?? kind)
    : await store.save({ platforms, bulletins }, who ?? kind)
  const stored = isCatalogue ? { entries: knownExploited.length } : undefined
  return { document: name, kind, saved, stored, problems, problemCount: problems.length, warnings }
}
