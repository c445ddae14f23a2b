import type { CatalogueSignals } from '../../contract/signals.ts'

/** What catalogues of vulnerabilities say, whether or not a bulletin on file is about them. */
export type SignalStore = {
  /** What they say of these CVEs; who is not there they do not know. */
  forCves: (cves: Iterable<string>) => Promise<ReadonlyMap<string, CatalogueSignals>>
  /** Number of the last change of any catalogue: it grows, and so serves as a key for what is made from them. */
  version: () => Promise<number>
}
