/** What catalogues say of vulnerabilities, in a database. */
import type { CatalogueSignals } from '../../../contract/signals.ts'
import { omitting } from '../../../domain/revisions/changed/meaning.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import type { SignalStore } from '../signals.ts'
import { lastOf } from './events.ts'
import { entriesFor } from './known-exploited.ts'
import { inBatches } from './recording.ts'
import type { Access } from './tables.ts'

export const sqlSignals = ({ db }: Access): SignalStore => ({
  async forCves(cves) {
    const signals = new Map<string, CatalogueSignals>()
    for (const batch of inBatches([...new Set(cves)])) {
      for (const [cve, entry] of await entriesFor(db, batch)) signals.set(cve, { kev: omitting(entry, 'cve') })
      await yieldToEventLoop()
    }
    return signals
  },
  version: () => lastOf(db, ['bulletins', 'signals']),
})
