/** What catalogues answer of the two facts of SSVC that BOD 26-04 decides by. */
import type { SsvcAnswer } from '../../domain/due/bod-days.ts'
import type { Store } from '../store/store.ts'
import { isInput, type DueInputs } from './inputs.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

/** CVEs that are asked for at a time, and bulletins that are looked through. */
const atOnce = { cves: 1000, bulletins: 500 }

/** The CVEs that facts are about. */
async function cvesIn(inputs: DueInputs): Promise<string[]> {
  const cves = new Set<string>()
  let count = 0
  for (const input of inputs.values()) {
    if (isInput(input)) for (const fact of input.facts) if (fact.of === 'flaw') cves.add(fact.flaw)
    if (++count % atOnce.bulletins === 0) await yieldToEventLoop()
  }
  return [...cves]
}

/** By CVE, the answers of Vulnrichment, on which day it gave them, and a vector. */
export async function readAssessed(store: Store, inputs: DueInputs): Promise<ReadonlyMap<string, SsvcAnswer>> {
  const assessed = new Map<string, SsvcAnswer>()
  const asked = await cvesIn(inputs)
  for (let from = 0; from < asked.length; from += atOnce.cves) {
    for (const [cve, { record }] of await store.signals.forCves(asked.slice(from, from + atOnce.cves))) {
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
