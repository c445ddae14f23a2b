import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { DeployList } from '../../src/contract/deploy-list.ts'
import { Hold, HoldConflict, HoldList } from '../../src/contract/holds.ts'
import { buildApp } from '../../src/server/app.ts'
import { IdempotencyKeyReused } from '../../src/server/store/idempotency-key-reused.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { decided } from '../support/decision.ts'
import { listing } from '../support/listing.ts'
import { engines, putAwayAfterEach } from '../support/stores.ts'

const kept = putAwayAfterEach()
const now = () => new Date('2031-03-21T12:00:00.000Z')
const platform = 'windows-11.24h2'
const asked = {
  bulletins: ['KB5000001'],
  platforms: [platform],
  roles: ['kiosk'],
  reason: 'It hangs',
  until: '2031-03-25',
}

const fix = (id: string) => ({
  ...listing(id, ['CVE-2031-0001'], platform),
  kb: [id.slice(2)],
  packages: [{ name: id, platforms: [platform], files: [] }],
})

describe.each(engines(kept))('holds in the $name store', ({ make }) => {
  const withTwo = async () => {
    const store = await make(now)
    await store.save({ platforms: [], bulletins: [listing('KB5000001', []), listing('KB5000002', [])] }, 'test')
    return store
  }
  const setIn = async (store: Awaited<ReturnType<typeof withTwo>>, more: Partial<typeof asked> = {}) => {
    const set = await store.holds.set({ ...asked, ...more }, 'Sato')
    if (set.outcome !== 'saved') throw new Error('it must be saved')
    return set.hold
  }

  it('are set, renewed and ended, each by one event; a renewal keeps who set it and when', async () => {
    const store = await withTwo()
    const hold = await setIn(store)
    expect(hold).toMatchObject({ ...asked, by: 'Sato', first: '2031-03-25', renewals: 0, renewed: null, ended: null })
    const renewal = { version: hold.version, until: '2031-04-01', reason: 'Still open' }
    const renewed = await store.holds.renew(hold.id, renewal, 'Ito')
    expect(renewed).toMatchObject({
      outcome: 'saved',
      hold: { by: 'Sato', at: hold.at, first: '2031-03-25', until: '2031-04-01', renewals: 1, renewed: { by: 'Ito' } },
    })
    expect(await store.holds.end(hold.id, { version: hold.version, why: 'late' }, 'Ito')).toMatchObject({
      outcome: 'conflict',
    })
    const version = renewed.outcome === 'saved' ? renewed.hold.version : 0
    const ended = await store.holds.end(hold.id, { version, why: 'Mended' }, 'Ito')
    expect(ended).toMatchObject({ outcome: 'saved', hold: { ended: { by: 'Ito', why: 'Mended' } } })
    const last = ended.outcome === 'saved' ? ended.hold.version : 0
    expect(await store.holds.renew(hold.id, { ...renewal, version: last }, 'Ito')).toMatchObject({ outcome: 'over' })
    expect(await store.holds.end(99, { version: 1, why: 'none' }, 'Ito')).toEqual({ outcome: 'missing' })
    const told = (await store.events.of('KB5000001')).filter(({ topic }) => topic === 'holds')
    expect(told.map(({ what, who }) => `${what} ${who}`)).toEqual(['set Sato', 'renewed Ito', 'ended Ito'])
    expect(await store.holds.version()).toBe(last)
  })

  it('on one bulletin are part of its history, others are not', async () => {
    const store = await withTwo()
    await setIn(store)
    await store.holds.set({ ...asked, bulletins: ['KB5000001', 'KB5000002'] }, 'Sato')
    await store.holds.set({ ...asked, bulletins: null }, 'Sato')
    const told = (await store.events.of('KB5000001')).filter(({ topic }) => topic === 'holds')
    expect(told).toMatchObject([{ what: 'set', who: 'Sato', detail: { reason: 'It hangs', until: '2031-03-25' } }])
    expect(await store.holds.all()).toHaveLength(3)
  })

  it('sent again under a key are set once, and refused where it stood for something else', async () => {
    const store = await withTwo()
    const every = { ...asked, bulletins: null }
    const first = await store.holds.set(every, 'Sato', 'a-key')
    expect(await store.holds.set(every, 'Sato', 'a-key')).toEqual(first)
    await expect(store.holds.set({ ...every, reason: 'another' }, 'Sato', 'a-key')).rejects.toThrow(
      IdempotencyKeyReused,
    )
    expect(await store.holds.all()).toHaveLength(1)
  })

  it('name only bulletins that are on file', async () => {
    const store = await withTwo()
    const set = await store.holds.set({ ...asked, bulletins: ['KB5000001', 'KB5000009'] }, 'Sato')
    expect(set).toEqual({ outcome: 'missing', bulletins: ['KB5000009'] })
    expect(await store.holds.all()).toEqual([])
  })

  it('are renewed by one of those who do so at the same time', async () => {
    const store = await withTwo()
    const { id, version } = await setIn(store)
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, (_, at) =>
        store.holds.renew(id, { version, until: `2031-04-0${at + 1}`, reason: 'more' }, `person ${at}`),
      ),
    )
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual([
      'conflict',
      'conflict',
      'conflict',
      'conflict',
      'saved',
    ])
    expect((await store.holds.all())[0]?.renewals).toBe(1)
  })
})

describe('holds over HTTP', () => {
  const serverOf = async () => {
    const store = await storeInMemory(now)
    await store.save({ platforms: [], bulletins: [fix('KB5000001'), listing('KB5000002', [])] }, 'test')
    const { version, at: _at, by: _by, ...policy } = await store.due.policy()
    await store.due.setPolicy(version, { ...policy, zone: 'UTC' }, 'test')
    const app = buildApp({ store, now })
    const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
      app.request(path, {
        method,
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', host: 'localhost', ...headers },
      })
    const set = async (more: object = {}) =>
      Hold.parse(await (await send('POST', '/api/holds', { ...asked, ...more })).json())
    const list = async (query = '') => HoldList.parse(await (await app.request(`/api/holds${query}`)).json())
    return { app, store, send, set, list }
  }

  it('are listed while they are in force, and with `over` afterwards too', async () => {
    const { send, set, list } = await serverOf()
    const { id, version } = await set()
    await set({ until: '2031-03-21', bulletins: null, platforms: [], roles: [] })
    expect(await list()).toMatchObject({
      today: '2031-03-21',
      zone: 'UTC',
      holds: [{ until: '2031-03-21' }, { id, until: '2031-03-25' }],
    })
    await send('POST', `/api/holds/${id}/end`, { why: 'Mended' }, { 'if-match': `"${version}"` })
    expect((await list()).holds).toHaveLength(1)
    expect((await list('?over=true')).holds).toHaveLength(2)
  })

  it('tell a deployment tool what forbids a fix on a platform and a role', async () => {
    const { set, list } = await serverOf()
    const { id } = await set()
    const found = async (query: string) => (await list(query)).holds.map((hold) => hold.id)
    expect(await found(`?bulletin=KB5000001&platform=${platform}.x64&role=kiosk`)).toEqual([id])
    expect(await found('?bulletin=KB5000002')).toEqual([])
    expect(await found('?platform=windows-10.22h2')).toEqual([])
    expect(await found('?role=file-server')).toEqual([])
  })

  it('are answered with an ETag, and 304 to who knows them', async () => {
    const { app, set } = await serverOf()
    await set()
    const etag = (await app.request('/api/holds')).headers.get('etag') ?? ''
    expect((await app.request('/api/holds', { headers: { 'if-none-match': etag } })).status).toBe(304)
    await set()
    expect((await app.request('/api/holds', { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  it('are made at an address that has them, and refused for a day that is over or without a reason', async () => {
    const { app, send } = await serverOf()
    const made = await send('POST', '/api/holds', asked)
    expect(made.status).toBe(201)
    const found = await app.request(made.headers.get('location') ?? '')
    expect(found.headers.get('etag')).toBe(made.headers.get('etag'))
    expect(await found.json()).toEqual(await made.json())
    const refused = async (more: object) => {
      const answer = await send('POST', '/api/holds', { ...asked, ...more })
      return [answer.status, z.object({ message: z.string() }).parse(await answer.json()).message]
    }
    expect(await refused({ until: '2031-03-20' })).toEqual([400, '2031-03-20 is over'])
    expect(await refused({ reason: ' ' })).toEqual([400, 'reason: expected a reason'])
    expect(await refused({ bulletins: [] })).toEqual([400, 'bulletins: expected a bulletin, or null for every fix'])
    expect((await refused({ bulletins: ['KB5000009'] }))[0]).toBe(404)
  })

  it('are renewed to a later day in place of what was seen; who is late is told what is there now', async () => {
    const { send, set } = await serverOf()
    const { id, version } = await set()
    const renew = (until: string, seen: number | null) =>
      send('PUT', `/api/holds/${id}`, { until, reason: 'Still open' }, seen === null ? {} : { 'if-match': `"${seen}"` })
    expect((await renew('2031-04-01', null)).status).toBe(428)
    expect((await renew('2031-03-25', version)).status).toBe(400)
    const renewed = await renew('2031-04-01', version)
    expect(Hold.parse(await renewed.json())).toMatchObject({ until: '2031-04-01', renewals: 1 })
    const late = await renew('2031-04-02', version)
    expect(late.status).toBe(412)
    expect(HoldConflict.parse(await late.json()).current).toMatchObject({ until: '2031-04-01' })
    expect((await send('PUT', '/api/holds/99', asked, { 'if-match': '"1"' })).status).toBe(404)
  })

  it('that were ended are not renewed', async () => {
    const { send, set } = await serverOf()
    const { id, version } = await set()
    const ended = await send('POST', `/api/holds/${id}/end`, { why: 'Mended' }, { 'if-match': `"${version}"` })
    const seen = Hold.parse(await ended.json()).version
    const again = { until: '2031-04-01', reason: 'again' }
    expect((await send('PUT', `/api/holds/${id}`, again, { 'if-match': `"${seen}"` })).status).toBe(409)
  })

  it('leave the deploy list in the order of due days, and not of ids', async () => {
    const { app, store } = await serverOf()
    const other = { ...fix('KB5000009'), packages: [{ name: 'KB5000009', platforms: ['windows-10.22h2'], files: [] }] }
    const pressing = {
      ...other,
      urgency: { level: 'immediate', basis: 'stated', why: { en: 'It is a test' } },
    } as const
    await store.save(
      { platforms: [], bulletins: [{ ...pressing, platforms: [{ platform: 'windows-10.22h2', rating: 2 }] }] },
      'test',
    )
    const line = { edition: null, machines: 20 }
    await store.fleet.set(
      0,
      [platform, 'windows-10.22h2'].map((each) => ({ ...line, platform: each })),
      'test',
    )
    const { rows } = DeployList.parse(await (await app.request('/api/deploy-list')).json())
    expect(rows.map(({ bulletin }) => bulletin)).toEqual(['KB5000009', 'KB5000001'])
  })

  it('hold what a decision has approved back from deployment tools, as JSON and CSV', async () => {
    const { app, store, set } = await serverOf()
    const deploy = async () => DeployList.parse(await (await app.request('/api/deploy-list')).json())
    expect((await deploy()).rows).toEqual([])
    await store.fleet.set(0, [{ platform, edition: null, machines: 20 }], 'test')
    expect((await deploy()).rows).toMatchObject([
      { bulletin: 'KB5000001', answer: 'hold', why: [{ by: 'no-decision' }] },
    ])
    const seen = await store.events.last()
    await store.lab.decide('KB5000001', { ...decided('go', ''), seen }, 'Ito')
    expect((await deploy()).rows).toMatchObject([
      { bulletin: 'KB5000001', kb: ['5000001'], machines: 20, answer: 'approve' },
    ])
    const { id } = await set()
    expect((await deploy()).rows).toMatchObject([{ answer: 'hold', heldRoles: ['kiosk'] }])
    const csv = await (await app.request('/api/deploy-list.csv')).text()
    expect(csv.split('\n').slice(0, 2)).toEqual([
      'bulletin,kb,platform,machines,answer,held_roles,why,reason',
      `KB5000001,KB5000001,${platform},20,hold,kiosk,hold:${id} until 2031-03-25; go,It hangs`,
    ])
  })
})
