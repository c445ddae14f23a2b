import type { Context } from 'hono'
import { plans } from '../../contract/endpoints/plans.ts'
import type { KeptPlan } from '../../contract/plans.ts'
import type { Problem } from '../../contract/problem.ts'
import { historyOf } from '../../domain/plans/history.ts'
import { isWholeLink, readSome } from '../../domain/rollout/inputs.ts'
import { nameOf, type AppEnv } from '../access/principal.ts'
import { seesMachines } from '../access/sees-machines.ts'
import type { Calendars } from '../calendar/calendars.ts'
import type { Plans } from '../plans/plans.ts'
import { sendProblem } from '../http/problem.ts'
import type { PlanOutcome } from '../store/plans.ts'
import type { Store } from '../store/store.ts'
import { locationOf } from './created.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { keyIn } from './keys.ts'
import { listOf, sendPage } from './paging.ts'
import { existing, missing, refusedField } from './problems.ts'
import { publicAddress } from './public-address.ts'
import { sendCalendar } from './send-calendar.ts'
import { etagOf, versionIn } from './versions.ts'

const lostRace = (current: KeptPlan) =>
  ({ code: 'conflict', message: `the plan was changed meanwhile by ${current.changed.by}`, current }) satisfies Problem

/** Why the text of a draft cannot be kept; null where it can. */
function refusedInputs(inputs: string): Problem | null {
  if (!isWholeLink(inputs)) return refusedField('inputs', 'expected a plan with its first day and zone')
  if (readSome(inputs).bulletins === undefined) return refusedField('inputs', 'expected a bulletin')
  return null
}

type Deps = { store: Store; plans: Plans; calendars: Pick<Calendars, 'ofPlan'>; origin: string | null }

/** Kept plans. */
export function planRoutes({ store, plans: kept, calendars, origin }: Deps): Routes {
  const sendOutcome = (c: Context<AppEnv>, id: string, result: PlanOutcome) => {
    if (result.outcome === 'missing') throw missing(`plan ${id}`)
    if (result.outcome === 'conflict') return sendProblem(c, 412, lostRace(result.plan))
    if (result.outcome === 'not-possible')
      return sendProblem(c, 409, { code: 'conflict', message: `not possible for a plan that is ${result.plan.state}` })
    return c.json(result.plan, 200, { etag: etagOf(result.plan) })
  }
  return routeGroup()
    .openapi(routeOf(plans.listPlans), async (c) => {
      const rows = await kept.rows()
      return sendPage(c, listOf(rows), c.req.valid('query'))
    })
    .openapi(routeOf(plans.keepPlan), async (c) => {
      const plan = c.req.valid('json')
      const refused = refusedInputs(plan.inputs)
      if (refused !== null) return sendProblem(c, 400, refused)
      const ready = plan.waves === undefined ? await kept.readyWavesFor(plan) : []
      if (plan.waves === undefined && ready.length === 0)
        return sendProblem(c, 400, refusedField('inputs', 'expected machines that a bulletin of the plan is for'))
      const made = await store.plans.keep(plan, ready, nameOf(c.get('principal')), keyIn(c.req.valid('header')))
      return c.json(made, 201, { ...locationOf(plans.viewPlan, { id: made.id }), etag: etagOf(made) })
    })
    .openapi(routeOf(plans.viewPlan), async (c) => {
      const { id } = c.req.valid('param')
      const plan = existing(await store.plans.find(Number(id)), `plan ${id}`)
      return c.json(await kept.view(plan, seesMachines(c.get('principal'))), 200, { etag: etagOf(plan) })
    })
    .openapi(routeOf(plans.changePlan), async (c) => {
      const { id } = c.req.valid('param')
      const version = versionIn(c)
      const edit = c.req.valid('json')
      const refused = refusedInputs(edit.inputs)
      if (refused !== null) return sendProblem(c, 400, refused)
      const before = await store.plans.find(Number(id))
      if (before !== null && before.inputs !== edit.inputs && edit.why.trim() === '')
        return sendProblem(c, 400, refusedField('why', 'expected a reason for other times, consoles or alerts'))
      return sendOutcome(c, id, await store.plans.change(Number(id), version, edit, nameOf(c.get('principal'))))
    })
    .openapi(routeOf(plans.setPlanState), async (c) => {
      const { id } = c.req.valid('param')
      const version = versionIn(c)
      const change = c.req.valid('json')
      const plan = change.state === 'finished' ? await store.plans.find(Number(id)) : null
      const runs = plan === null ? [] : await kept.runs(plan)
      const who = nameOf(c.get('principal'))
      return sendOutcome(c, id, await store.plans.setState(Number(id), version, { ...change, runs }, who))
    })
    .openapi(routeOf(plans.openGate), async (c) => {
      const { id, wave } = c.req.valid('param')
      const version = versionIn(c)
      const plan = await store.plans.find(Number(id))
      if (plan === null || !plan.waves.some(({ key }) => key === wave)) throw missing(`wave ${wave} of a plan ${id}`)
      const { waves } = await kept.view(plan, false)
      const gate = waves.find(({ key }) => key === wave)?.gateState
      const choice = {
        wave,
        ...c.req.valid('json'),
        waits: gate !== undefined && 'waits' in gate ? gate.waits : [],
        stops: gate !== undefined && 'stops' in gate ? gate.stops : [],
      }
      return sendOutcome(c, id, await store.plans.setGate(Number(id), version, choice, nameOf(c.get('principal'))))
    })
    .openapi(routeOf(plans.countPlan), async (c) => {
      const { id } = c.req.valid('param')
      const count = c.req.valid('json')
      const plan = existing(await store.plans.find(Number(id)), `plan ${id}`)
      if (!plan.waves.some(({ key }) => key === count.wave))
        return sendProblem(c, 400, refusedField('wave', `there is no wave ${count.wave}`))
      const key = keyIn(c.req.valid('header'))
      return sendOutcome(c, id, await store.plans.count(Number(id), count, nameOf(c.get('principal')), key))
    })
    .openapi(routeOf(plans.viewPlanCalendar), async (c) => {
      const { id } = c.req.valid('param')
      const { lang: language = 'ja' } = c.req.valid('query')
      const plan = existing(await store.plans.find(Number(id)), `plan ${id}`)
      return sendCalendar(
        c,
        await calendars.ofPlan(plan, { language, origin: publicAddress(c, origin).origin }),
        `plan_${id}`,
      )
    })
    .openapi(routeOf(plans.viewPlanHistory), async (c) => {
      const { id } = c.req.valid('param')
      const events = await store.plans.events(Number(id))
      if (events.length === 0) throw missing(`plan ${id}`)
      return c.json(historyOf(events), 200)
    })
}
