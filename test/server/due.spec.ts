import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../src/contract/bulletin.ts'
import { BulletinDue, DueList, DuePreview, KeptDuePolicy, type DuePolicy } from '../../src/contract/due.ts'
import { importCveRecords } from '../../src/feeds/cve-record/import.ts'
import { defaultState } from '../../src/domain/triage/triage.ts'
import { buildApp } from '../../src/server/app.ts'
import { catalogueOf } from '../../src/server/catalogue/catalogue.ts'
import { readContent } from '../../src/server/content.ts'
import { dueDaysNoter } from '../../src/server/due/follow.ts'
import { fixesOf } from '../../src/server/fixes.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'
import { cveRecord, ofCisa, ssvc } from '../feeds/cve-record-parts.ts'
import { listing } from '../support/listing.ts'
import { engines, putAwayAfterEach } from '../support/stores.ts'

const kept = putAwayAfterEach()
const cve = 'CVE-2031-0001'

/** A fix of March 11 that is rated critical, and so is to be applied early. */
const fix = (id: string, more: Partial<Bulletin> = {}): Bulletin => {
  const bulletin = listing(id, [cve])
  return {
    ...bulletin,
    environments: ['server'],
    vulnerabilities: bulletin.vulnerabilities.map((flaw) => ({
      ...flaw,
      ratings: [{ platforms: ['windows-11.24h2'], rating: 1 }],
    })),
    urgency: { level: 'early', basis: 'rule', why: { en: 'Critical' } },
    ...more,
  }
}
const save = (store: Store, ...bulletins: Bulletin[]) => store.save({ platforms: [], bulletins }, 'test')
const list = (store: Store, dueOn: string) => store.saveKnownExploited([{ cve, addedOn: '2031-03-20', dueOn }], 'test')
const factsOf = async (store: Store, id: string) =>
  (await store.due.facts()).get(id)?.flatMap((fact) => (fact.of === 'urgency' ? [`${fact.level} ${fact.since}`] : []))

describe.each(engines(kept))('days that become earlier in the $name store', ({ make }) => {
  const now = () => new Date('2031-03-21T12:00:00.000Z')

  it('are changes of their bulletins, once, and say from when to when and by which rule', async () => {
    const store = await make(now)
    const clock = catalogueOf(store, fixesOf(store), now).clock
    const noteDueDays = dueDaysNoter({ store, clock })
    const earlier = async () =>
      (await store.events.of('KB1')).flatMap(({ topic, detail }) => (topic === 'changes' ? detail.changes : []))
    await save(store, fix('KB1'))
    await noteDueDays()
    await list(store, '2031-03-25')
    expect(await earlier()).toEqual([])
    await noteDueDays()
    const change = { kind: 'due-earlier', of: ['kev'], from: '2031-04-10', to: '2031-03-25' }
    expect(await earlier()).toEqual([change])
    await noteDueDays()
    expect(await earlier()).toEqual([change])
    // What came in while no server ran is told by the next one.
    await list(store, '2031-03-23')
    const afterRestart = dueDaysNoter({ store, clock: catalogueOf(store, fixesOf(store), now).clock })
    await afterRestart()
    expect((await earlier()).at(-1)).toEqual({ ...change, from: change.to, to: '2031-03-23' })
  })

  it('are none where the policy has been changed: that is an event of its own', async () => {
    const store = await make(now)
    const clock = catalogueOf(store, fixesOf(store), now).clock
    const noteDueDays = dueDaysNoter({ store, clock })
    await save(store, fix('KB1'))
    await noteDueDays()
    const { version, at: _at, by: _by, ...policy } = await store.due.policy()
    const days = { ...policy.days, early: { server: 1, client: 1 } }
    await store.due.setPolicy(version, { ...policy, days }, 'Ito')
    await noteDueDays()
    expect((await store.events.of('KB1')).filter(({ topic }) => topic === 'changes')).toEqual([])
  })
})

describe.each(engines(kept))('what is known of bulletins in the $name store', ({ make }) => {
  const noon = () => new Date('2031-04-01T12:00:00.000Z')

  it('counts from the publication, later versions from their days, the catalogue from its listing', async () => {
    const store = await make(noon)
    await save(store, fix('KB1'))
    expect(await factsOf(store, 'KB1')).toEqual(['early 2031-03-11'])
    await list(store, '2031-04-10')
    expect(await factsOf(store, 'KB1')).toEqual(['early 2031-03-11', 'immediate 2031-03-20'])
    expect((await store.due.facts()).get('KB1')).toContainEqual({
      of: 'kev',
      flaw: cve,
      dueOn: '2031-04-10',
      since: '2031-03-20',
    })
    await save(store, fix('KB1', { updatedOn: '2031-03-25', exploit: 'exploited', revision: '2' }))
    expect(await factsOf(store, 'KB1')).toContain('immediate 2031-03-20')
  })

  it('is the same whichever came first, the catalogue or the bulletin', async () => {
    const [one, other] = [await make(noon), await make(noon)]
    await save(one, fix('KB1'))
    await list(one, '2031-04-10')
    await list(other, '2031-04-10')
    await save(other, fix('KB1'))
    expect(await other.due.facts()).toEqual(await one.due.facts())
  })

  it('stays known when it is said no longer, and goes where its import is undone', async () => {
    const store = await make(noon)
    await save(store, fix('KB1'))
    await list(store, '2031-04-10')
    await store.saveKnownExploited([], 'test')
    expect(await factsOf(store, 'KB1')).toEqual(['early 2031-03-11', 'immediate 2031-03-20'])

    const undone = await make(noon)
    await save(undone, fix('KB1'))
    await list(undone, '2031-04-10')
    const [last] = await undone.imports.list(1)
    expect(await undone.imports.undo(last?.id ?? 0, 'Ito')).toBe('done')
    expect(await factsOf(undone, 'KB1')).toEqual(['early 2031-03-11'])
  })

  it('is kept of nothing that ships with the product', async () => {
    const store = await make(noon)
    await store.seed(await readContent())
    expect((await store.due.facts()).size).toBe(0)
    const [shipped] = (await readContent()).bulletins
    if (shipped !== undefined) await save(store, { ...shipped, updatedOn: '2031-03-11', revision: '9' })
    expect((await store.due.facts()).size).toBe(0)
  })

  it('keeps a policy and its exceptions each as one event, in place of the version that was seen', async () => {
    const store = await make(noon)
    await save(store, fix('KB1'))
    const { version, at: _at, by: _by, ...policy } = await store.due.policy()
    const set = await store.due.setPolicy(version, { ...policy, zone: 'Asia/Tokyo' }, 'Ito')
    expect(set).toMatchObject({ by: 'Ito', zone: 'Asia/Tokyo' })
    expect(await store.due.setPolicy(version, policy, 'Sato')).toBeNull()
    const moved = { version: 0, first: '2031-04-10', until: '2031-05-01', reason: 'freeze', knew: ['a'] }
    expect(await store.due.extend('KB1', moved, 'Ito')).toMatchObject({ outcome: 'saved' })
    expect(await store.due.extend('KB1', moved, 'Sato')).toMatchObject({ outcome: 'conflict' })
    expect(await store.due.extend('KB2', moved, 'Sato')).toEqual({ outcome: 'missing' })
    const seen = (await store.due.exception('KB1'))?.version ?? 0
    await store.due.extend('KB1', { ...moved, version: seen, first: '2031-04-20', until: '2031-06-01' }, 'Sato')
    expect(await store.due.exception('KB1')).toMatchObject({ first: '2031-04-10', until: '2031-06-01', renewals: 1 })
    expect(await store.due.endException('KB1', 'Ito')).toMatchObject({ ended: { by: 'Ito' } })
    expect(await store.due.endException('KB1', 'Ito')).toBeNull()
    expect((await store.events.of('KB1')).slice(1).map(({ topic, what }) => `${topic} ${what}`)).toEqual([
      'due extended',
      'due renewed',
      'due ended',
    ])
  })

  it('knows since when the fleet has said that the internet reaches a platform', async () => {
    let at = '2031-01-01T00:00:00.000Z'
    const store = await make(() => new Date(at))
    const line = { platform: 'windows-11.24h2', edition: null, machines: 5 }
    const first = await store.fleet.set(0, [line], 'Ito')
    at = '2031-02-01T00:00:00.000Z'
    const second = await store.fleet.set(first?.version ?? 0, [{ ...line, reachable: 'yes' }], 'Ito')
    at = '2031-03-01T00:00:00.000Z'
    await store.fleet.set(second?.version ?? 0, [{ ...line, machines: 9, reachable: 'yes' }], 'Ito')
    expect([...(await store.due.reachableSince())]).toEqual([['windows-11.24h2', '2031-02-01T00:00:00.000Z']])
  })
})

describe('due days by the API', () => {
  let today = '2031-04-01T03:00:00.000Z'
  const desk = async (...bulletins: Bulletin[]) => {
    today = '2031-04-01T03:00:00.000Z'
    const now = () => new Date(today)
    const store = await storeInMemory(now)
    await save(store, ...bulletins)
    const app = buildApp({ store, now, admission: { signIn: 'single-user', user: 'Ito' } })
    const ask = async <T>(shape: { parse: (value: unknown) => T }, path: string): Promise<T> =>
      shape.parse(await (await app.request(path)).json())
    const send = (method: string, path: string, body?: unknown, version?: number) =>
      app.request(path, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(version !== undefined && { 'if-match': `"${version}"` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    const policy = async (): Promise<{ version: number; policy: DuePolicy }> => {
      const { version, at: _at, by: _by, ...rest } = await ask(KeptDuePolicy, '/api/due/policy')
      return { version, policy: rest }
    }
    return { store, app, ask, send, policy, list: () => ask(DueList, '/api/due') }
  }

  it('are those of what nothing on file replaces, with rule, first day and what is left', async () => {
    const { list: due } = await desk(fix('KB1'), fix('KB2', { supersedes: ['KB1'] }))
    expect(await due()).toMatchObject({
      today: '2031-04-01',
      due: { KB2: { on: '2031-04-10', first: '2031-03-11', left: 9, rule: { by: 'table', urgency: 'early' } } },
    })
    expect(Object.keys((await due()).due)).toEqual(['KB2'])
  })

  it('are with a fleet those of its machines alone, by what these are', async () => {
    const {
      store,
      ask,
      list: due,
    } = await desk(fix('KB1'), {
      ...fix('KB2'),
      platforms: [{ platform: 'office-2016', rating: 1 }],
      vulnerabilities: [],
    })
    await store.fleet.set(0, [{ platform: 'windows-11', edition: null, machines: 5 }], 'Ito')
    expect(Object.keys((await due()).due)).toEqual(['KB1'])
    expect(await ask(BulletinDue, '/api/bulletins/KB2/due')).toMatchObject({ due: null, none: 'not-to-install' })
  })

  it('are decided by what CVE records say, of what the fleet has come to need, too', async () => {
    const { store, ask, send, policy } = await desk(fix('KB1'))
    const record = cveRecord({ cve, adp: [ofCisa([ssvc('none', 'no', 'partial')])] })
    const { records } = importCveRecords(new TextEncoder().encode(JSON.stringify(record)))
    await store.signals.saveCveRecords(records, 'Ito')
    const present = await policy()
    await send('PUT', '/api/due/policy', { ...present.policy, kind: 'bod-26-04' }, present.version)
    await store.fleet.set(0, [{ platform: 'office-2016', edition: null, machines: 5 }], 'Ito')
    expect(await ask(BulletinDue, '/api/bulletins/KB1/due')).toMatchObject({ none: 'not-to-install' })
    const { version } = await store.fleet.current()
    await store.fleet.set(version, [{ platform: 'windows-11', edition: null, machines: 5 }], 'Ito')
    expect(await ask(BulletinDue, '/api/bulletins/KB1/due')).toMatchObject({
      decisions: [{ automatable: { value: 'no', basis: 'vulnrichment' } }],
    })
  })

  it('go on with the clock, and with the catalogue', async () => {
    const { store, list: due } = await desk(fix('KB1'))
    expect((await due()).due['KB1']).toMatchObject({ left: 9 })
    today = '2031-04-11T03:00:00.000Z'
    expect((await due()).due['KB1']).toMatchObject({ left: -1 })
    await list(store, '2031-04-03')
    expect((await due()).due['KB1']).toMatchObject({ on: '2031-04-03', rule: { by: 'kev', cve } })
  })

  it('are moved by a person alone, with a reason and a later day, and by nobody who has not seen it', async () => {
    const { ask, send } = await desk(fix('KB1'))
    const path = '/api/bulletins/KB1/due/exception'
    const body = { until: '2031-05-01', reason: 'change freeze' }
    expect((await send('PUT', path, body)).status).toBe(428)
    expect((await send('PUT', path, { ...body, reason: ' ' }, 0)).status).toBe(400)
    expect((await send('PUT', path, { ...body, until: '2031-04-10' }, 0)).status).toBe(400)
    const made = await send('PUT', path, body, 0)
    expect(await made.json()).toMatchObject({
      due: { on: '2031-05-01', exception: { first: '2031-04-10', renewals: 0, isOver: false } },
      exception: { by: 'Ito', reason: 'change freeze' },
    })
    expect((await send('PUT', path, body, 0)).status).toBe(412)
    today = '2031-05-02T03:00:00.000Z'
    expect(await ask(BulletinDue, '/api/bulletins/KB1/due')).toMatchObject({
      due: { on: '2031-04-10', left: -22, exception: { isOver: true } },
    })
    const { version } = await ask(BulletinDue, '/api/bulletins/KB1/due')
    const renewed = await send('PUT', path, { until: '2031-05-10', reason: 'still frozen' }, version)
    expect(await renewed.json()).toMatchObject({ due: { on: '2031-05-10', exception: { renewals: 1 } } })
    expect((await send('DELETE', path)).status).toBe(200)
    expect((await send('DELETE', path)).status).toBe(404)
    expect((await ask(BulletinDue, '/api/bulletins/KB1/due')).due).not.toHaveProperty('exception')
  })

  it('are kept by an exception under another policy, and moved no further by it than it says', async () => {
    const { send, policy, list: due } = await desk(fix('KB1'))
    await send('PUT', '/api/bulletins/KB1/due/exception', { until: '2031-05-01', reason: 'freeze' }, 0)
    const present = await policy()
    const strict: DuePolicy = { ...present.policy, kind: 'bod-26-04' }
    expect((await send('PUT', '/api/due/policy', strict, present.version)).status).toBe(200)
    expect((await due()).due['KB1']).toMatchObject({ on: '2031-05-01', rule: { by: 'bod-26-04', outcome: '3-days' } })
  })

  it('have none left where a bulletin is done', async () => {
    const { store, app, ask, list: due } = await desk(fix('KB1'))
    await store.triage.set([{ id: 'KB1', version: 0, ...defaultState, status: 'done' }], 'Ito')
    expect(await ask(BulletinDue, '/api/bulletins/KB1/due')).toMatchObject({ due: null, none: 'closed' })
    // Pages lay them over what the team has set themselves.
    expect(Object.keys((await due()).due)).toEqual(['KB1'])
    expect(await (await app.request('/api/bulletins?triage=done')).json()).toMatchObject([{ id: 'KB1' }])
  })

  it('tell beforehand what another policy makes overdue, without what is done', async () => {
    const { store, ask, send, policy } = await desk(fix('KB1'), fix('KB2'), fix('KB3', { publishedOn: '2031-03-30' }))
    await store.triage.set([{ id: 'KB2', version: 0, ...defaultState, status: 'done' }], 'Ito')
    const { version, policy: present } = await policy()
    const days = { ...present.days, early: { server: 7, client: null } }
    const preview = await send('POST', '/api/due/preview', { ...present, days })
    expect(DuePreview.parse(await preview.json())).toEqual({
      before: { overdue: 0, withDay: 2, withoutDay: 0 },
      after: { overdue: 1, withDay: 2, withoutDay: 0 },
      becomesOverdue: ['KB1'],
      noLongerOverdue: [],
      earlier: 2,
      later: 0,
    })
    expect((await ask(KeptDuePolicy, '/api/due/policy')).version).toBe(version)
    expect((await send('PUT', '/api/due/policy', { ...present, zone: 'JST' }, version)).status).toBe(400)
    expect((await send('PUT', '/api/due/policy', { ...present, days: {} }, version)).status).toBe(400)
  })
})
