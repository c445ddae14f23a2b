import type { Context } from 'hono'
import { subscriptions as endpoints } from '../../contract/endpoints/subscriptions.ts'
import type { Arrival, Subscription, SubscriptionSettings } from '../../contract/notices.ts'
import { subscriptionsOfOne } from '../../contract/limits.ts'
import type { Problem } from '../../contract/problem.ts'
import { sendNothing } from '../http/reply.ts'
import type { RateLimits } from '../access/limits.ts'
import { nameOf, type AppEnv } from '../access/principal.ts'
import { recentArrivals } from '../notices/arrivals.ts'
import { callerOf, isOf, mayChange, maySee, personOf, type Caller } from '../notices/asking.ts'
import { subscriptionFault } from '../notices/check-subscription.ts'
import { sendTo } from '../notices/mail.ts'
import type { Previewer } from '../notices/preview.ts'
import { Refused, sendProblem } from '../http/problem.ts'
import type { Store } from '../store/store.ts'
import type { KeptSubscription } from '../store/subscriptions.ts'
import { refuseMails } from './channels.ts'
import { locationOf } from './created.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { keyIn } from './keys.ts'
import { existing, missing } from './problems.ts'
import { etagOf, versionIn } from './versions.ts'

type Deps = { store: Store; limits: RateLimits; preview: Previewer; now: () => Date }

const quiet: Arrival = { state: 'quiet', lastAt: null, sent: 0, failed: 0, waiting: 0, why: null }

const analystsOnly = { code: 'forbidden', message: 'subscriptions of teams take the role analyst' } as const

/** What people and teams want to be told. */
export function subscriptionRoutes({ store, limits, preview, now }: Deps): Routes {
  const { subscriptions, channels, outbox } = store
  async function arrivals() {
    const { bySubscription } = await recentArrivals(outbox, now())
    return (id: number): Arrival => bySubscription.get(id) ?? quiet
  }
  type Shower = (subscription: KeptSubscription) => Subscription
  /** What is shown: the secret of the link is not. */
  async function shower(): Promise<Shower> {
    const arrivalOf = await arrivals()
    return ({ person: _person, role: _role, unsubscribe: _unsubscribe, ...subscription }) => ({
      ...subscription,
      arrival: arrivalOf(subscription.id),
    })
  }
  const shown = async (subscription: KeptSubscription) => (await shower())(subscription)
  const list = async (c: Context<AppEnv>) => {
    const caller = await callerOf(store, c.get('principal'))
    const seen = (await subscriptions.all()).filter((each) => maySee(each, caller))
    return { subscriptions: seen.map(await shower()) }
  }
  /**
   * A subscription that the person who asks may change.
   *
   * @throws Refused where they may not, or there is none
   */
  async function changeable(c: Context<AppEnv>, id: string): Promise<KeptSubscription> {
    const caller = await callerOf(store, c.get('principal'))
    const found = await subscriptions.find(Number(id))
    if (found === null || !maySee(found, caller)) throw missing(`subscription ${id}`)
    if (!mayChange(found, caller, 'analyst')) throw new Refused(403, analystsOnly)
    return found
  }
  async function faultOf(settings: SubscriptionSettings, caller: Caller, isKept: boolean) {
    const [{ names: teams }, all] = await Promise.all([store.teams.current(), channels.all()])
    const channel = isKept ? all.find(({ id }) => id === settings.channel) : 'any'
    return subscriptionFault(settings, caller, { teams, channel })
  }
  const conflict = async (current: KeptSubscription) =>
    ({
      code: 'conflict',
      message: `changed meanwhile by ${current.by}`,
      current: await shown(current),
    }) satisfies Problem

  return routeGroup()
    .openapi(routeOf(endpoints.listSubscriptions), async (c) => c.json(await list(c), 200))
    .openapi(routeOf(endpoints.viewSubscription), async (c) => {
      const { subscription: id } = c.req.valid('param')
      const caller = await callerOf(store, c.get('principal'))
      const found = await subscriptions.find(Number(id))
      if (found === null || !maySee(found, caller)) throw missing(`subscription ${id}`)
      return c.json(await shown(found), 200, { etag: etagOf(found) })
    })
    .openapi(routeOf(endpoints.addSubscription), async (c) => {
      const settings = c.req.valid('json')
      const caller = await callerOf(store, c.get('principal'))
      const fault = await faultOf(settings, caller, true)
      if (fault !== null) return sendProblem(c, fault.status, fault.problem)
      const own = (await subscriptions.all()).filter(isOf(settings.owner, caller))
      if (own.length >= subscriptionsOfOne.maxLength)
        return sendProblem(c, 409, {
          code: 'conflict',
          message: `at most ${subscriptionsOfOne.maxLength} subscriptions each`,
        })
      const person = personOf(settings.owner, caller)
      const key = keyIn(c.req.valid('header'))
      const made = await subscriptions.add(settings, person, nameOf(c.get('principal')), key)
      const headers = { etag: etagOf(made), ...locationOf(endpoints.viewSubscription, { subscription: made.id }) }
      return c.json(await shown(made), 201, headers)
    })
    .openapi(routeOf(endpoints.previewSubscription), async (c) => {
      const settings = c.req.valid('json')
      const caller = await callerOf(store, c.get('principal'))
      const fault = await faultOf(settings, caller, false)
      if (fault !== null) return sendProblem(c, fault.status, fault.problem)
      const person = personOf(settings.owner, caller)
      return c.json(await preview({ ...settings, id: 0, person, role: caller.role }), 200)
    })
    .openapi(routeOf(endpoints.changeSubscription), async (c) => {
      const version = versionIn(c)
      const found = await changeable(c, c.req.valid('param').subscription)
      const settings = c.req.valid('json')
      const caller = await callerOf(store, c.get('principal'))
      const fault = await faultOf({ ...settings, owner: found.owner }, caller, true)
      if (fault !== null) return sendProblem(c, fault.status, fault.problem)
      const changed = await subscriptions.change(found.id, version, settings, nameOf(c.get('principal')))
      if (changed.outcome === 'missing') throw missing(`subscription ${found.id}`)
      if (changed.outcome === 'conflict') return sendProblem(c, 412, await conflict(changed.subscription))
      return c.json(await shown(changed.subscription), 200, { etag: etagOf(changed.subscription) })
    })
    .openapi(routeOf(endpoints.removeSubscription), async (c) => {
      const version = versionIn(c)
      const found = await changeable(c, c.req.valid('param').subscription)
      const removed = await subscriptions.remove(found.id, version, nameOf(c.get('principal')))
      if (removed.outcome === 'missing') throw missing(`subscription ${found.id}`)
      if (removed.outcome === 'conflict') return sendProblem(c, 412, await conflict(removed.subscription))
      return sendNothing(c)
    })
    .openapi(routeOf(endpoints.setSubscriptionState), async (c) => {
      const found = await changeable(c, c.req.valid('param').subscription)
      const set = await subscriptions.setState(found.id, c.req.valid('json').state, nameOf(c.get('principal')))
      const kept = existing(set, `subscription ${found.id}`)
      return c.json(await shown(kept), 200, { etag: etagOf(kept) })
    })
    .openapi(routeOf(endpoints.testSubscription), async (c) => {
      const found = await changeable(c, c.req.valid('param').subscription)
      const channel = await channels.find(found.channel)
      if (found.state === 'ended')
        return sendProblem(c, 409, { code: 'conflict', message: 'this subscription has ended' })
      if (channel === null || channel.state !== 'working')
        return sendProblem(c, 409, { code: 'conflict', message: 'its channel is not confirmed, or is stopped' })
      refuseMails(await limits.mailByPerson(nameOf(c.get('principal'))))
      return c.json({ id: await sendTo(outbox, channel, { about: 'test' }, found) }, 200)
    })
    .openapi(routeOf(endpoints.openUnsubscribe), (c) =>
      c.redirect(`/unsubscribe#${encodeURIComponent(c.req.valid('param').secret)}`),
    )
    .openapi(routeOf(endpoints.unsubscribe), async (c) => {
      refuseMails(await limits.linkByAddress(c.get('address')))
      const ended = await subscriptions.unsubscribe(c.req.valid('param').secret)
      if (ended === null) return sendProblem(c, 404, { code: 'not_found', message: 'this link counts no more' })
      return c.json({ name: ended.name }, 200)
    })
}
