import type { Context } from 'hono'
import { holds } from '../../contract/endpoints/holds.ts'
import type { Hold } from '../../contract/holds.ts'
import type { Problem } from '../../contract/problem.ts'
import { inForce, byLastDay, holdsFix, holdReaches } from '../../domain/holds/holds.ts'
import { nameOf, type AppEnv } from '../access/principal.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { teamDay } from '../due/team-day.ts'
import { deployListAsCsv, readDeployList } from '../deploy-list.ts'
import type { Fixes } from '../fixes.ts'
import { sendProblem } from '../http/problem.ts'
import { prepareReply, prepareText, sendReply } from '../http/reply.ts'
import type { HoldChanged } from '../store/holds.ts'
import type { Store } from '../store/store.ts'
import { locationOf } from './created.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { keyIn } from './keys.ts'
import { existing, missing, refusedField } from './problems.ts'
import { etagOf, versionIn } from './versions.ts'

type Deps = { store: Store; fixes: Fixes; catalogue: Pick<Catalogue, 'index' | 'columns'>; now: () => Date }

const wasEnded = (hold: Hold) =>
  ({ code: 'conflict', message: `this hold was ended by ${hold.ended?.by ?? ''}; set another one` }) satisfies Problem

const lost = (hold: Hold) => {
  const by = (hold.ended ?? hold.renewed)?.by ?? hold.by
  return { code: 'conflict', message: `changed meanwhile by ${by}`, current: hold } satisfies Problem
}

/** What must not be deployed where, until when and why. */
export function holdRoutes({ store, fixes, catalogue, now }: Deps): Routes {
  const day = () => teamDay(store, now)
  /** How platforms are called that holds name. */
  async function labelsOf(listed: readonly Hold[]) {
    const named = new Set(listed.flatMap(({ platforms }) => platforms))
    if (named.size === 0) return {}
    const { tree } = await catalogue.index()
    return Object.fromEntries(tree.flatMap(({ id, label }) => (named.has(id) ? [[id, label]] : [])))
  }
  const sendOutcome = (c: Context<AppEnv>, id: string, changed: HoldChanged) => {
    if (changed.outcome === 'missing') throw missing(`hold ${id}`)
    if (changed.outcome === 'conflict') return sendProblem(c, 412, lost(changed.hold))
    if (changed.outcome === 'over') return sendProblem(c, 409, wasEnded(changed.hold))
    return c.json(changed.hold, 200, { etag: etagOf(changed.hold) })
  }
  const find = async (id: string) => (await store.holds.all()).find((hold) => hold.id === Number(id))
  return routeGroup()
    .openapi(routeOf(holds.listHolds), async (c) => {
      const { over = 'no', bulletin, platform, role } = c.req.valid('query')
      const [all, { today, zone }] = await Promise.all([store.holds.all(), day()])
      const named = (over === 'yes' ? byLastDay(all) : inForce(all, today))
        .filter((hold) => bulletin === undefined || holdsFix(hold, bulletin))
        .filter(
          (hold) =>
            platform === undefined || holdReaches(hold, { bulletin: null, platform, roles: hold.roles }) !== 'no',
        )
        .filter(({ roles }) => role === undefined || roles.length === 0 || roles.includes(role))
      return sendReply(c, prepareReply({ today, zone, holds: named, labels: await labelsOf(named) }))
    })
    .openapi(routeOf(holds.setHold), async (c) => {
      const hold = c.req.valid('json')
      const { today } = await day()
      if (hold.until < today) return sendProblem(c, 400, refusedField('until', `${hold.until} is over`))
      const set = await store.holds.set(hold, nameOf(c.get('principal')), keyIn(c.req.valid('header')))
      if (set.outcome === 'missing') throw missing(`bulletin ${set.bulletins.join(', ')}`)
      return c.json(set.hold, 201, { etag: etagOf(set.hold), ...locationOf(holds.viewHold, { hold: set.hold.id }) })
    })
    .openapi(routeOf(holds.viewHold), async (c) => {
      const { hold: id } = c.req.valid('param')
      const hold = existing(await find(id), `hold ${id}`)
      return sendReply(c, prepareReply(hold, etagOf(hold)))
    })
    .openapi(routeOf(holds.renewHold), async (c) => {
      const { hold: id } = c.req.valid('param')
      const renewal = c.req.valid('json')
      const version = versionIn(c)
      const [hold, { today }] = await Promise.all([find(id), day()])
      if (renewal.until < today) return sendProblem(c, 400, refusedField('until', `${renewal.until} is over`))
      if (hold?.version === version && renewal.until <= hold.until)
        return sendProblem(c, 400, refusedField('until', `expected a day after ${hold.until}`))
      const changed = await store.holds.renew(Number(id), { ...renewal, version }, nameOf(c.get('principal')))
      return sendOutcome(c, id, changed)
    })
    .openapi(routeOf(holds.endHold), async (c) => {
      const { hold: id } = c.req.valid('param')
      const version = versionIn(c)
      const ending = { ...c.req.valid('json'), version }
      const changed = await store.holds.end(Number(id), ending, nameOf(c.get('principal')))
      return sendOutcome(c, id, changed)
    })
    .openapi(routeOf(holds.listDeployments), async (c) => {
      const { today } = await day()
      return sendReply(c, prepareReply({ today, rows: await readDeployList({ store, fixes, catalogue }, today) }))
    })
    .openapi(routeOf(holds.exportDeployments), async (c) => {
      const { today } = await day()
      const csv = deployListAsCsv(await readDeployList({ store, fixes, catalogue }, today))
      return sendReply(c, prepareText(csv, 'text/csv; charset=utf-8'), {
        'content-disposition': `attachment; filename="hotfix-report_${today}_deploy-list.csv"`,
      })
    })
}
