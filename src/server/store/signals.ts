import type { CatalogueSignals, CveRecord, EpssScore } from '../../contract/signals.ts'
import type { DocumentVersion } from '../../domain/revisions/document-version.ts'
import type { EpssBlock, EpssList } from '../../domain/vulnerability/epss.ts'
import type { Origin, SavedCatalogue } from './store.ts'

/** A list of EPSS scores, and which version of which document it is. */
type EpssDocument = { document: DocumentVersion; list: EpssList; blocks: readonly EpssBlock[] }

/** What catalogues of vulnerabilities say, whether or not a bulletin on file is about them. */
export type SignalStore = {
  /** What they say of these CVEs; who is not there they do not know. */
  forCves: (cves: Iterable<string>) => Promise<ReadonlyMap<string, CatalogueSignals>>
  /** The EPSS scores of these CVEs; null where no list has one. Others may be among them. */
  scores: (cves: readonly string[]) => Promise<ReadonlyMap<string, EpssScore | null>>
  /** Whether another list of EPSS has come after an event. */
  isRescored: (event: number) => Promise<boolean>
  /** Number of the last change of any catalogue: it grows, and so serves as a key for what is made from them. */
  version: () => Promise<number>
  /**
   * Replaces the list of EPSS scores, unless a newer one is on file. What has risen over the threshold since the list
   * before, of the same model, is a change of its bulletins.
   */
  saveEpss: (given: EpssDocument, who: string, origin?: Origin) => Promise<SavedCatalogue>
  /** Replaces what CVE records say, each unless a newer one is on file; `entries` are those that were replaced or added. */
  saveCveRecords: (records: readonly CveRecord[], who: string, origin?: Origin) => Promise<SavedCatalogue>
}
