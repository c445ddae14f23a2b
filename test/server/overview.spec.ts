import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../src/contract/bulletin.ts'
import { endpoints } from '../../src/contract/endpoints.ts'
import { defaultState } from '../../src/domain/triage/triage.ts'
import { buildApp } from '../../src/server/app.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { listing } from '../support/listing.ts'

const now = () => new Date('2031-04-20T12:00:00Z')

/** A fix of a month, with a build by which it is the newest or not. */
const fix = (id: string, month: string, build: string, more: Partial<Bulletin> = {}): Bulletin => ({
  ...listing(id, ['CVE-2031-0001'], 'windows-11.24h2'),
  kb: [id.slice(2)],
  publishedOn: month === '2031-Mar' ? '2031-03-11' : '2031-04-08',
  packages: [{ name: id, platforms: ['windows-11.24h2'], fixedBuild: build, files: [] }],
  source: { kind: 'msrc-cvrf', document: month, retrievedAt: null },
  ...more,
})

async function serverOf() {
  const store = await storeInMemory(now)
  const month = (name: string, bulletins: Bulletin[], at: string) =>
    store.save({ document: { key: `msrc-cvrf ${name}`, order: [{ moment: at }] }, platforms: [], bulletins }, 'test', {
      name,
      source: null,
      by: 'person',
    })
  const app = buildApp({ store, now })
  const overview = async (query = '') => {
    const answer = await app.request(`/api/overview${query}`)
    expect(answer.status).toBe(200)
    return endpoints.viewOverview.reply.parse(await answer.json())
  }
  return { store, app, month, overview }
}

describe('the overview of a server', () => {
  it('is of the newest month of which a document was read, and of no other once that is undone', async () => {
    const { store, app, month, overview } = await serverOf()
    expect(await overview()).toMatchObject({ state: 'first-start', release: null, changes: null })
    await month('2031-Mar', [fix('KB5000001', '2031-Mar', '10.0.26100.1')], '2031-03-11')
    await month('2031-Apr', [fix('KB5000002', '2031-Apr', '10.0.26100.2')], '2031-04-08')
    const list = async () => endpoints.listReleases.reply.parse(await (await app.request('/api/releases')).json())
    expect((await list()).releases.map(({ key, count }) => [key, count])).toEqual([
      ['2031-04', 1],
      ['2031-03', 1],
    ])
    expect((await overview()).release).toMatchObject({ key: '2031-04', previous: '2031-03', daysSince: 12 })
    expect((await overview('?release=2031-03')).release).toMatchObject({ key: '2031-03', following: '2031-04' })
    expect((await app.request('/api/overview?release=2030-01')).status).toBe(404)
    const [latest] = await store.imports.list(1)
    await store.imports.undo(latest?.id ?? 0, 'test')
    expect((await list()).newest).toBe('2031-03')
    expect((await overview()).release?.key).toBe('2031-03')
  })

  it('follows the fleet, the state and what was found on machines', async () => {
    const { store, app, month, overview } = await serverOf()
    await month('2031-Apr', [fix('KB5000002', '2031-Apr', '10.0.26100.2')], '2031-04-08')
    expect((await overview()).state).toBe('no-fleet')
    await store.fleet.set(0, [{ platform: 'windows-11.24h2', edition: null, machines: 3 }], 'test')
    const found = await overview()
    expect(found).toMatchObject({ state: 'to-do', actNow: { count: 1, unassigned: { count: 1 } } })
    expect(found.platforms.map(({ id, install }) => [id, install.map((each) => each.id)])).toEqual([
      ['windows-11.24h2', ['KB5000002']],
    ])
    await store.fleet.report('KB5000002', [{ name: 'PC1', isApplied: true }], 'test')
    expect((await overview()).rollout).toMatchObject({ machines: 3, patched: 1 })
    const first = await app.request('/api/overview')
    const etag = first.headers.get('etag') ?? ''
    expect((await app.request('/api/overview', { headers: { 'if-none-match': etag } })).status).toBe(304)
    await store.triage.set([{ id: 'KB5000002', version: 0, ...defaultState, status: 'done' }], 'test')
    expect(await overview()).toMatchObject({
      state: 'all-done',
      sentence: [
        { code: 'all-done', on: '2031-04-20' },
        { code: 'next-release', on: '2031-05-13', daysLeft: 23 },
      ],
    })
  })

  it('tells what has changed after an event by class, with the filter that lists it', async () => {
    const { app, month, overview } = await serverOf()
    await month('2031-Apr', [fix('KB5000002', '2031-Apr', '10.0.26100.2')], '2031-04-08')
    expect((await overview()).changes).toBeNull()
    const { changes } = await overview('?since=0')
    expect(changes).toMatchObject({ count: 1, others: 0, classes: [{ kind: 'new', count: 1, bulletin: 'KB5000002' }] })
    const query = { changedSince: '0', changed: 'new' }
    expect(changes?.classes[0]?.query).toEqual(query)
    const listed = endpoints.listBulletins.reply.parse(
      await (await app.request(`/api/bulletins?${new URLSearchParams(query)}`)).json(),
    )
    expect(listed.map(({ id }) => id)).toEqual(['KB5000002'])
    expect((await overview(`?since=${changes?.last}`)).changes?.count).toBe(0)
  })
})
