import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Unreadable } from '../../../src/feeds/feed.ts'
import { listingOf } from '../../../src/feeds/listing.ts'
import { readAnyDocument } from '../../../src/server/imports/read-document.ts'
import { hashIn } from '../../../src/server/sources/verify.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { StoreUnavailable } from '../../../src/server/store/engines/unavailable.ts'
import { loopback, type Loopback } from '../../support/loopback.ts'
import { deskFor, document, settings, until } from './desk.ts'

const containing = (text: string): unknown => expect.stringContaining(text)

let server: Loopback
beforeEach(async () => {
  server = await loopback()
  for (const [at, name] of ['a', 'b', 'c'].entries()) server.serve(`/csaf/${name}.json`, document(at + 1))
})
afterEach(() => server.close())

const desk = (given: Parameters<typeof deskFor>[1] = {}) => deskFor([server], given)

const changes = (...names: string[]) => names.map((name) => `${name},2026-05-12T08:00:00Z\n`).join('')
const feed = (...names: string[]) =>
  JSON.stringify({
    feed: {
      entry: names.map((id) => ({ id, updated: '2026-05-12', link: [{ rel: 'self', href: `/csaf/${id}.json` }] })),
    },
  })
const provider = (...distributions: object[]) => JSON.stringify({ metadata_version: '2.0', distributions })
const [first, second, third] = ['KB5901001', 'KB5901002', 'KB5901003']

describe('one document', () => {
  /** A store that fails in some way. */
  const failing = async (more: (store: Awaited<ReturnType<typeof storeInMemory>>) => object) => {
    const store = await storeInMemory()
    return { ...store, ...more(store) }
  }

  beforeEach(() => server.serve('/csaf/changes.csv', changes('a.json', 'b.json', 'c.json')))

  it('that nobody expected to fail to be read costs only itself, at every look', async () => {
    const isSecond = (bytes: Uint8Array) => new TextDecoder().decode(bytes).includes('5901002')
    const { add, look, ids, reported } = await desk({
      read: async (bytes, options) => {
        if (isSecond(bytes)) throw new RangeError('Maximum call stack size exceeded')
        return readAnyDocument(bytes, options)
      },
    })
    const { id } = await add('/csaf/', { isOn: true })
    const { lastRun, nextRunAt } = await look(id)
    expect(lastRun).toMatchObject({ outcome: 'partly', totals: { added: 2, refused: 1 }, problemCount: 1 })
    expect(lastRun?.problems).toMatchObject([
      { place: containing('/b.json: document'), message: containing('unexpected') },
    ])
    expect(nextRunAt).toBe('2026-11-12T08:00:00.000Z')
    expect(await ids()).toEqual([first, third])
    expect(reported).toHaveLength(1)
  })

  it('that the store cannot take costs only itself', async () => {
    const store = await failing(({ save }) => ({
      save: async (...given: Parameters<typeof save>) => {
        if (given[0].bulletins.some(({ id }) => id === second)) throw new Error('no such column')
        return save(...given)
      },
    }))
    const { add, look, ids } = await desk({ store })
    expect((await look((await add('/csaf/')).id)).lastRun).toMatchObject({ outcome: 'partly', totals: { refused: 1 } })
    expect(await ids()).toEqual([first, third])
  })

  it('for which the database is away ends the look, which is tried again soon', async () => {
    const store = await failing(() => ({
      save: async () => {
        throw new StoreUnavailable('gone')
      },
    }))
    const { add, look } = await desk({ store })
    const { lastRun, nextRunAt } = await look((await add('/csaf/', { isOn: true })).id)
    expect(lastRun).toMatchObject({ outcome: 'failed', message: containing('the database could not be reached') })
    expect(nextRunAt).toBe('2026-11-11T08:05:00.000Z')
    expect(server.paths().filter((path) => path.endsWith('.json'))).toEqual(['/csaf/a.json'])
  })

  it('that ends in an error of our own does not keep the look from being recorded', async () => {
    const store = await failing(({ sources }) => ({
      sources: {
        ...sources,
        see: async () => {
          throw new Error('a fault of ours')
        },
      },
    }))
    const { add, look, reported } = await desk({ store })
    const { lastRun, nextRunAt } = await look((await add('/csaf/', { isOn: true })).id)
    expect(lastRun).toMatchObject({ outcome: 'failed', message: containing('unexpected error') })
    expect(nextRunAt).toBe('2026-11-11T08:05:00.000Z')
    expect(reported).toHaveLength(1)
  })
})

describe('how a look went', () => {
  it('is written down as soon as the database is there again', async () => {
    let isAway = true
    const store = await storeInMemory()
    const { ran } = store.sources
    const sources = {
      ...store.sources,
      ran: async (...given: Parameters<typeof ran>) => {
        if (isAway) throw new StoreUnavailable('gone')
        return ran(...given)
      },
    }
    server.serve('/csaf/changes.csv', changes('a.json'))
    const { add, look, watch } = await desk({ store: { ...store, sources } })
    const { id } = await add('/csaf/')
    expect((await look(id)).lastRun).toBeNull()
    isAway = false
    watch.start()
    await until(async () => (await watch.find(id))?.lastRun?.outcome === 'changed')
    await watch.stop()
  })
})

describe('a look for which the database is away as it begins', () => {
  it('begins again as soon as it is there', async () => {
    let isAway = true
    const store = await storeInMemory()
    const sources = {
      ...store.sources,
      seen: async (id: string) => {
        if (isAway) throw new StoreUnavailable('gone')
        return store.sources.seen(id)
      },
    }
    server.serve('/csaf/changes.csv', changes('a.json'))
    const { add, look, watch } = await desk({ store: { ...store, sources } })
    const { id } = await add('/csaf/')
    expect((await look(id)).lastRun).toBeNull()
    isAway = false
    watch.start()
    await until(async () => (await watch.find(id))?.lastRun?.outcome === 'changed')
    await watch.stop()
  })
})

describe('what is missing', () => {
  it.each([
    ['a document of a feed', '/feed.json', '/csaf/gone.json: document'],
    ['a feed of a provider', '/provider-metadata.json', '/gone-feed.json: document'],
    ['what a line of a list names', '/csaf/', '/csaf/changes.csv: line 2'],
  ])('%s, is told once as a failure, and then as known for as long as it is so', async (_, path, place) => {
    server.serve('/feed.json', feed('a', 'gone', 'c'))
    server.serve('/white.json', feed('a', 'c'))
    server.serve(
      '/provider-metadata.json',
      provider({ rolie: { feeds: [{ url: '/gone-feed.json' }, { url: '/white.json' }] } }),
    )
    server.serve('/csaf/changes.csv', changes('a.json', 'readme.txt', 'c.json'))
    const { add, look, ids } = await desk()
    const { id } = await add(path)
    const told = { place: containing(place) }
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'partly', problems: [told], knownProblems: [] })
    expect(await ids()).toEqual([first, third])
    for (const outcome of ['unchanged', 'unchanged'])
      expect((await look(id)).lastRun).toMatchObject({
        outcome,
        problems: [],
        knownProblems: [told],
        knownProblemCount: 1,
      })
  })

  it('and comes after all is brought in; what goes wrong in another way is told anew', async () => {
    server.serve('/feed.json', feed('a', 'gone'))
    const { add, look, ids } = await desk()
    const { id } = await add('/feed.json')
    await look(id)
    server.serve('/csaf/gone.json', '<html></html>')
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'partly', knownProblems: [] })
    server.serve('/csaf/gone.json', document(2))
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'changed', problems: [], knownProblems: [] })
    expect(await ids()).toEqual([first, second])
  })

  it('is looked at after what is new', async () => {
    server.serve('/feed.json', feed('gone', 'a'))
    const { add, look } = await desk()
    const { id } = await add('/feed.json')
    await look(id)
    server.serve('/feed.json', feed('gone', 'a', 'b'))
    server.asked.length = 0
    await look(id)
    expect(server.paths()).toEqual(['/feed.json', '/csaf/b.json', '/csaf/gone.json'])
  })
})

describe('a provider whose metadata stays as it is', () => {
  it.each([
    ['feed', { rolie: { feeds: [{ url: '/list.json' }] } }, '/list.json', feed],
    [
      'directory',
      { directory_url: '/csaf' },
      '/csaf/changes.csv',
      (...names: string[]) => changes(...names.map((name) => `${name}.json`)),
    ],
  ])('is looked through again for what is new in its %s', async (_, distribution, path, list) => {
    server.serve('/provider-metadata.json', provider(distribution), { etag: '"metadata"' })
    server.serve(path, list('a'), { etag: '"1"' })
    const { add, look, ids } = await desk()
    const { id } = await add('/provider-metadata.json')
    await look(id)
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'unchanged', skipped: 1 })
    server.serve(path, list('a', 'b'), { etag: '"2"' })
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'changed', totals: { added: 1 } })
    expect(await ids()).toEqual([first, second])
  })
})

describe('a directory', () => {
  it.each([
    ['is not there', null],
    ['is a page that says so', '<!doctype html><p>Not found'],
    ['is empty', ''],
  ])('whose changes.csv %s is read by its index.txt, which is told', async (_, body) => {
    server.serve('/provider-metadata.json', provider({ directory_url: `${server.origin}/csaf` }))
    if (body !== null) server.serve('/csaf/changes.csv', body)
    server.serve('/csaf/index.txt', 'a.json\nb.json\n')
    const { add, look, ids } = await desk()
    const { id } = await add('/provider-metadata.json')
    const { lastRun } = await look(id)
    expect(lastRun).toMatchObject({ outcome: 'changed', totals: { added: 2 }, problems: [] })
    expect(lastRun?.warnings).toMatchObject([
      { place: containing('/csaf/index.txt'), message: containing('/csaf/changes.csv') },
    ])
    expect(await ids()).toEqual([first, second])
    expect((await look(id)).lastRun?.outcome).toBe('unchanged')
  })

  it('with neither list says so', async () => {
    const { add, look } = await desk()
    const { lastRun } = await look((await add('/csaf/')).id)
    expect(lastRun).toMatchObject({ outcome: 'failed', message: containing('/csaf/changes.csv answered 404, and ') })
  })

  it('is looked at where the feed beside it is empty or gone', async () => {
    server.serve('/csaf/changes.csv', changes('a.json'))
    const distributions = [{ rolie: { feeds: [{ url: '/feed.json' }] } }, { directory_url: `${server.origin}/csaf/` }]
    server.serve('/provider-metadata.json', provider(...distributions))
    server.serve('/feed.json', feed(), { etag: '"1"' })
    const { add, look, ids } = await desk()
    const { id } = await add('/provider-metadata.json')
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'changed', problems: [] })
    expect(await ids()).toEqual([first])
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'unchanged', fetched: 0 })

    server.serve('/feed.json', feed('b'))
    await look(id)
    expect(server.paths().slice(-2)).toEqual(['/feed.json', '/csaf/b.json'])
  })

  it('or feed in which nothing is listed says so', async () => {
    server.serve('/provider-metadata.json', provider({ rolie: { feeds: [{ url: '/feed.json' }] } }))
    server.serve('/feed.json', feed())
    const { add, look } = await desk()
    const { lastRun } = await look((await add('/provider-metadata.json')).id)
    expect(lastRun).toMatchObject({ outcome: 'unchanged', warnings: [{ message: 'no document is listed there' }] })
  })
})

describe('a hash', () => {
  const [long, short] = ['sha512', 'sha256'].map((name) => createHash(name).update('x').digest('hex'))

  it.each([
    ['alone', `${long}`],
    ['of GNU', `${long}  a.json\n`],
    ['of GNU, of a binary file', `${long} *a.json\n`],
    ['of GNU, of a name with a backslash', `\\${long}  a\\\\b.json\n`],
    ['of BSD', `SHA512 (a (1).json) = ${long}\n`],
    ['of OpenSSL', `SHA512(a.json)= ${long}\n`],
    ['in capitals', `\n ${long?.toUpperCase()}\r\n`],
  ])('is read %s', (_, text) => expect(hashIn(text, 'sha512')).toBe(long))

  it.each([
    ['a page', '<!doctype html><title>Not found</title>'],
    ['another function', `${short}  a.json`],
    ['one digit more', `${long}0  a.json`],
    ['a word in hexadecimal digits', 'deadbeef is no hash'],
    ['nothing', ''],
  ])('is not %s', (_, text) => expect(hashIn(text, 'sha512')).toBeNull())

  const elsewhere = createHash('sha512').update('something else').digest('hex')

  it.each([
    ['404', (name: string) => server.on(name, (_, response) => response.writeHead(404).end())],
    ['403', (name: string) => server.on(name, (_, response) => response.writeHead(403).end('<Error/>'))],
    ['a page', (name: string) => server.serve(name, `<!doctype html>${'<p>Not found</p>'.repeat(500)}`)],
    ['a short page', (name: string) => server.serve(name, '<!doctype html>')],
    [
      'a way to another page',
      (name: string) => server.on(name, (_, response) => response.writeHead(302, { location: '/csaf/a.json' }).end()),
    ],
  ])('of a directory is a guess: %s in its place is none', async (_, serve) => {
    server.serve('/csaf/changes.csv', changes('a.json'))
    serve('/csaf/a.json.sha512')
    const { add, look, ids } = await desk()
    expect((await look((await add('/csaf/')).id)).lastRun).toMatchObject({ outcome: 'changed', problems: [] })
    expect(await ids()).toEqual([first])
  })

  it('that a server in trouble cannot give is waited for', async () => {
    server.serve('/csaf/changes.csv', changes('a.json'))
    server.on('/csaf/a.json.sha512', (_, response) => response.writeHead(500).end())
    const { add, look, ids } = await desk()
    const { id } = await add('/csaf/')
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'partly' })
    expect(await ids()).toEqual([])
    // That is no word on the document, and so never known of it.
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'partly', knownProblems: [] })
  })

  it('of a directory that is another keeps the document out, and one that a feed promises has to be one', async () => {
    server.serve('/csaf/changes.csv', changes('a.json'))
    server.serve('/csaf/a.json.sha512', `SHA512 (a.json) = ${elsewhere}`)
    const { add, look } = await desk()
    expect((await look((await add('/csaf/')).id)).lastRun?.problems).toMatchObject([{ rule: 'hash' }])
    const link = [
      { rel: 'self', href: '/csaf/b.json' },
      { rel: 'hash', href: '/csaf/b.json.sha512' },
    ]
    server.serve('/feed.json', JSON.stringify({ feed: { entry: [{ link }] } }))
    server.serve('/csaf/b.json.sha512', '<!doctype html>')
    expect((await look((await add('/feed.json')).id)).lastRun?.problems).toMatchObject([
      { rule: 'hash', message: containing('the publisher gives none') },
    ])
  })
})

describe('a look', () => {
  const hang = (path: string) => server.on(path, () => {})
  const asked = (path: string) => until(() => server.paths().includes(path))

  it('takes so many entries of a list, and tells how many are left out', async () => {
    server.serve('/csaf/changes.csv', changes('a.json', 'b.json', 'c.json'))
    const { add, look, ids } = await desk({
      list: async (bytes, base) => listingOf(bytes, base, { documents: 2, lists: 2 }),
    })
    const { id } = await add('/csaf/')
    expect((await look(id)).lastRun).toMatchObject({
      outcome: 'partly',
      leftOut: 1,
      problems: [{ message: containing('lists 1 more than a look takes') }],
    })
    expect(await ids()).toEqual([first, second])
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'unchanged', leftOut: 1, knownProblemCount: 1 })
  })

  it('at a list that takes too long to read costs only that list', async () => {
    server.serve('/slow.json', feed('a'))
    server.serve('/white.json', feed('b'))
    server.serve(
      '/provider-metadata.json',
      provider({ rolie: { feeds: [{ url: '/slow.json' }, { url: '/white.json' }] } }),
    )
    const { add, look, ids } = await desk({
      list: async (bytes, base) => {
        if (base.endsWith('/slow.json')) throw new Unreadable('document', 'takes longer than 60 s to read')
        return listingOf(bytes, base)
      },
    })
    const { lastRun } = await look((await add('/provider-metadata.json')).id)
    expect(lastRun).toMatchObject({ outcome: 'partly', problems: [{ message: containing('/slow.json takes longer') }] })
    expect(await ids()).toEqual([second])
  })

  it('lists a hundred problems, and counts the others', async () => {
    server.serve('/csaf/changes.csv', `${changes('a.json')}${changes(...Array.from({ length: 150 }, () => 'a.txt'))}`)
    const { add, look } = await desk()
    const { lastRun } = await look((await add('/csaf/')).id)
    expect([lastRun?.problems.length, lastRun?.problemCount]).toEqual([100, 150])
  })

  it('that takes too long is ended, and soon goes on with what it has left', async () => {
    server.serve('/csaf/changes.csv', changes('a.json', 'b.json', 'c.json'))
    hang('/csaf/b.json')
    const { add, look, clock, ids } = await desk({ lookTime: 500 })
    const { id } = await add('/csaf/', { isOn: true })
    const { lastRun, nextRunAt } = await look(id)
    expect(lastRun).toMatchObject({ outcome: 'partly', ended: 'time', problems: [], totals: { added: 1 } })
    expect(nextRunAt).toBe('2026-11-11T08:05:00.000Z')
    clock.now = new Date(nextRunAt ?? '')
    server.serve('/csaf/b.json', document(2))
    expect((await look(id)).lastRun).toMatchObject({ outcome: 'changed', totals: { added: 2 } })
    expect(await ids()).toEqual([first, second, third])
  })

  it.each([
    ['is switched off', 'switched-off', { isOn: false }],
    ['moves to another address', 'changed', { url: 'https://elsewhere.example/', isOn: false }],
    ['is to go further back', 'changed', { since: '2026-01-01', isOn: false }],
  ])('at a source that %s is ended at once, with the fetch under way', async (_, ended, change) => {
    server.serve('/csaf/changes.csv', changes('a.json', 'b.json'))
    hang('/csaf/b.json')
    const { add, watch } = await desk()
    const { id, url } = await add('/csaf/', { isOn: true })
    await asked('/csaf/b.json')
    const changed = await watch.change(id, { ...settings, url, ...change })
    expect(changed).toMatchObject({ isRunning: false, lastRun: { outcome: 'partly', ended, totals: { added: 1 } } })
  })

  it('at a source that moves begins anew where it is switched on', async () => {
    hang('/csaf/changes.csv')
    server.serve('/feed.json', feed('a'))
    const { add, watch, ended } = await desk()
    const { id, url } = await add('/csaf/', { isOn: true })
    await asked('/csaf/changes.csv')
    await watch.change(id, { ...settings, url: url.replace('/csaf/', '/feed.json'), isOn: true })
    expect((await ended(id)).lastRun).toMatchObject({ outcome: 'changed', totals: { added: 1 } })
  })

  it('goes on where only the name or the interval is set', async () => {
    let answer = () => {}
    server.on('/csaf/changes.csv', (_, response) => (answer = () => response.end(changes('a.json'))))
    const { add, watch, ended } = await desk()
    const { id, url } = await add('/csaf/', { isOn: true })
    await asked('/csaf/changes.csv')
    expect(await watch.change(id, { ...settings, url, isOn: true, everyHours: 1 })).toMatchObject({ isRunning: true })
    answer()
    expect((await ended(id)).lastRun).toMatchObject({ outcome: 'changed' })
  })

  it('at a source that is removed is ended at once, and asks for nothing more', async () => {
    server.serve('/csaf/changes.csv', changes('a.json', 'b.json'))
    hang('/csaf/a.json')
    const { add, watch } = await desk()
    const { id } = await add('/csaf/', { isOn: true })
    await asked('/csaf/a.json')
    expect(await watch.remove(id, 'Ito', { withContents: false })).toBe(true)
    expect(await watch.list()).toEqual([])
    await watch.stop()
    expect(server.paths()).not.toContain('/csaf/b.json')
  })

  it('brings what was taken out with another source that lists it, too', async () => {
    server.serve('/csaf/changes.csv', changes('a.json', 'b.json'))
    server.serve('/feed.json', feed('b', 'c'), { etag: '"1"' })
    const { add, look, watch, ids } = await desk()
    const [one, other] = [await add('/csaf/', { title: 'one' }), await add('/feed.json', { title: 'other' })]
    await look(one.id)
    await look(other.id)
    expect(await watch.countContents(one.id)).toEqual({ bulletins: 2, entries: 0 })
    await watch.remove(one.id, 'Ito', { withContents: true })
    expect(await ids()).toEqual([third])
    expect((await look(other.id)).lastRun).toMatchObject({ outcome: 'changed' })
    expect(await ids()).toEqual([second, third])
    expect(await watch.countContents(one.id)).toBeNull()
  })

  it('finds again what was left behind by the same source that was removed', async () => {
    server.serve('/csaf/changes.csv', changes('a.json', 'b.json'))
    const { add, look, watch, ids } = await desk()
    const before = await add('/csaf/')
    await look(before.id)
    await watch.remove(before.id, 'Ito', { withContents: false })
    expect(await ids()).toEqual([first, second])
    const after = await add('/csaf/')
    expect(after.id).not.toBe(before.id)
    expect((await look(after.id)).lastRun).toMatchObject({ outcome: 'unchanged', fetched: 2 })
    expect(await watch.countContents(after.id)).toEqual({ bulletins: 2, entries: 0 })
    await watch.remove(after.id, 'Ito', { withContents: true })
    expect(await ids()).toEqual([])
  })

  it('while a document is read does not wait for that to be ended', async () => {
    const { add, watch } = await desk({ read: () => new Promise(() => {}) })
    const { id, url } = await add('/csaf/a.json', { isOn: true })
    await asked('/csaf/a.json')
    expect(await watch.change(id, { ...settings, url })).toMatchObject({ lastRun: { ended: 'switched-off' } })
  })

  it('is ended before its next document by what another server on the database does', async () => {
    let answer = () => {}
    server.serve('/csaf/changes.csv', changes('a.json', 'b.json'))
    server.on('/csaf/a.json', (_, response) => (answer = () => response.end(document(1))))
    const { add, store, ended } = await desk()
    const { id } = await add('/csaf/', { isOn: true })
    await asked('/csaf/a.json')
    const [source] = await store.sources.list()
    if (source !== undefined) await store.sources.set(id, { ...source, isOn: false })
    answer()
    expect((await ended(id)).lastRun).toMatchObject({ ended: 'switched-off', totals: { added: 1 } })
    expect(server.paths()).not.toContain('/csaf/b.json')
  })

  it('holds up none at another host, and two at one host take turns', async () => {
    const other = await loopback()
    other.serve('/a.json', document(1))
    hang('/slow.json')
    const { add, watch, ended } = await deskFor([server, other])
    const slow = await add('/slow.json', { title: 'slow', isOn: true })
    const waiting = await add('/csaf/b.json', { title: 'waiting', isOn: true })
    const quick = await watch.add({ ...settings, title: 'quick', url: `${other.origin}/a.json`, isOn: true })
    expect((await ended(quick.id)).lastRun).toMatchObject({ outcome: 'changed' })
    expect([await watch.find(slow.id), await watch.find(waiting.id)]).toMatchObject([
      { isRunning: true },
      { isRunning: true, lastRun: null },
    ])
    await watch.remove(slow.id, 'Ito', { withContents: false })
    expect((await ended(waiting.id)).lastRun).toMatchObject({ outcome: 'changed' })
    await other.close()
  })
})
