import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../../../src/server/catalogue/catalogue.ts'
import { fixesOf } from '../../../src/server/fixes.ts'
import { importDocument } from '../../../src/server/imports/import-document.ts'
import { importRun } from '../../../src/server/imports/run.ts'
import { gateLooker } from '../../../src/server/notices/gates.ts'
import { plansOf } from '../../../src/server/plans/plans.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { mailServer } from '../../support/mail-server.ts'
import { listing } from '../../support/listing.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'
import { bulletinsIn, handClock, noticeDesk } from './desk.ts'
import { deliverersWith } from './support.ts'

const kept = putAwayAfterEach()

const report = (error: unknown) => {
  throw error
}
const exploited = (...cves: string[]) => cves.map((cve) => ({ cve, addedOn: '2031-03-20', ransomware: false }))
const bring = (store: Store, ...ids: string[]) =>
  store.save({ platforms: [], bulletins: ids.map((id) => listing(id, [`CVE-2031-${id.slice(2)}`])) }, 'Ito')
const say = (store: Store, id: string, text: string) => store.events.addComment(id, text, 'Sato')

describe.each(engines(kept))('notices over $name', ({ make }) => {
  /** Two bulletins are on file, nobody has been told, and one subscription to everything is there. */
  async function begin() {
    const clock = handClock('2031-03-11T09:00:00Z')
    const store = await make(clock.now)
    await bring(store, 'KB1001', 'KB1002')
    const desk = noticeDesk(store, clock)
    const server = desk.server()
    const tick = () => server.tick()
    const hook = await desk.channel()
    const subscription = await desk.subscription(hook)
    await tick()
    expect(desk.got).toEqual([])
    return { clock, store, desk, tick, hook, subscription }
  }

  it('tell a change at once, and further ones within ten minutes together', async () => {
    const { clock, store, desk, tick } = await begin()
    await store.saveKnownExploited(exploited('CVE-2031-1001'), 'Ito')
    await tick()
    expect(desk.got.map(bulletinsIn)).toEqual([['KB1001']])
    expect(desk.got[0]?.content).toMatchObject({ count: 1, lines: [{ kind: 'exploit-up' }] })
    expect(desk.got[0]?.about).toMatchObject({ thread: 'KB1001', name: 'all', language: 'en' })
    clock.pass(2)
    await store.events.addComment('KB1001', 'we have it', 'Sato')
    await store.events.addComment('KB1001', 'and again', 'Sato')
    await store.events.addComment('KB1002', 'another one', 'Sato')
    await tick()
    expect(desk.got.map(bulletinsIn)).toEqual([['KB1001'], ['KB1002']])
    clock.pass(7)
    await tick()
    expect(desk.got).toHaveLength(2)
    clock.pass(1)
    await tick()
    expect(bulletinsIn(desk.got[2] ?? { content: { about: 'test' } })).toEqual(['KB1001', 'KB1001'])
    expect(desk.errors).toEqual([])
  })

  it('tell once that a gate keeps the wave that should have begun, and again when something else keeps it', async () => {
    const { clock, store, desk, tick } = await begin()
    const fixes = fixesOf(store)
    const catalogue = catalogueOf(store, fixes, clock.now)
    const plans = plansOf({ store, fixes, catalogue, installFacts: async function* () {}, now: clock.now })
    const gates = [1, 2].map(() => gateLooker({ store, plans }))
    const look = async () => {
      clock.pass(20)
      await Promise.all(gates.map((lookAt) => lookAt()))
      await tick()
      return desk.got.flatMap(({ content }) => (content.about === 'changes' ? content.lines : []))
    }
    const gate = { donePercent: 95, failurePercent: 3, soakHours: 0, noNewIssues: true }
    const waves = ['pilot', 'rest'].map((key, at) => ({
      key,
      name: '',
      machines: [{ platform: 'windows-11.24h2', count: 10 }],
      waitsFor: at === 0 ? [] : ['pilot'],
      gate,
    }))
    const inputs = '1;b:KB1001;m:windows-11.24h2:20;z:UTC;s:2031-03-11'
    const { id } = await store.plans.keep({ name: 'March', owner: null, ticket: null, inputs }, waves, 'Sato')
    for (const state of ['approved', 'running'] as const) {
      const { version = 0 } = (await store.plans.find(id)) ?? {}
      await store.plans.setState(id, version, { state, why: '' }, 'Sato')
    }
    const kept = (lines: Awaited<ReturnType<typeof look>>) => lines.filter(({ kind }) => kind === 'gate-waiting')
    expect(kept(await look())).toEqual([])
    clock.moveTo('2031-03-12T08:00:00Z')
    expect(kept(await look())).toMatchObject([{ text: 'rest', path: `/plans/${id}`, title: { en: 'March' }, who: '' }])
    expect(kept(await look())).toHaveLength(1)
    await store.plans.count(
      id,
      { wave: 'pilot', done: 10, tried: 10, failed: 4, at: clock.now().toISOString() },
      'Sato',
    )
    expect(kept(await look())).toHaveLength(2)
    expect(await store.plans.events(id)).toHaveLength(4)
  })

  it('tell what an import run brings at its end', async () => {
    const { store, desk, tick } = await begin()
    const run = importRun({ store, name: 'npm run import', report })
    for (const id of ['KB2001', 'KB2002', 'KB2003']) {
      const bytes = new TextEncoder().encode(JSON.stringify([listing(id, ['CVE-2031-2001'])]))
      const told = await importDocument(store, { name: id, bytes }, { keepGoing: false, run: await run.number() })
      expect(told.problems).toEqual([])
      await tick()
    }
    expect(desk.got).toEqual([])
    await run.end()
    await tick()
    expect(desk.got.map(bulletinsIn)).toEqual([['KB2001', 'KB2002', 'KB2003']])
    expect(desk.got[0]?.about.thread).toBeNull()
    await store.saveKnownExploited(exploited('CVE-2031-2001'), 'Ito')
    await tick()
    expect(desk.got).toHaveLength(1)
  })

  it('tell what a run has brought whose process is gone', async () => {
    const { clock, store, desk, tick } = await begin()
    const run = await store.runs.begin('npm run import')
    await store.save({ platforms: [], bulletins: [listing('KB2001', [])] }, 'Ito', {
      name: 'a',
      source: null,
      by: 'person',
      run,
    })
    clock.pass(4)
    await tick()
    expect(desk.got).toEqual([])
    clock.pass(2)
    await tick()
    expect(desk.got.map(bulletinsIn)).toEqual([['KB2001']])
  })

  it('tell all that one document brings together', async () => {
    const { store, desk, tick } = await begin()
    await bring(store, 'KB3001', 'KB3002', 'KB3003')
    await tick()
    expect(desk.got.map(bulletinsIn)).toEqual([['KB3001', 'KB3002', 'KB3003']])
  })

  it('are tried again, the very same, and hold back what comes later', async () => {
    const { clock, store, desk, tick, hook, subscription } = await begin()
    desk.answers.set(hook, () => ({ outcome: 'retry', answer: '503 Service Unavailable' }))
    await say(store, 'KB1001', 'one')
    await tick()
    clock.pass(1 / 30)
    await say(store, 'KB1002', 'two')
    await tick()
    const [later, first] = (await store.outbox.list({ person: null }, null, 10)) ?? []
    expect(first).toMatchObject({
      state: 'waiting',
      attempts: [{ outcome: 'failed', answer: '503 Service Unavailable' }],
    })
    expect(later?.attempts).toEqual([])
    const arrivals = await store.outbox.arrivals('2031-03-01T00:00:00Z')
    expect(arrivals.bySubscription.get(subscription)).toMatchObject({ state: 'failing', failed: 1, sent: 0 })
    clock.pass(1 / 15)
    await tick()
    desk.answers.delete(hook)
    clock.pass(6)
    await tick()
    expect(desk.got.map(({ id }) => id)).toEqual([first?.id, later?.id])
    const notices = await store.outbox.list({ person: null }, null, 9)
    expect(notices?.find(({ id }) => id === first?.id)).toMatchObject({ state: 'sent', attempts: { length: 3 } })
    expect((await store.outbox.arrivals('2031-03-01T00:00:00Z')).byKind).toEqual({
      webhook: { state: 'arriving', lastAt: clock.now().toISOString(), sent: 2, failed: 2, waiting: 0, why: null },
    })
  })

  it('are left alone for as long as the receiver says', async () => {
    const { clock, store, desk, tick, hook } = await begin()
    desk.answers.set(hook, () => ({ outcome: 'retry', answer: '429', retryAfter: 3600 }))
    await say(store, 'KB1001', 'one')
    await tick()
    desk.answers.delete(hook)
    clock.pass(59)
    await tick()
    expect(desk.got).toEqual([])
    clock.pass(1)
    await tick()
    expect(desk.got).toHaveLength(1)
  })

  it('are given up after a day, and who is told nothing there hears of it by another way', async () => {
    const { clock, store, desk, tick, hook } = await begin()
    const other = await desk.channel('slack', '#other')
    desk.answers.set(hook, () => ({ outcome: 'retry', answer: '503' }))
    await say(store, 'KB1001', 'one')
    for (let hour = 0; hour <= 24; hour++) {
      await tick()
      clock.pass(60)
    }
    const [told, first] = (await store.outbox.list({ person: null }, null, 10)) ?? []
    expect(first?.state).toBe('given-up')
    expect(first?.attempts.length).toBeGreaterThan(5)
    expect(told).toMatchObject({ channel: other, state: 'sent', content: { about: 'stopped', why: '503' } })
    expect((await store.channels.find(hook))?.state).toBe('working')
  })

  it('stop a channel that is gone at once, and tell its team by another one', async () => {
    const { store, desk, tick, hook } = await begin()
    const other = await desk.channel('teams', 'Patch team')
    desk.answers.set(hook, () => ({ outcome: 'gone', answer: '410 Gone' }))
    await say(store, 'KB1001', 'one')
    await say(store, 'KB1002', 'two')
    await tick()
    expect(await store.channels.find(hook)).toMatchObject({ state: 'stopped', why: '410 Gone' })
    expect(desk.got.map(({ channel, content }) => [channel, content.about])).toEqual([[other, 'stopped']])
    const all = (await store.outbox.list({ person: null }, null, 10)) ?? []
    expect(all.filter(({ channel }) => channel === hook).map(({ state }) => state)).toEqual(['given-up', 'given-up'])
    await say(store, 'KB1001', 'three')
    await tick()
    expect(desk.got).toHaveLength(1)
  })

  it('arrive in order, each once, when a mail server that was down is there again', async () => {
    const { clock, store, desk, tick, hook } = await begin()
    const [down, up] = [await mailServer(), await mailServer()]
    await down.close()
    const from = { name: 'HotFix Report', address: 'hotfix@corp.example' }
    let { port } = down
    desk.deliverers.email = (target, content, about) =>
      deliverersWith({ mail: { host: '127.0.0.1', port, tls: 'none', login: null, from } }).email(
        target,
        content,
        about,
      )
    const mail = await desk.channel('email', 'mail', 'sato@corp.example')
    const byMail = await desk.subscription(mail)
    await say(store, 'KB1001', 'one')
    await tick()
    clock.pass(11)
    await say(store, 'KB1002', 'two')
    await tick()
    const waiting = async () =>
      ((await store.outbox.list({ person: null, subscription: byMail }, null, 10)) ?? []).map(({ state }) => state)
    expect(await waiting()).not.toContain('sent')
    // What goes another way is not held up.
    expect(desk.got.filter(({ channel }) => channel === hook).map(bulletinsIn)).toEqual([['KB1001'], ['KB1002']])
    port = up.port
    for (let hour = 0; hour < 12; hour++) {
      clock.pass(60)
      await tick()
    }
    const mails = await up.mails()
    expect(mails.map(({ mail: { subject = '' } }) => /KB\d+/.exec(subject)?.[0])).toEqual(['KB1001', 'KB1002'])
    expect(new Set(await waiting())).toEqual(new Set(['sent']))
    expect(await store.channels.find(mail)).toMatchObject({ state: 'working' })
    await up.close()
  })

  it('stop every channel of a mail address that is refused for good, however it is written', async () => {
    const { store, desk, tick } = await begin()
    const [one, same, other] = [
      await desk.channel('email', 'one', 'sato@mail.example'),
      await desk.channel('email', 'same', 'Sato@mail.example'),
      await desk.channel('email', 'other', 'ito@mail.example'),
    ]
    await desk.subscription(one)
    await desk.subscription(other)
    desk.answers.set(one, () => ({ outcome: 'gone', answer: '550 5.1.1 no such user' }))
    await say(store, 'KB1001', 'one')
    await tick()
    const states = new Map((await store.channels.all()).map(({ id, state }) => [id, state]))
    expect([one, same, other].map((id) => states.get(id))).toEqual(['stopped', 'stopped', 'working'])
  })

  it('go out once for each day of a digest, also when the clocks change', async () => {
    const { clock, store, desk, tick, hook } = await begin()
    await desk.subscription(hook, { name: 'daily', when: { every: 'day', at: '08:00', zone: 'Europe/Berlin' } })
    await tick()
    const moments: string[] = []
    // From the day before the clocks go forward to the day after they go back.
    for (const days of [
      ['2031-03-29', '2031-03-30', '2031-03-31', '2031-04-01'],
      ['2031-10-25', '2031-10-26', '2031-10-27', '2031-10-28'],
    ])
      for (const day of days)
        for (let hour = 0; hour < 24; hour++) {
          clock.moveTo(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
          if (hour % 4 === 0) await say(store, 'KB1001', `${day} ${hour}`)
          await tick()
        }
    for (const { about, at } of desk.got) if (about.name === 'daily') moments.push(at)
    expect(moments).toEqual([
      '2031-03-29T07:00:00.000Z',
      '2031-03-30T06:00:00.000Z',
      '2031-03-31T06:00:00.000Z',
      '2031-04-01T06:00:00.000Z',
      '2031-10-25T00:00:00.000Z',
      '2031-10-25T06:00:00.000Z',
      '2031-10-26T07:00:00.000Z',
      '2031-10-27T07:00:00.000Z',
      '2031-10-28T07:00:00.000Z',
    ])
  })

  it('send nothing for a subscription that is paused, has ended or was removed', async () => {
    const { clock, store, desk, tick, hook, subscription } = await begin()
    const digest = await desk.subscription(hook, { when: { every: 'day', at: '12:00', zone: 'UTC' } })
    await say(store, 'KB1001', 'one')
    await tick()
    expect(desk.got).toHaveLength(1)
    await store.subscriptions.setState(subscription, 'ended', 'Ito')
    await store.subscriptions.setState(digest, 'paused', 'Ito')
    await say(store, 'KB1002', 'two')
    clock.pass(24 * 60)
    await tick()
    expect(desk.got).toHaveLength(1)
    const [last] = (await store.outbox.list({ person: null, subscription: digest }, null, 10)) ?? []
    expect(last).toMatchObject({ state: 'given-up', attempts: [{ answer: 'the subscription is paused' }] })
  })

  it('are put once under a key, listed by pages, and forgotten when they are old', async () => {
    const { clock, store, desk, tick, hook } = await begin()
    const to = { subscription: null, name: '', owner: { kind: 'team', name: 'Patch' }, channel: hook } as const
    const issue = { ...to, kind: 'webhook', address: '', content: { about: 'weekly', issue: '2031-11' } } as const
    const ids = [await store.outbox.put({ ...issue, key: 'a' }), await store.outbox.put({ ...issue, key: 'a' })]
    expect(new Set(ids).size).toBe(1)
    await store.outbox.put({ ...issue, content: { about: 'test' } })
    await tick()
    expect(desk.got.map(({ content }) => content.about)).toEqual(['weekly', 'test'])
    const [newest] = (await store.outbox.list({ person: 'Sato' }, null, 1)) ?? []
    const [oldest] = (await store.outbox.list({ person: null }, newest?.id ?? '', 1)) ?? []
    expect([newest?.content.about, oldest?.content.about]).toEqual(['test', 'weekly'])
    expect(await store.outbox.list({ person: null }, 'msg_none', 1)).toBeNull()
    clock.pass(401 * 24 * 60)
    await tick()
    expect(await store.outbox.list({ person: null }, null, 10)).toEqual([])
  })

  it('are sent once by two servers', async () => {
    const { store, desk } = await begin()
    const [one, other] = [desk.server(), desk.server()]
    for (let at = 0; at < 20; at++) await store.events.addComment(at % 2 === 0 ? 'KB1001' : 'KB1002', `${at}`, 'Sato')
    await bring(store, 'KB5001', 'KB5002')
    await Promise.all([one.tick(), other.tick()])
    await Promise.all([one.tick(), other.tick()])
    expect(new Set(desk.got.map(({ id }) => id)).size).toBe(desk.got.length)
    expect(desk.got).toHaveLength(3)
    expect(desk.errors).toEqual([])
  })
})

// Many batches of events, and more than a notice tells one by one.
it('an import of 1,200 bulletins is one notice of each immediate subscription', async () => {
  const clock = handClock('2031-03-11T09:00:00Z')
  const store = kept.keep(await storeInMemory(clock.now))
  const desk = noticeDesk(store, clock)
  const server = desk.server()
  const channels = [await desk.channel(), await desk.channel('teams')]
  for (const channel of channels) await desk.subscription(channel)
  await server.tick()
  const run = importRun({ store, name: 'a year', report })
  const parts = Array.from({ length: 3 }, (_, part) =>
    Array.from({ length: 400 }, (__, at) => listing(`KB${(part + 1) * 10_000 + at}`, [])),
  )
  for (const part of parts) {
    const bytes = new TextEncoder().encode(JSON.stringify(part))
    await importDocument(store, { name: 'part', bytes }, { keepGoing: false, run: await run.number() })
    await server.tick()
  }
  expect(desk.got).toEqual([])
  await run.end()
  await server.tick()
  expect(desk.got.map(({ channel, content }) => [channel, content.about === 'changes' && content.count])).toEqual(
    channels.map((channel) => [channel, 1200]),
  )
})
