import { reading } from '../../contract/endpoints/reading.ts'
import type { BulletinContext } from '../../contract/bulletin-context.ts'
import { bulletinsNamed, flawContext, platformsAround, vectorsOf } from '../../domain/bulletin/context.ts'
import { supersedence } from '../../domain/bulletin/supersedence.ts'
import { valueAt } from '../../domain/table/open.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { memoizeByVersion } from '../memoize.ts'
import { prepareReply, sendReply } from '../http/reply.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { existing } from './problems.ts'

/** What is on file around a bulletin: small, so that its page does not wait for the index. */
export function contextRoutes({ store, catalogue }: { store: Store; catalogue: Catalogue }): Routes {
  const relation = memoizeByVersion(catalogue.indexVersion, async () => {
    const { rows, columns } = (await catalogue.index()).columns.table
    const fixes = Array.from({ length: rows }, (_, row) => ({
      id: valueAt(columns.id, row) ?? '',
      kb: valueAt(columns.kb, row) ?? [],
      supersedes: valueAt(columns.supersedes, row) ?? [],
    }))
    await yieldToEventLoop()
    return { ids: new Set(fixes.map(({ id }) => id)), ...supersedence(fixes) }
  })
  return routeGroup().openapi(routeOf(reading.viewBulletinContext), async (c) => {
    const { id } = c.req.valid('param')
    const bulletin = existing(await store.find(id), `bulletin ${id}`)
    const cves = bulletin.vulnerabilities.flatMap(({ cve }) => cve ?? [])
    const [signals, { ids, replacedBy, chain }, { tree }, { lines }, { readVector }] = await Promise.all([
      store.signals.forCves(cves),
      relation(),
      catalogue.index(),
      store.fleet.current(),
      // Loaded when first asked for: the calculator is larger than most of the server.
      import('../../domain/vulnerability/vector-reading.ts'),
    ])
    const steps = chain(id)
    const flaws = bulletin.vulnerabilities.map((flaw) => flawContext(flaw, signals.get(flaw.cve ?? '') ?? {}))
    const answer: BulletinContext = {
      flaws,
      vectors: vectorsOf(bulletin.vulnerabilities, flaws, readVector),
      platforms: platformsAround(
        bulletin,
        lines.map(({ platform }) => platform),
        tree,
      ),
      replacedBy: [...replacedBy(id)],
      chain: [...steps],
      onFile: [...new Set([...bulletinsNamed(bulletin), ...steps.map((step) => step.id)])].filter((name) =>
        ids.has(name),
      ),
    }
    return sendReply(c, prepareReply(answer))
  })
}
