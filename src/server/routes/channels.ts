import type { Context } from 'hono'
import { subscriptions as endpoints } from '../../contract/endpoints/subscriptions.ts'
import type { Channel } from '../../contract/notices.ts'
import { readAddress, readMailAddress } from '../../domain/notices/address.ts'
import type { RateLimits } from '../access/limits.ts'
import { nameOf, type AppEnv } from '../access/principal.ts'
import { addressedTo } from '../notices/addressed.ts'
import { callerOf, mayChange, maySee, personOf } from '../notices/asking.ts'
import { channelFault } from '../notices/check-channel.ts'
import type { Recipients } from '../notices/recipients.ts'
import { freshConfirmation, freshSigningSecret, sendTo, waitForMail } from '../notices/mail.ts'
import { Refused, sendProblem, tooMany } from '../http/problem.ts'
import { sendNothing } from '../http/reply.ts'
import type { KeptChannel } from '../store/channels.ts'
import type { Store } from '../store/store.ts'
import { locationOf } from './created.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { existing, missing, refusedField } from './problems.ts'

type Deps = {
  store: Store
  limits: RateLimits
  now: () => Date
  /** Whether an address is one of the own network that may be asked. */
  isOwnHost: (url: URL) => boolean
  recipients: Pick<Recipients, 'toldOtherwise'>
}

const shown = ({ person: _person, ...channel }: KeptChannel): Channel => channel

/**
 * Goes on where not too much was asked for from one place, or of one person; `wait`: else for how many seconds to wait.
 *
 * @throws Refused
 */
export function refuseMails(wait: number | null): void {
  if (wait !== null) throw tooMany(`too many at once; try again in ${wait} s`, wait)
}

const adminsOnly = { code: 'forbidden', message: 'channels of teams are set by an admin' } as const
const notConfirmed = { code: 'conflict', message: 'nothing is sent there until its address is confirmed' } as const
const isStopped = { code: 'conflict', message: 'this channel is stopped' } as const

/** Where notices go: one's own mail, and the channels of teams. */
export function channelRoutes({ store, limits, now, isOwnHost, recipients }: Deps): Routes {
  const { channels, outbox } = store
  const seen = async (c: Context<AppEnv>) => {
    const caller = await callerOf(store, c.get('principal'))
    return (await channels.all()).filter((channel) => maySee(channel, caller))
  }
  /**
   * A channel that the person who asks may change.
   *
   * @throws Refused where they may not, or there is none
   */
  async function changeable(c: Context<AppEnv>, id: string): Promise<KeptChannel> {
    const caller = await callerOf(store, c.get('principal'))
    const channel = await channels.find(Number(id))
    if (channel === null || !maySee(channel, caller)) throw missing(`channel ${id}`)
    if (!mayChange(channel, caller, 'admin')) throw new Refused(403, adminsOnly)
    return channel
  }
  const waitFor = (c: Context<AppEnv>, { kind, address }: Pick<Channel, 'kind' | 'address'>) =>
    waitForMail(limits, nameOf(c.get('principal')), kind, address)
  const askToConfirm = (channel: KeptChannel) => sendTo(outbox, channel, { about: 'confirm', address: channel.address })

  /** Tells whom a channel belongs to that nothing arrives there any more, by another way, where there is one. */
  async function tellStopped(channel: KeptChannel, why: string): Promise<void> {
    const told = await recipients.toldOtherwise(addressedTo(channel), why)
    if (told !== null) await outbox.put(told)
  }

  return routeGroup()
    .openapi(routeOf(endpoints.listChannels), async (c) => c.json({ channels: (await seen(c)).map(shown) }, 200))
    .openapi(routeOf(endpoints.viewChannel), async (c) => {
      const { channel: id } = c.req.valid('param')
      const channel = (await seen(c)).find((each) => each.id === Number(id))
      return c.json(shown(existing(channel, `channel ${id}`)), 200)
    })
    .openapi(routeOf(endpoints.addChannel), async (c) => {
      const asked = c.req.valid('json')
      const caller = await callerOf(store, c.get('principal'))
      const address = readAddress(asked.kind, asked.address, isOwnHost)
      const [all, teams] = await Promise.all([channels.all(), store.teams.current()])
      const fault = channelFault(asked, caller, { channels: all, teams: teams.names, address })
      if (fault !== null) return sendProblem(c, fault.status, fault.problem)
      if (address === null) throw new Error('an address that is none was not refused')
      const isMail = asked.kind === 'email'
      refuseMails(isMail ? await waitFor(c, { kind: 'email', address: address.shown }) : null)
      const secret = asked.kind === 'webhook' ? freshSigningSecret() : null
      const { kind, name, owner, language } = asked
      const person = personOf(owner, caller)
      const confirmation = isMail ? freshConfirmation(now()) : null
      const kept = await channels.add(
        { kind, name, owner, person, language, ...address, secret, confirmation },
        nameOf(c.get('principal')),
      )
      if (isMail) await askToConfirm(kept)
      const headers = { ...locationOf(endpoints.viewChannel, { channel: kept.id }), 'cache-control': 'no-store' }
      return c.json({ ...shown(kept), secret }, 201, headers)
    })
    .openapi(routeOf(endpoints.removeChannel), async (c) => {
      const channel = await changeable(c, c.req.valid('param').channel)
      const outcome = await channels.remove(channel.id, nameOf(c.get('principal')))
      if (outcome === 'in-use')
        return sendProblem(c, 409, {
          code: 'conflict',
          message: 'a subscription goes there; change or remove it first',
        })
      return sendNothing(c)
    })
    .openapi(routeOf(endpoints.setChannelState), async (c) => {
      const channel = await changeable(c, c.req.valid('param').channel)
      const who = nameOf(c.get('principal'))
      const isMail = channel.kind === 'email'
      if (c.req.valid('json').state === 'stopped')
        return c.json(shown((await channels.stop(channel.id, `stopped by ${who}`, who)) ?? channel), 200)
      if (channel.state === 'working') return c.json(shown(channel), 200)
      refuseMails(isMail ? await waitFor(c, channel) : null)
      const resumed = await channels.resume(channel.id, isMail ? freshConfirmation(now()) : null, who)
      if (resumed === null) throw missing(`channel ${channel.id}`)
      if (isMail) await askToConfirm(resumed)
      return c.json(shown(resumed), 200)
    })
    .openapi(routeOf(endpoints.testChannel), async (c) => {
      const channel = await changeable(c, c.req.valid('param').channel)
      if (channel.state !== 'working')
        return sendProblem(c, 409, channel.state === 'stopped' ? isStopped : notConfirmed)
      refuseMails(await limits.mailByPerson(nameOf(c.get('principal'))))
      return c.json({ id: await sendTo(outbox, channel, { about: 'test' }) }, 200)
    })
    .openapi(routeOf(endpoints.resendConfirmation), async (c) => {
      const channel = await changeable(c, c.req.valid('param').channel)
      if (channel.state !== 'unconfirmed')
        return sendProblem(c, 409, { code: 'conflict', message: 'there is nothing to confirm' })
      refuseMails(await waitFor(c, channel))
      const again = await channels.resume(channel.id, freshConfirmation(now()), nameOf(c.get('principal')))
      if (again === null) throw missing(`channel ${channel.id}`)
      return c.json({ id: await askToConfirm(again) }, 200)
    })
    .openapi(routeOf(endpoints.confirmAddress), async (c) => {
      refuseMails(await limits.linkByAddress(c.get('address')))
      const confirmed = await channels.confirm(c.req.valid('json').secret)
      if (confirmed === null)
        return sendProblem(c, 404, { code: 'not_found', message: 'this link counts no more; have another one sent' })
      return c.json({ address: confirmed.address }, 200)
    })
    .openapi(routeOf(endpoints.reportBounce), async (c) => {
      const { address, reason } = c.req.valid('json')
      const mail = readMailAddress(address)
      if (mail === null) return sendProblem(c, 400, refusedField('address', 'expected a mail address'))
      const stopped = await channels.bounced(mail, reason, nameOf(c.get('principal')))
      for (const channel of stopped) await tellStopped(channel, reason)
      return c.json({ stopped: stopped.length }, 200)
    })
}
