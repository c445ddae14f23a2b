import { reading } from '../../contract/endpoints/reading.ts'
import type { IndexRow } from '../../contract/summary.ts'
import { VulnerabilityRecord } from '../../contract/vulnerability-record.ts'
import { completeRatings } from '../../domain/matrix/complete-ratings.ts'
import { joinVulnerability, type BulletinWith } from '../../domain/vulnerability/record.ts'
import { readVulnerabilityKey, vulnerabilityKey, type VulnerabilityName } from '../../domain/vulnerability/key.ts'
import { platformsNamed } from '../../domain/platforms/platforms.ts'
import { valueAt, type OpenTable } from '../../domain/table/open.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { prepareReply, sendReply } from '../http/reply.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { missing } from './problems.ts'

/** The bulletins that have a CVE, by the index: no bulletin is read for it. */
function bulletinsWith({ columns }: Pick<OpenTable<IndexRow>, 'columns'>, cve: string): string[] {
  const { starts, items } = columns.vulnerabilities
  const found: string[] = []
  for (let row = 0; row + 1 < starts.length; row++)
    for (let item = starts[row] ?? 0; item < (starts[row + 1] ?? 0); item++)
      if (valueAt(items.columns.cve, item) === cve) {
        found.push(valueAt(columns.id, row) ?? '')
        break
      }
  return found
}

/** A bulletin whole, with a vulnerability of it; null where it is not on file, or has none of that name. */
async function readOne(store: Store, id: string, name: VulnerabilityName): Promise<BulletinWith | null> {
  const [bulletin, documents, triage, events] = await Promise.all([
    store.find(id),
    store.documentsOf(id),
    store.triage.find(id),
    store.events.of(id),
  ])
  const flaw = (bulletin === null ? [] : completeRatings(bulletin)).find((each) =>
    'cve' in name ? each.cve === name.cve : each.id === name.flaw,
  )
  return bulletin === null || flaw === undefined || triage === null
    ? null
    : { bulletin, flaw, documents, triage, events }
}

/** Bulletins that are read between two pauses: who reads has to wait for all others at each. */
const bulletinsAtOnce = 4

/** The bulletins that a name is found in, whole, the newest first. */
async function readAll(store: Store, ids: readonly string[], name: VulnerabilityName): Promise<BulletinWith[]> {
  const found: BulletinWith[] = []
  for (let at = 0; at < ids.length; at += bulletinsAtOnce) {
    const some = ids.slice(at, at + bulletinsAtOnce).map((id) => readOne(store, id, name))
    for (const each of await Promise.all(some)) if (each !== null) found.push(each)
    await yieldToEventLoop()
  }
  return found.toSorted((a, b) => (a.bulletin.publishedOn < b.bulletin.publishedOn ? 1 : -1))
}

const notAKey = (key: string) =>
  missing(`vulnerability ${key}: expected a CVE such as CVE-2005-0048, or BULLETIN~FLAW for a flaw without one`)

const notOnFile = (key: string) =>
  missing(`vulnerability ${key}: no bulletin on file has it, and no catalogue (KEV, EPSS, CVE records) names it`)

/** One vulnerability with all that is said of it. */
export function vulnerabilityRoutes({ store, catalogue }: { store: Store; catalogue: Catalogue }): Routes {
  return routeGroup().openapi(routeOf(reading.viewVulnerability), async (c) => {
    const { cve: key } = c.req.valid('param')
    const name = readVulnerabilityKey(key)
    if (name === null) throw notAKey(key)
    const { columns, tree } = await catalogue.index()
    const ids = 'cve' in name ? bulletinsWith(columns.table, name.cve) : [name.bulletin]
    const found = await readAll(store, ids, name)
    const cve = 'cve' in name ? name.cve : (found.at(0)?.flaw.cve ?? null)
    const signals = cve === null ? {} : ((await store.signals.forCves([cve])).get(cve) ?? {})
    if (found.length === 0 && Object.keys(signals).length === 0) throw notOnFile(key)
    // Loaded when first asked for: the calculator is larger than most of the server.
    const { readVector } = await import('../../domain/vulnerability/vector-reading.ts')
    const [first] = found
    const named = { key: vulnerabilityKey(cve, first?.bulletin.id ?? '', first?.flaw.id ?? ''), cve }
    const record = joinVulnerability(named, found, signals, readVector)
    const platforms = platformsNamed(
      record.ratings.map(({ platform }) => platform),
      tree,
    )
    return sendReply(c, prepareReply(VulnerabilityRecord.parse({ ...record, platforms })))
  })
}
