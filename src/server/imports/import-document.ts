import type { DocumentReport } from '../../contract/imports.ts'
import type { Origin, SavedCatalogue, Store } from '../store/store.ts'
import type { ReadDocument, ReadingOptions } from './read-document.ts'
import { saveLifecycle } from './lifecycle.ts'
import { askedFor, savePage } from './support-page.ts'
import { readHere } from './read-here.ts'

/** Reads a document: in this process, or in one of its own. What it throws is no fault of the document. */
export type DocumentReader = (bytes: Uint8Array<ArrayBuffer>, options: ReadingOptions) => Promise<ReadDocument>

type Options = {
  /** Takes what is good of a document of bulletins, even if something in it is not. */
  keepGoing: boolean
  /** Who brings it in, as the history names them; else the kind of the document. */
  who?: string
  /** The watched source that has brought it. */
  source?: string | null
  /** The import run that it is part of. */
  run?: number
  /** The KB whose support page was asked for: that another page came is what is kept then. */
  kb?: string | undefined
  read?: DocumentReader
}

/** Whether a document of this kind is taken whole or not at all. */
const isWhole = (kind: ReadDocument['kind']) =>
  kind === 'kev' || kind === 'epss' || kind === 'cve-record' || kind === 'kb-page' || kind === 'lifecycle'

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
  { keepGoing, who, source = null, run, kb, read = readHere }: Options,
): Promise<DocumentReport> {
  const readAsIs = await read(bytes, { keepGoing, name })
  const found = kb === undefined ? readAsIs : askedFor(kb, name, readAsIs)
  const { document, platforms, bulletins, kind, problems, problemCount = problems.length, warnings } = found
  const report = { document: name, kind, saved: [], problems, problemCount, warnings }
  if (problems.length > 0 && (!keepGoing || isWhole(kind))) return report
  const by = who === undefined ? ('source' as const) : ('person' as const)
  const origin = { name, source, by, ...(run !== undefined && { run }) }
  if (found.supportPage !== null)
    return { ...report, ...(await savePage(store, found.supportPage, who ?? kind, origin)) }
  if (found.lifecycle !== null)
    return { ...report, ...(await saveLifecycle(store, found.lifecycle, who ?? kind, origin)) }
  const catalogue = await saveCatalogue(store, found, who ?? kind, origin)
  if (catalogue === null)
    return { ...report, saved: await store.save({ document, platforms, bulletins }, who ?? kind, origin) }
  const { saved, entries, outcome } = catalogue
  return { ...report, saved, ...(outcome !== 'older' && { stored: { entries } }), catalogue: outcome }
}
