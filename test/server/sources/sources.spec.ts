import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NotFetched } from '../../../src/server/fetching/fetch-document.ts'
import { nextLook } from '../../../src/server/sources/schedule.ts'
import { seedSources } from '../../../src/server/sources/scheduler.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { advisory } from '../../feeds/advisory.ts'
import { cvrf } from '../../feeds/cvrf.ts'
import { loopback, type Loopback } from '../../support/loopback.ts'
import { deskFor, month, settings, until } from './desk.ts'

const containing = (text: string): unknown => expect.stringContaining(text)

let server: Loopback
beforeEach(async () => {
  server = await loopback()
})
afterEach(() => server.close())

const desk = (store?: Store) => deskFor([server], store && { store })

const months = (...given: { id: string; updated: string }[]) =>
  JSON.stringify({
    value: given.map(({ id, updated }) => ({ ID: id, CvrfUrl: `${server.origin}/${id}`, CurrentReleaseDate: updated })),
  })

const hashOf = (name: 'sha256' | 'sha512', text: string) => createHash(name).update(text).digest('hex')

describe("Microsoft's list of months", () => {
  const publish = () => {
    server.serve(
      '/updates',
      months({ id: '2026-May', updated: '2026-05-12' }, { id: '2026-Jun', updated: '2026-06-09' }),
    )
    server.serve('/2026-May', cvrf(month('2026-May', '5079473', 'CVE-2026-1000')))
    server.serve('/2026-Jun', cvrf(month('2026-Jun', '5080000', 'CVE-2026-2000')))
  }

  it('brings in each month, asked for as XML', async () => {
    publish()
    const { add, look, ids } = await desk()
    const { lastRun } = await look((await add('/updates')).id)
    expect(lastRun).toMatchObject({ outcome: 'changed', fetched: 2, skipped: 0, message: null, problems: [] })
    expect(lastRun?.totals).toMatchObject({ added: 2, refused: 0 })
    expect(await ids()).toEqual(['KB5079473', 'KB5080000'])
    expect(server.asked.map(({ headers }) => headers.accept)).toEqual([
      containing('json'),
      'application/xml',
      'application/xml',
    ])
  })

  it('asks for nothing but the list while no month is revised, and then for that month only', async () => {
    publish()
    const { add, look } = await desk()
    const { id } = await add('/updates')
    await look(id)
    server.asked.length = 0
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'unchanged', fetched: 0, skipped: 2 })
    expect(server.paths()).toEqual(['/updates'])

    server.serve(
      '/updates',
      months({ id: '2026-May', updated: '2026-05-20' }, { id: '2026-Jun', updated: '2026-06-09' }),
    )
    server.asked.length = 0
    await look(id)
    expect(server.paths()).toEqual(['/updates', '/2026-May'])
  })

  it('leaves alone what was last revised before a day, until that day is moved', async () => {
    publish()
    const { add, look, ids, watch } = await desk()
    const source = await add('/updates', { since: '2026-06-01' })
    await look(source.id)
    expect(await ids()).toEqual(['KB5080000'])
    await watch.change(source.id, { ...settings, url: source.url, since: null })
    await look(source.id)
    expect(await ids()).toEqual(['KB5079473', 'KB5080000'])
  })

  it('goes on after a month that is broken or gone, says so, and tries it again the next time', async () => {
    publish()
    server.serve('/2026-May', '<cvrfdoc>')
    const { add, look, ids } = await desk()
    const { id } = await add('/updates')
    const { lastRun } = await look(id)
    expect(lastRun).toMatchObject({ outcome: 'partly', totals: { added: 1, refused: 1 } })
    expect(lastRun?.problems[0]?.place).toContain('/2026-May: ')
    expect(await ids()).toEqual(['KB5080000'])

    server.on('/2026-May', (_, response) => response.writeHead(404).end())
    expect((await look(id)).lastRun?.problems[0]?.message).toContain('/2026-May answered 404')
    publish()
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'changed', totals: { added: 1 } })
    expect(await ids()).toEqual(['KB5079473', 'KB5080000'])
  })

  it('is left alone by a list that is as it was, once all of it has come in', async () => {
    publish()
    server.serve('/updates', months({ id: '2026-May', updated: '2026-05-12' }), { etag: '"1"' })
    const { add, look } = await desk()
    const { id } = await add('/updates')
    await look(id)
    await look(id)
    expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined, '"1"'])
  })
})

describe('a CSAF provider', () => {
  const document = JSON.stringify(advisory())

  const publish = (hash: string) => {
    const feed = `${server.origin}/feed.json`
    server.serve(
      '/provider-metadata.json',
      JSON.stringify({ metadata_version: '2.0', distributions: [{ rolie: { feeds: [{ url: feed }] } }] }),
    )
    const link = [
      { rel: 'self', href: `${server.origin}/a.json` },
      { rel: 'hash', href: `${server.origin}/a.json.sha512` },
    ]
    server.serve(
      '/feed.json',
      JSON.stringify({ feed: { entry: [{ id: 'a', updated: '2026-11-01T00:00:00Z', link }] } }),
    )
    server.serve('/a.json', document)
    server.serve('/a.json.sha512', `${hash}  a.json\n`)
  }

  it('is followed from its metadata over its feed to the advisories, each held to its hash', async () => {
    publish(hashOf('sha512', document))
    const { add, look, ids } = await desk()
    const { lastRun } = await look((await add('/provider-metadata.json')).id)
    expect(lastRun).toMatchObject({ outcome: 'changed', fetched: 1, problems: [] })
    expect(await ids()).toHaveLength(1)
    expect(server.paths()).toEqual(['/provider-metadata.json', '/feed.json', '/a.json', '/a.json.sha512'])
  })

  it('brings in nothing whose hash is another', async () => {
    publish(hashOf('sha512', 'something else'))
    const { add, look, ids } = await desk()
    const { lastRun } = await look((await add('/provider-metadata.json')).id)
    expect(lastRun).toMatchObject({ outcome: 'partly', totals: { refused: 1 } })
    expect(lastRun?.problems).toMatchObject([{ rule: 'hash', message: containing('its sha512 is') }])
    expect(await ids()).toEqual([])
  })

  it('brings in nothing whose hash was promised and is not there', async () => {
    publish('')
    server.on('/a.json.sha512', (_, response) => response.writeHead(404).end())
    const { add, look, ids } = await desk()
    expect((await look((await add('/provider-metadata.json')).id)).lastRun?.outcome).toBe('partly')
    expect(await ids()).toEqual([])
  })

  it('may be a directory, where a hash may stand beside an advisory or not', async () => {
    server.serve('/csaf/changes.csv', '"2026/a.json","2026-11-01T00:00:00Z"\n')
    server.serve('/csaf/2026/a.json', document)
    const { add, look, ids } = await desk()
    const { id } = await add('/csaf/')
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'changed', fetched: 1 })
    expect(await ids()).toHaveLength(1)
    expect(server.paths()).toContain('/csaf/2026/a.json.sha256')

    server.serve('/csaf/changes.csv', '"2026/a.json","2026-11-02T00:00:00Z"\n')
    server.serve('/csaf/2026/a.json.sha256', hashOf('sha256', 'something else'))
    expect((await look(id)).lastRun?.problems).toMatchObject([{ rule: 'hash' }])
  })

  it('whose feeds go round in a circle comes to an end', async () => {
    const distributions = [{ directory_url: `${server.origin}/` }]
    server.serve('/changes.csv', JSON.stringify({ metadata_version: '2.0', distributions }))
    const { add, look } = await desk()
    const { lastRun } = await look((await add('/changes.csv')).id)
    expect(lastRun?.warnings).toMatchObject([{ message: 'no document is listed there' }])
    expect(server.paths()).toEqual(['/changes.csv'])
  })
})

describe('the list of exploited vulnerabilities', () => {
  it('raises what is on file', async () => {
    server.serve('/2026-May', cvrf(month('2026-May', '5079473', 'CVE-2026-1000')))
    server.serve(
      '/kev.json',
      JSON.stringify({ catalogVersion: '1', vulnerabilities: [{ cveID: 'CVE-2026-1000', dateAdded: '2026-11-10' }] }),
    )
    const { add, look, store } = await desk()
    await look((await add('/2026-May')).id)
    const { lastRun } = await look((await add('/kev.json', { title: 'KEV' })).id)
    expect(lastRun).toMatchObject({ outcome: 'changed', totals: { updated: 1 } })
    expect(await store.find('KB5079473')).toMatchObject({ exploit: 'exploited', urgency: { level: 'immediate' } })
  })
})

describe('a server in trouble', () => {
  it('is left alone as soon as it asks for patience, and for as long', async () => {
    server.serve('/updates', months({ id: '2026-May', updated: '1' }, { id: '2026-Jun', updated: '2' }))
    server.on('/2026-May', (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end())
    const { add, look, store } = await desk()
    const { id } = await add('/updates', { isOn: true })
    const { lastRun, nextRunAt } = await look(id)
    expect(lastRun).toMatchObject({ outcome: 'failed', message: containing('answered 429') })
    expect(nextRunAt).toBe('2026-11-11T10:00:00.000Z')
    expect(server.paths()).not.toContain('/2026-Jun')
    expect((await store.sources.list())[0]?.failures).toBe(1)
  })

  it('is left alone after three documents in a row', async () => {
    const list = ['a', 'b', 'c', 'd'].map((id) => ({ id, updated: '1' }))
    server.serve('/updates', months(...list))
    for (const { id } of list) server.on(`/${id}`, (_, response) => response.writeHead(500).end())
    const { add, look } = await desk()
    expect((await look((await add('/updates')).id)).lastRun).toMatchObject({
      outcome: 'failed',
      totals: { refused: 2 },
    })
    expect(server.paths()).toEqual(['/updates', '/a', '/b', '/c'])
  })

  it('is asked again after 5, 10, 20 … minutes, at most the interval, and not before it allows it', () => {
    const at = new Date('2026-11-11T08:00:00Z')
    const next = (failures: number, retryAfter: number | null = null) =>
      nextLook(at, { everyHours: 6, failures, stopped: new NotFetched('no', { retryAfter }), isCutShort: false }).slice(
        11,
        16,
      )
    expect([1, 2, 3, 6, 7, 8, 50].map((failures) => next(failures))).toEqual([
      '08:05',
      '08:10',
      '08:20',
      '10:40',
      '13:20',
      '14:00',
      '14:00',
    ])
    expect(next(1, 3600)).toBe('09:00')
    expect(nextLook(at, { everyHours: 6, failures: 0, stopped: null, isCutShort: false })).toBe(
      '2026-11-11T14:00:00.000Z',
    )
    const forever = nextLook(at, {
      everyHours: 6,
      failures: 1,
      stopped: new NotFetched('no', { retryAfter: 1e9 }),
      isCutShort: false,
    })
    expect(forever).toBe('2026-11-18T08:00:00.000Z')
  })
})

describe('the watch', () => {
  const shipped = (url = 'https://list.example/') => [
    { id: 'microsoft', title: 'Microsoft', url, everyHours: 24 as const, since: null },
  ]

  it('asks nobody anything before a source is switched on', async () => {
    server.serve('/updates', months())
    const { store, watch } = await desk()
    await seedSources(store, shipped(`${server.origin}/updates`))
    watch.start()
    await watch.stop()
    expect(await watch.list()).toMatchObject([{ id: 'microsoft', isOn: false, nextRunAt: null, lastRun: null }])
    expect(server.asked).toEqual([])
  })

  it('looks at a source that is switched on at once, and then when it is due', async () => {
    server.serve('/updates', months())
    const { store, watch, clock } = await desk()
    const url = `${server.origin}/updates`
    await seedSources(store, shipped(url))
    await watch.change('microsoft', { ...settings, title: 'Microsoft', url, isOn: true })
    const ran = () => until(async () => (await watch.find('microsoft'))?.isRunning === false)
    await ran()
    expect(await watch.find('microsoft')).toMatchObject({ isOn: true, nextRunAt: '2026-11-12T08:00:00.000Z' })
    watch.start()
    await ran()
    expect(server.asked).toHaveLength(1)

    clock.now = new Date('2026-11-12T08:00:01Z')
    watch.start()
    await until(() => server.asked.length === 2)
    await watch.stop()
    expect(server.paths()).toEqual(['/updates', '/updates'])
  })

  it('looks at what is due from one of the servers on a database, not from each', async () => {
    server.serve('/updates', months())
    const { store, watch, clock } = await desk()
    const { watch: other, clock: otherClock } = await desk(store)
    await watch.add({ ...settings, url: `${server.origin}/updates`, isOn: true })
    await until(async () => (await watch.list())[0]?.lastRun?.outcome !== undefined)
    otherClock.now = clock.now = new Date('2026-11-12T08:00:01Z')
    watch.start()
    other.start()
    await until(async () => (await store.sources.list())[0]?.nextRunAt === '2026-11-13T08:00:01.000Z')
    await Promise.all([watch.stop(), other.stop()])
    expect(server.paths()).toEqual(['/updates', '/updates'])
  })

  it('ships no source twice, and keeps what was set of it', async () => {
    const { store, watch } = await desk()
    await seedSources(store, shipped())
    await watch.change('microsoft', { ...settings, title: 'Ours', url: 'https://a.example/' })
    await seedSources(store, shipped())
    expect(await watch.list()).toMatchObject([{ title: 'Ours', isShipped: true }])
    expect(await watch.remove('microsoft', 'Ito', { withContents: true })).toBe(false)
  })

  it('gives sources of one name ids of their own, and removes one with what it had seen', async () => {
    const { watch, store } = await desk()
    const first = await watch.add({ ...settings, title: '社内 CSAF', url: 'https://a.example/' })
    const second = await watch.add({ ...settings, title: '社内 CSAF', url: 'https://b.example/' })
    expect([first.id, second.id]).toEqual(['csaf', 'csaf-2'])
    await store.sources.see('csaf', 'https://a.example/1', {
      updated: '1',
      validators: { etag: null, lastModified: null },
      problem: null,
    })
    expect(await watch.remove('csaf', 'Ito', { withContents: false })).toBe(true)
    expect((await watch.list()).map(({ id }) => id)).toEqual(['csaf-2'])
    expect((await store.sources.seen('csaf')).size).toBe(0)
  })

  it('keeps both of two that are added at once under one name', async () => {
    const { watch } = await desk()
    const urls = ['https://a.example/', 'https://b.example/']
    const added = await Promise.all(urls.map((url) => watch.add({ ...settings, title: 'CSAF', url })))
    expect(added.map(({ id }) => id).toSorted()).toEqual(['csaf', 'csaf-2'])
    expect((await watch.list()).map(({ url }) => url).toSorted()).toEqual(urls)
  })

  it('ends at once though a server keeps it waiting', async () => {
    server.on('/a.json', () => {})
    const { add, watch } = await desk()
    const { id } = await add('/a.json')
    await watch.fetchNow(id)
    await until(() => server.asked.length === 1)
    await watch.stop()
    expect(await watch.find(id)).toMatchObject({ lastRun: null })
  })
})
