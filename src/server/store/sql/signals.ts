/** What catalogues say of vulnerabilities, in a database. */
import type { CatalogueSignals, EpssScore } from '../../../contract/signals.ts'
import { omitting } from '../../../domain/revisions/changed/meaning.ts'
import { epssScore, placeOf, scoresIn } from '../../../domain/vulnerability/epss.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import type { SignalStore } from '../signals.ts'
import { recordsFor, sqlCveRecords } from './cve-records.ts'
import { blocksAtOnce, epssStored, listsThatCount, readBlocks, sqlEpss } from './epss.ts'
import { hasFollowed, lastOf } from './events.ts'
import { entriesFor } from './known-exploited.ts'
import { inBatches } from './recording.ts'
import type { Access, Reader } from './tables.ts'

type Scores = Map<string, EpssScore | null>

/** Adds the scores of these CVEs in an import; null where a list has none. */
async function addScores(
  db: Reader,
  { importId, list }: Awaited<ReturnType<typeof listsThatCount>>[number],
  cves: readonly string[],
  scores: Scores,
): Promise<void> {
  const wanted = Map.groupBy(cves.map(placeOf), ({ block }) => block)
  const names = [...wanted.keys()]
  for (let at = 0; at < names.length; at += blocksAtOnce) {
    for (const block of await readBlocks(db, importId, names.slice(at, at + blocksAtOnce))) {
      const numbers = new Set(wanted.get(block.block)?.map(({ number }) => number))
      for (const [cve, score, percentile] of scoresIn(block, (number) => numbers.has(number)))
        scores.set(cve, epssScore(list, score, percentile))
    }
    await yieldToEventLoop()
  }
}

/** Looks up EPSS scores. Those that were asked for are kept until another list counts: the index asks for all, again and again. */
function scoreLookup(db: Reader) {
  let kept: { of: string; scores: Scores } = { of: '', scores: new Map() }
  return async (cves: readonly string[]): Promise<ReadonlyMap<string, EpssScore | null>> => {
    const lists = await listsThatCount(db)
    if (lists.length === 0) return new Map()
    const of = lists.map(({ importId }) => importId).join(' ')
    if (kept.of !== of) kept = { of, scores: new Map() }
    const { scores } = kept
    const missing = cves.filter((cve) => !scores.has(cve))
    for (const list of lists) await addScores(db, list, missing, scores)
    for (const cve of missing) if (!scores.has(cve)) scores.set(cve, null)
    return scores
  }
}

export const sqlSignals = (access: Access): SignalStore => {
  const { db } = access
  const scores = scoreLookup(db)
  return {
    scores,
    isRescored: (event) => hasFollowed(db, event, (is) => is('action', '=', epssStored)),
    async forCves(cves) {
      const wanted = [...new Set(cves)]
      const signals = new Map<string, CatalogueSignals>()
      const scored = await scores(wanted)
      for (const batch of inBatches(wanted)) {
        const [entries, records] = [await entriesFor(db, batch), await recordsFor(db, batch)]
        for (const cve of batch) {
          const [entry, epss, record] = [entries.get(cve), scored.get(cve) ?? null, records.get(cve)]
          if (entry === undefined && epss === null && record === undefined) continue
          signals.set(cve, {
            ...(entry !== undefined && { kev: omitting(entry, 'cve') }),
            ...(epss !== null && { epss }),
            ...(record !== undefined && { record }),
          })
        }
        await yieldToEventLoop()
      }
      return signals
    },
    version: () => lastOf(db, ['bulletins', 'signals']),
    ...sqlEpss(access),
    ...sqlCveRecords(access),
  }
}
