/** Channels and subscriptions: kept by every engine, and over HTTP by whose they are. */
import { describe, expect, it } from 'vitest'
import {
  Channel,
  Confirmed,
  MadeChannel,
  Subscription,
  SubscriptionConflict,
  SubscriptionPreview,
  Unsubscribed,
  type NewChannel,
  type SubscriptionSettings,
} from '../../../src/contract/notices.ts'
import type { Role } from '../../../src/contract/access.ts'
import { buildApp } from '../../../src/server/app.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { IdempotencyKeyReused } from '../../../src/server/store/idempotency-key-reused.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { addAccounts, passwords, sessionOf, tokenOf } from '../../support/authorized.ts'
import { listing } from '../../support/listing.ts'
import { problemOf } from '../../support/problem.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()
const now = () => new Date('2031-03-21T12:00:00.000Z')

const person = (name: string) => ({ kind: 'person', name }) as const
const team = { kind: 'team', name: 'Base' } as const

const settings = (channel: number, more: Partial<SubscriptionSettings> = {}): SubscriptionSettings => ({
  name: 'Urgent',
  owner: person('viewer'),
  about: 'changes',
  search: '?urgency=immediate',
  kinds: ['new', 'exploit-up'],
  isAssigned: false,
  isWatched: false,
  channel,
  when: { every: 'change' },
  language: 'ja',
  ...more,
})

const mailOf = (owner: ReturnType<typeof person>, id: number | null, confirmation: string | null) => ({
  kind: 'email' as const,
  owner,
  person: id,
  name: '',
  shown: 'sato@mail.example',
  target: 'sato@mail.example',
  secret: null,
  language: 'ja' as const,
  confirmation: confirmation === null ? null : { secret: confirmation, before: '2031-03-24T12:00:00.000Z' },
})

describe.each(engines(kept))('in the $name store', ({ make }) => {
  async function withPerson() {
    const store = await make(now)
    await store.access.set('Sato', { role: 'viewer', password: 'p' }, 'test')
    const id = (await store.access.find('Sato'))?.id ?? null
    const channel = await store.channels.add(mailOf(person('Sato'), id, 'the-secret'), 'Sato')
    const subscription = await store.subscriptions.add(
      settings(channel.id, { owner: person('Sato') }),
      id,
      'Sato',
      'key',
    )
    return { store, id, channel, subscription }
  }

  it('an address is confirmed by its secret once, and not when that is over', async () => {
    const { store, channel } = await withPerson()
    expect([channel.state, await store.channels.confirm('made-up')]).toEqual(['unconfirmed', null])
    expect(await store.channels.target(channel.id)).toMatchObject({ confirmation: 'the-secret' })
    expect(await store.channels.confirm('the-secret')).toMatchObject({ id: channel.id, state: 'working' })
    expect(await store.channels.confirm('the-secret')).toBeNull()
    await store.channels.resume(channel.id, { secret: 'late', before: '2031-03-21T11:59:59.000Z' }, 'Sato')
    expect(await store.channels.confirm('late')).toBeNull()
  })

  it('a channel is stopped once, by whom and why, and used again', async () => {
    const { store, channel } = await withPerson()
    expect(await store.channels.bounced('SATO@mail.example', '550 no such user', 'token: mail')).toMatchObject([
      { id: channel.id, state: 'stopped', why: '550 no such user', by: 'token: mail' },
    ])
    expect(await store.channels.stop(channel.id, '410 Gone', 'delivery')).toBeNull()
    expect(await store.channels.resume(channel.id, null, 'Sato')).toMatchObject({ state: 'working', why: null })
    expect(await store.channels.remove(channel.id, 'Sato')).toBe('in-use')
    expect(await store.channels.find(channel.id)).toMatchObject({ state: 'working', by: 'Sato' })
  })

  it('a subscription is made once under its key, and changed by one of those who do so at the same time', async () => {
    const { store, id, channel, subscription } = await withPerson()
    const asked = settings(channel.id, { owner: person('Sato') })
    expect(await store.subscriptions.add(asked, id, 'Sato', 'key')).toEqual(subscription)
    await expect(store.subscriptions.add({ ...asked, name: 'Other' }, id, 'Sato', 'key')).rejects.toThrow(
      IdempotencyKeyReused,
    )
    const outcomes = await Promise.all(
      ['A', 'B', 'C'].map((name) =>
        store.subscriptions.change(subscription.id, subscription.version, { ...asked, name }, 'Sato'),
      ),
    )
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['conflict', 'conflict', 'saved'])
    expect(await store.subscriptions.all()).toHaveLength(1)
    expect(await store.subscriptions.remove(subscription.id, subscription.version, 'Sato')).toMatchObject({
      outcome: 'conflict',
    })
    expect(await store.subscriptions.change(99, 1, asked, 'Sato')).toEqual({ outcome: 'missing' })
  })

  it('the link of a notice ends its subscription alone, and for good', async () => {
    const { store, id, channel, subscription } = await withPerson()
    const other = await store.subscriptions.add(settings(channel.id, { owner: person('Sato') }), id, 'Sato')
    expect(await store.subscriptions.unsubscribe('made-up')).toBeNull()
    expect(await store.subscriptions.unsubscribe(subscription.unsubscribe)).toMatchObject({ state: 'ended' })
    const last = await store.events.last()
    expect(await store.subscriptions.unsubscribe(subscription.unsubscribe)).toMatchObject({ state: 'ended' })
    expect(await store.events.last()).toBe(last)
    expect(await store.subscriptions.find(other.id)).toMatchObject({ state: 'active' })
  })

  it('what is a person’s ends when a provider gives them no role any more, and goes with them', async () => {
    const store = await make(now)
    const them = { issuer: 'https://login.example/', subject: '1', name: 'Ito' }
    const { id } = await store.access.meet({ ...them, role: 'analyst' })
    const channel = await store.channels.add(mailOf(person('Ito'), id, null), 'Ito')
    const { id: number } = await store.subscriptions.add(settings(channel.id, { owner: person('Ito') }), id, 'Ito')
    expect(await store.subscriptions.find(number)).toMatchObject({ role: 'analyst', state: 'active' })
    await store.access.meet({ ...them, name: 'Ito Yuki', role: 'viewer' })
    expect(await store.subscriptions.find(number)).toMatchObject({ owner: { name: 'Ito Yuki' }, role: 'viewer' })
    await store.access.shutOut(them)
    expect(await store.subscriptions.find(number)).toMatchObject({ role: null, state: 'ended' })
    await store.access.remove('Ito Yuki', 'test')
    expect([await store.subscriptions.all(), await store.channels.all()]).toEqual([[], []])
  })

  it('no event tells an address, a filter or a secret', async () => {
    const { store } = await withPerson()
    const logged = JSON.stringify(await store.outbox.eventsAfter(0, 100))
    expect(logged).toContain('channel-added')
    for (const secret of ['sato@mail.example', 'the-secret', 'urgency']) expect(logged).not.toContain(secret)
  })
})

async function served() {
  const store = await storeInMemory()
  await addAccounts(store, ['viewer', 'analyst', 'admin'])
  const { version } = await store.teams.current()
  await store.teams.set(version, ['Base'], 'test')
  const app = buildApp({ store, passwords, admission: { signIn: 'accounts', anonymous: null } })
  /** What people are answered. */
  const as = async (role: Role, method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
    app.request(path, {
      method,
      headers: { ...(await sessionOf(store, role)), 'content-type': 'application/json', ...more },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return { store, app, as }
}

const mail = (name: Role, address: string): NewChannel => ({
  kind: 'email',
  owner: person(name),
  name: '',
  address,
  language: 'en',
})
const hook: NewChannel = {
  kind: 'webhook',
  owner: team,
  name: '#base',
  address: 'https://hooks.example/secret',
  language: 'en',
}

/** The notices that wait, as the sender takes them. */
const waiting = (store: Store) => store.outbox.claim(100, '2031-03-21T12:05:00.000Z')

describe('channels over HTTP', () => {
  it('a person’s mail is theirs alone, and gets nothing but a link until that is followed', async () => {
    const { store, app, as } = await served()
    const answer = await as('viewer', 'POST', '/api/channels', mail('viewer', 'Sato@Mail.Example'))
    const made = MadeChannel.parse(await answer.json())
    expect([answer.status, made]).toMatchObject([
      201,
      { address: 'Sato@mail.example', state: 'unconfirmed', secret: null },
    ])
    const [notice, ...others] = await waiting(store)
    expect([notice?.to, notice?.content, others]).toMatchObject([
      { channel: made.id, subscription: null },
      { about: 'confirm', address: 'Sato@mail.example' },
      [],
    ])
    const path = `/api/channels/${made.id}`
    expect((await as('viewer', 'POST', `${path}/test`)).status).toBe(409)
    expect((await as('admin', 'GET', path)).status).toBe(404)
    expect((await as('admin', 'DELETE', path)).status).toBe(404)
    const secret = (await store.channels.target(made.id))?.confirmation ?? ''
    const confirm = (given: string) =>
      app.request('/api/confirmations', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret: given }),
      })
    expect((await confirm('made-up')).status).toBe(404)
    expect(Confirmed.parse(await (await confirm(secret)).json())).toEqual({ address: 'Sato@mail.example' })
    expect((await as('viewer', 'POST', `${path}/test`)).status).toBe(200)
    expect((await as('viewer', 'POST', `${path}/confirmation`)).status).toBe(409)
  })

  it('another person’s mail, and channels of teams, take an admin', async () => {
    const { as } = await served()
    expect((await as('viewer', 'POST', '/api/channels', mail('analyst', 'ito@mail.example'))).status).toBe(403)
    expect((await as('admin', 'POST', '/api/channels', mail('viewer', 'ito@mail.example'))).status).toBe(403)
    expect((await as('analyst', 'POST', '/api/channels', hook)).status).toBe(403)
    expect((await as('admin', 'POST', '/api/channels', { ...hook, owner: person('admin') })).status).toBe(400)
    const nobody = { ...hook, owner: { kind: 'team', name: 'Nobody' } }
    expect((await problemOf(await as('admin', 'POST', '/api/channels', nobody))).details).toMatchObject([
      { field: 'owner' },
    ])
    const answer = await as('admin', 'POST', '/api/channels', hook)
    const { secret, ...made } = MadeChannel.parse(await answer.json())
    expect([made.address, made.state]).toEqual(['hooks.example', 'working'])
    expect(secret).toMatch(/^whsec_[\w+/]{32}$/)
    const listed = await (await as('viewer', 'GET', '/api/channels')).text()
    expect(Channel.array().parse((JSON.parse(listed) as { channels: unknown }).channels)).toEqual([made])
    expect(listed).not.toContain('secret')
    expect((await as('analyst', 'POST', `/api/channels/${made.id}/state`, { state: 'stopped' })).status).toBe(403)
  })

  it.each([
    'javascript:alert(1)',
    'https://user:pw@hooks.example/x',
    'http://hooks.example/x',
    'sato@mail.example',
    'https://hooks.example/x\r\nA: b',
  ])('%j is no address of a receiver', async (address) => {
    const { as } = await served()
    const answer = await as('admin', 'POST', '/api/channels', { ...hook, address })
    expect((await problemOf(answer)).details).toMatchObject([{ field: 'address' }])
  })

  it('numbers that no database has are none', async () => {
    const { as } = await served()
    for (const number of ['9223372036854775807', '2147483648', '1e9', '-1', '01'])
      expect((await as('admin', 'DELETE', `/api/channels/${number}`)).status).toBeOneOf([400, 404])
    const far = settings(2 ** 53 - 1, { owner: team })
    expect((await as('admin', 'POST', '/api/subscriptions', far)).status).toBe(400)
  })

  it('nobody floods an address, theirs or another’s', async () => {
    const { as } = await served()
    const made = MadeChannel.parse(
      await (await as('viewer', 'POST', '/api/channels', mail('viewer', 'a@mail.example'))).json(),
    )
    const path = `/api/channels/${made.id}/confirmation`
    const statuses: number[] = []
    for (let time = 0; time < 6; time++) statuses.push((await as('viewer', 'POST', path)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429])
    expect((await as('viewer', 'POST', '/api/channels', mail('viewer', 'A@mail.example'))).status).toBe(429)
  })

  it('a mail system stops an address by a token of an admin, and no other', async () => {
    const { store, app, as } = await served()
    const report = async (role: Role, address: string) =>
      app.request('/api/bounces', {
        method: 'POST',
        headers: { ...(await tokenOf(store, role)).headers, 'content-type': 'application/json' },
        body: JSON.stringify({ address, reason: '550 5.1.1 no such user' }),
      })
    const { id } = MadeChannel.parse(
      await (await as('viewer', 'POST', '/api/channels', mail('viewer', 'sato@bücher.example'))).json(),
    )
    expect((await report('editor', 'sato@bücher.example')).status).toBe(403)
    expect((await report('admin', 'sato')).status).toBe(400)
    const viewer = (await store.access.find('viewer'))?.id ?? null
    const other = await store.channels.add(
      { ...mailOf(person('viewer'), viewer, null), shown: 'o@mail.example', target: 'o@mail.example' },
      'viewer',
    )
    expect(await (await report('admin', 'Sato@XN--bcher-kva.example')).json()).toEqual({ stopped: 1 })
    const told = (await waiting(store)).map(({ to, content }) => [to.channel, content])
    expect(told).toContainEqual([
      other.id,
      { about: 'stopped', channel: 'sato@xn--bcher-kva.example', why: '550 5.1.1 no such user' },
    ])
    expect(await (await as('viewer', 'GET', `/api/channels/${id}`)).json()).toMatchObject({
      state: 'stopped',
      why: '550 5.1.1 no such user',
    })
    const again = await as('viewer', 'POST', `/api/channels/${id}/state`, { state: 'working' })
    expect(await again.json()).toMatchObject({ state: 'unconfirmed', why: null })
  })
})

describe('subscriptions over HTTP', () => {
  async function withChannels() {
    const server = await served()
    const { store } = server
    const id = (await store.access.find('viewer'))?.id ?? null
    const own = await store.channels.add(mailOf(person('viewer'), id, null), 'viewer')
    const ofTeam = await store.channels.add(
      { ...mailOf(person('viewer'), null, null), kind: 'slack', owner: team },
      'admin',
    )
    return { ...server, own: own.id, ofTeam: ofTeam.id }
  }
  const idOf = async (answer: Response) => Subscription.parse(await answer.json())

  it('are made, changed in place of a version, paused and removed by whose they are', async () => {
    const { as, own } = await withChannels()
    const answer = await as('viewer', 'POST', '/api/subscriptions', settings(own))
    const made = await idOf(answer)
    expect(JSON.stringify(made)).not.toContain('unsubscribe')
    expect([answer.status, made]).toMatchObject([201, { state: 'active', arrival: { state: 'quiet' } }])
    const path = `/api/subscriptions/${made.id}`
    const match = { 'if-match': `"${made.version}"` }
    expect((await as('viewer', 'POST', `${path}/test`)).status).toBe(200)
    expect((await as('viewer', 'PUT', path, settings(own))).status).toBe(428)
    expect((await as('admin', 'PUT', path, settings(own), match)).status).toBe(404)
    const changed = await as('viewer', 'PUT', path, settings(own, { name: 'Mine' }), match)
    expect([changed.status, await idOf(changed)]).toMatchObject([200, { name: 'Mine' }])
    const lost = await as('viewer', 'PUT', path, settings(own, { name: 'Late' }), match)
    expect([lost.status, SubscriptionConflict.parse(await lost.json()).current.name]).toEqual([412, 'Mine'])
    const paused = await idOf(await as('viewer', 'POST', `${path}/state`, { state: 'paused' }))
    expect(paused).toMatchObject({ state: 'paused', by: 'viewer' })
    expect((await as('viewer', 'POST', `${path}/state`, { state: 'ended' })).status).toBe(400)
    const gone = await as('viewer', 'DELETE', path, undefined, { 'if-match': `"${paused.version}"` })
    expect([gone.status, await gone.text()]).toEqual([204, ''])
    expect((await as('viewer', 'GET', path)).status).toBe(404)
  })

  it('of a team take an analyst, and a channel of that team', async () => {
    const { as, own, ofTeam } = await withChannels()
    const ours = settings(ofTeam, { owner: team })
    expect((await as('viewer', 'POST', '/api/subscriptions', ours)).status).toBe(403)
    const { id } = await idOf(await as('analyst', 'POST', '/api/subscriptions', ours))
    expect((await as('viewer', 'GET', `/api/subscriptions/${id}`)).status).toBe(200)
    expect((await as('viewer', 'POST', `/api/subscriptions/${id}/state`, { state: 'paused' })).status).toBe(403)
    expect((await as('analyst', 'POST', '/api/subscriptions', settings(own, { owner: team }))).status).toBe(400)
    expect((await as('viewer', 'POST', '/api/subscriptions', settings(ofTeam))).status).toBe(400)
    expect((await as('admin', 'DELETE', `/api/channels/${ofTeam}`)).status).toBe(409)
  })

  it.each([
    { what: 'a filter that is none', more: { search: '?urgnecy=immediate' }, field: 'search' },
    { what: 'a word that is none', more: { search: '?urgency=now' }, field: 'search' },
    { what: 'one condition twice', more: { search: '?severity=1&severity=2' }, field: 'search' },
    { what: 'no kind', more: { kinds: [] }, field: 'kinds' },
    { what: 'a zone that is none', more: { when: { every: 'day', at: '08:00', zone: 'JST' } }, field: 'when.zone' },
    { what: 'a time that is none', more: { when: { every: 'day', at: '24:00', zone: 'UTC' } }, field: 'when.at' },
    { what: 'a name of spaces', more: { name: '  ' }, field: 'name' },
    { what: 'another person', more: { owner: person('admin') }, field: undefined },
  ] as const)('are refused with $what', async ({ more, field }) => {
    const { as, own } = await withChannels()
    const answer = await as('viewer', 'POST', '/api/subscriptions', { ...settings(own), ...more })
    expect((await problemOf(answer)).details?.[0]?.field).toBe(field)
  })

  it('are ended by one click without signing in, and only shown by what only looks', async () => {
    const { store, app, as, own } = await withChannels()
    const { id } = await idOf(await as('viewer', 'POST', '/api/subscriptions', settings(own)))
    const secret = (await store.subscriptions.find(id))?.unsubscribe ?? ''
    const looked = await app.request(`/api/unsubscribe/${secret}`)
    expect([looked.status, looked.headers.get('location')]).toEqual([302, `/unsubscribe#${secret}`])
    expect(await store.subscriptions.find(id)).toMatchObject({ state: 'active' })
    const click = (path: string) =>
      app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      })
    expect((await click('/api/unsubscribe/made-up')).status).toBe(404)
    expect(Unsubscribed.parse(await (await click(`/api/unsubscribe/${secret}`)).json())).toEqual({ name: 'Urgent' })
    expect(await store.subscriptions.find(id)).toMatchObject({ state: 'ended', by: 'link' })
    expect((await as('viewer', 'POST', `/api/subscriptions/${id}/test`)).status).toBe(409)
  })

  it('show before they are kept what they would have sent', async () => {
    const { store, as, own } = await withChannels()
    const fix = (id: string, level: 'immediate' | 'wait') => ({
      ...listing(id, []),
      urgency: { level, basis: 'stated' as const, why: { en: 'It is a test' } },
    })
    const bulletins = [fix('KB5000001', 'immediate'), fix('KB5000002', 'immediate'), fix('KB5000003', 'wait')]
    await store.save({ platforms: [], bulletins }, 'test')
    const answer = await as('viewer', 'POST', '/api/subscription-previews', settings(own))
    const preview = SubscriptionPreview.parse(await answer.json())
    expect(preview.last.flatMap(({ lines }) => lines.map(({ bulletin, kind }) => `${kind} ${bulletin}`))).toEqual([
      'new KB5000001',
      'new KB5000002',
    ])
    expect([preview.perMonth, preview.mostPerDay]).toEqual([preview.last.length, preview.last.length])
    expect(await store.subscriptions.all()).toEqual([])
  })
})
