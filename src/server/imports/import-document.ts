import type { DocumentReport } from '../../contract/imports.ts'
import type { Origin, SavedCatalogue, Store } from '../store/store.ts'
import type { ReadDocument, ReadingOptions } from './read-document.ts'
import { readSafely } from './read-safely.ts'

/** Reads a document: in this process, or in one of its own. What it throws is no fault of the document. */
export type DocumentReader = (bytes: Uint8Array<ArrayBuffer>, options: ReadingOptions) => Promise<ReadDocument>

type Options = {
  /** Takes what is good of a document of bulletins, even if something in it is not. */
  keepGoing: boolean
  /** Who brings it in, as the history names them; else the kind of the document. */
  who?: string
  /** The watched source that has brought it. */
  source?: string | null
  read?: DocumentReader
}

const isCatalogue = (kind: ReadDocument['kind']) => kind === 'kev' || kind === 'epss' || kind === 'cve-record'

/** Keeps what a catalogue says; null where the document is none. */
async function saveCatalogue(
  store: Store,
  { kind, document, knownExploited, epss, epssBlocks: blocks, cveRecords }: ReadDocument,
  who: string,
  origin: Origin,
): Promise<SavedCatalogue | null> {
  if (kind === 'kev') return store.saveKnownExploited(knownExploited, who, { document, origin })
  if (kind === 'cve-record') return store.signals.saveCveRecords(cveRecords, who, origin)
  if (kind !== 'epss' || document === null || epss === null) return null
  return store.signals.saveEpss({ document, list: epss, blocks }, who, origin)
}

/** Brings one document into a store: whole or not at all, unless `keepGoing`. */
export async function importDocument(
  store: Store,
  { name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> },
  { keepGoing, who, source = null, read = readSafely }: Options,
): Promise<DocumentReport> {
  const found = await read(bytes, { keepGoing, name })
  const { document, platforms, bulletins, kind, problems, problemCount = problems.length, warnings } = found
  const report = { document: name, kind, saved: [], problems, problemCount, warnings }
  if (problems.length > 0 && (!keepGoing || isCatalogue(kind))) return report
  const by = who === undefined ? ('source' as const) : ('person' as const)
  const catalogue = await saveCatalogue(store, found, who ?? kind, { name, source, by })
  if (catalogue === null)
    return {
      ...report,
      saved: await store.save({ document, platforms, bulletins }, who ?? kind, { name, source, by }),
    }
  const { saved, entries, outcome } = catalogue
  return { ...report, saved, ...(outcome !== 'older' && { stored: { entries } }), catalogue: outcome }
}
