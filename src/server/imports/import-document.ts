import type { DocumentReport } from '../../contract/imports.ts'
import type { Store } from '../store/store.ts'
import type { ReadDocument } from './read-document.ts'
import { readSafely } from './read-safely.ts'

/** Reads a document: in this process, or in one of its own. What it throws is no fault of the document. */
export type DocumentReader = (bytes: Uint8Array<ArrayBuffer>, options: { keepGoing: boolean }) => Promise<ReadDocument>

type Options = {
  /** Takes what is good of a document of bulletins, even if something in it is not. */
  keepGoing: boolean
  /** Who brings it in, as the history names them; else the kind of the document. */
  who?: string
  /** The watched source that has brought it. */
  source?: string | null
  read?: DocumentReader
}

/** Brings one document into a store: whole or not at all, unless `keepGoing`. */
export async function importDocument(
  store: Store,
  { name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> },
  { keepGoing, who, source = null, read = readSafely }: Options,
): Promise<DocumentReport> {
  const { document, platforms, bulletins, knownExploited, ...found } = await read(bytes, { keepGoing })
  const { kind, problems, problemCount = problems.length, warnings } = found
  const report = { document: name, kind, saved: [], problems, problemCount, warnings }
  if (problems.length > 0 && (!keepGoing || kind === 'kev')) return report
  const origin = { name, source, by: who === undefined ? ('source' as const) : ('person' as const) }
  if (kind !== 'kev')
    return { ...report, saved: await store.save({ document, platforms, bulletins }, who ?? kind, origin) }
  const from = { document, origin }
  const { saved, entries, outcome } = await store.saveKnownExploited(knownExploited, who ?? kind, from)
  return { ...report, saved, ...(outcome !== 'older' && { stored: { entries } }), catalogue: outcome }
}
