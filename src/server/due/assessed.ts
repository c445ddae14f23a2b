/** What catalogues answer of the two facts of SSVC that BOD 26-04 decides by. */
import type { SsvcAnswer } from '../../domain/due/bod-days.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

/** CVEs that are asked for at a time. */
const atOnce = 2000

/** By CVE, the answers of Vulnrichment, on which day it gave them, and a vector. */
export async function readAssessed(store: Store, cves: ReadonlySet<string>): Promise<ReadonlyMap<string, SsvcAnswer>> {
  const assessed = new Map<string, SsvcAnswer>()
  const asked = [...cves]
  for (let from = 0; from < asked.length; from += atOnce) {
    for (const [cve, { record }] of await store.signals.forCves(asked.slice(from, from + atOnce))) {
      if (record === undefined || record.isRejected) continue
      const { automatable, technicalImpact, at = null } = record.ssvc ?? {}
      const vector = (record.scores?.find(({ by }) => by === 'cna') ?? record.scores?.[0])?.vector
      assessed.set(cve, {
        ...(automatable !== undefined && { automatable }),
        ...(technicalImpact !== undefined && { total: technicalImpact === 'total' ? 'yes' : 'no' }),
        since: at,
        ...(vector !== undefined && { vector }),
      })
    }
    await yieldToEventLoop()
  }
  return assessed
}
