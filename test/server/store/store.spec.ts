import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { storedSummary } from '../../../src/domain/bulletin/summary.ts'
import { readContent } from '../../../src/server/content.ts'
import { yieldToEventLoop } from '../../../src/server/yield-to-event-loop.ts'
import { sqliteStore } from '../../../src/server/store/engines/sqlite.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()
const { freshDirectory, keep } = kept
const content = await readContent()
const [first, second] = content.bulletins
if (first === undefined || second === undefined) throw new Error('two bulletins are needed')

describe.each(engines(kept))('the $name store', ({ make }) => {
  it('is empty at first', async () => {
    const store = await make()
    expect(await store.summaries()).toEqual([])
    expect(await store.platforms()).toEqual([])
    expect(await store.find('MS05-019')).toBeNull()
    await expect(store.check()).resolves.toBeUndefined()
  })

  it('gives back whole what it was given', async () => {
    const store = await make()
    const { added } = await store.seed(content)
    expect(added).toEqual(content.bulletins.map(({ id }) => id))
    expect(await store.summaries()).toEqual(content.bulletins.map((each) => storedSummary(each)))
    expect(await store.platforms()).toEqual(content.platforms)
    const some = content.platforms.slice(1, 3)
    expect(await store.platforms(new Set([...some.map(({ id }) => id).toReversed(), 'unknown']))).toEqual(some)
    expect(await store.find(first.id)).toEqual(first)
  })

  it('gives summaries page by page, in one order on every engine', async () => {
    const store = await make()
    const ids = ['b-1', 'B-2', 'a_1', 'KB10', 'KB9', ...Array.from({ length: 450 }, (_, number) => `X-${number}`)]
    await store.seed({ platforms: [], bulletins: ids.map((id) => ({ ...first, id })) })
    const pages = await Array.fromAsync(store.summaryPages())
    expect(pages.flat().map(({ id }) => id)).toEqual(ids.toSorted())
    expect(pages.length).toBeGreaterThan(1)
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expect(pages.flat()).toEqual((await store.summaries()).toSorted(byId))
  })

  it('gives every bulletin whole, one after the other', async () => {
    const store = await make()
    await store.seed(content)
    expect(await Array.fromAsync(store.bulletins())).toEqual(content.bulletins)
  })

  it('lets readers pass while a document is written: they see all of it or nothing', async () => {
    const store = await make()
    const writing = store.save(content, 'Ito')
    const isWritten = () => Promise.race([writing.then(() => true), yieldToEventLoop().then(() => false)])
    const seen: number[] = []
    do seen.push((await store.summaries()).length)
    while (!(await isWritten()))
    expect(seen.filter((count) => count === 0).length).toBeGreaterThan(1)
    expect(new Set(seen).difference(new Set([0, content.bulletins.length])).size).toBe(0)
    expect(await store.summaries()).toHaveLength(content.bulletins.length)
  })

  it('keeps what is set of a source apart from how looking at it has gone', async () => {
    const { sources } = await make()
    const settings = { title: 'B', url: 'https://b.example/', isOn: true, everyHours: 6 as const, since: '2026-01-01' }
    const run = { lastRun: null, nextRunAt: '2026-11-11T08:00:00.000Z', failures: 2 }
    await sources.set('b', { ...settings, isShipped: false })
    await sources.ran('b', run)
    await sources.set('b', { ...settings, isOn: false, isShipped: false })
    await sources.set('a', { ...settings, title: 'A', isShipped: false })
    await sources.set('c', { ...settings, title: 'C', isShipped: true })
    await sources.ran('gone', run)
    const [, , b] = await sources.list()
    expect((await sources.list()).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(b).toEqual({ id: 'b', ...settings, isOn: false, isShipped: false, ...run })
  })

  it('knows again what was seen at a source, until it is another', async () => {
    const { sources } = await make()
    const settings = { title: 'A', isOn: true, everyHours: 6 as const, since: null, isShipped: false }
    await sources.set('a', { ...settings, url: 'https://a.example/' })
    const seen = (updated: string) => ({ updated, validators: { etag: null, lastModified: '1' }, problem: null })
    await sources.see('a', 'https://a.example/1', seen('1'))
    await sources.see('a', 'https://a.example/2', seen('1'))
    await sources.see('a', 'https://a.example/1', seen('2'))
    expect(await sources.seen('a')).toEqual(
      new Map([
        ['https://a.example/1', seen('2')],
        ['https://a.example/2', seen('1')],
      ]),
    )
    await sources.set('a', { ...settings, url: 'https://a.example/', title: 'The same' })
    expect(await sources.seen('a')).toHaveProperty('size', 2)
    await sources.set('a', { ...settings, url: 'https://b.example/' })
    expect(await sources.seen('a')).toEqual(new Map())
    await sources.see('a', 'https://a.example/1', seen('1'))
    await sources.remove('a')
    expect([await sources.list(), await sources.seen('a')]).toEqual([[], new Map()])
  })

  it('adds what is new and leaves alone what is there', async () => {
    const store = await make()
    const edited = { ...first, title: { en: 'Edited here' } }
    await store.seed({ platforms: [], bulletins: [edited] })
    const { added } = await store.seed({ platforms: content.platforms, bulletins: [first, second] })
    expect(added).toEqual([second.id])
    expect(await store.find(first.id)).toEqual(edited)
    expect(await store.platforms()).toEqual(content.platforms)
  })

  it('lists the versions of a bulletin, the current one first, and gives each whole', async () => {
    const store = await make()
    const revisions = ['2031-01-01', '2031-01-02', '2031-01-03'].map((updatedOn, at) => ({
      ...first,
      updatedOn,
      revision: `${at}.0`,
      title: { en: `Title ${at}` },
    }))
    for (const bulletin of revisions) await store.save({ platforms: [], bulletins: [bulletin] }, 'test')
    const versions = await store.versions(first.id)
    expect(
      versions.map(({ number, updatedOn, revision, until }) => [number, updatedOn, revision, until === null]),
    ).toEqual([
      [3, '2031-01-03', '2.0', true],
      [2, '2031-01-02', '1.0', false],
      [1, '2031-01-01', '0.0', false],
    ])
    expect(versions.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([
      ['re-released', 'text'],
      ['re-released', 'text'],
      [],
    ])
    for (const [at, bulletin] of revisions.entries())
      expect(await store.readVersion(first.id, at + 1)).toEqual(bulletin)
    expect(await store.readVersion(first.id, 4)).toBeNull()
    expect([await store.versions('unknown'), await store.readVersion('unknown', 1)]).toEqual([[], null])
  })

  it('has a version that changes with the content and only then', async () => {
    const store = await make()
    const empty = await store.version()
    await store.seed({ platforms: [], bulletins: [first] })
    const one = await store.version()
    await store.seed({ platforms: [], bulletins: [first] })
    expect(one).toBeGreaterThan(empty)
    expect(await store.version()).toBe(one)
  })

  it('has another version once there are new platforms, even where no bulletin has changed', async () => {
    const store = await make()
    await store.save({ platforms: content.platforms.slice(1), bulletins: [first] }, 'test')
    const before = await store.version()
    await store.save({ platforms: content.platforms, bulletins: [first] }, 'test')
    expect(await store.version()).toBeGreaterThan(before)
    expect((await store.events.of(first.id)).map(({ what }) => what)).toEqual(['added'])
  })

  it('takes a catalogue of exploited vulnerabilities into the bulletins that it speaks of, and out of them again', async () => {
    const store = await make()
    await store.seed(content)
    const cve = first.vulnerabilities[0]?.cve ?? ''
    const entry = { cve, addedOn: '2025-08-25', ransomware: false }
    const ids = async (entries: (typeof entry)[]) =>
      (await store.saveKnownExploited(entries, 'kev')).saved.map(({ id }) => id)
    expect(await ids([entry])).toEqual([first.id])
    expect((await store.find(first.id))?.exploit).toBe('exploited')
    expect(await ids([entry])).toEqual([])
    expect(await ids([{ ...entry, ransomware: true }])).toEqual([first.id])
    expect(await ids([])).toEqual([first.id])
    expect(await store.find(first.id)).toEqual(first)
  })
})

describe('the SQLite store', () => {
  it('keeps everything over a restart', async () => {
    const directory = await freshDirectory()
    const before = await sqliteStore(directory)
    await before.seed(content)
    await before.close()
    const after = keep(await sqliteStore(directory))
    expect((await after.seed(content)).added).toEqual([])
    expect(await after.summaries()).toHaveLength(content.bulletins.length)
  })

  it.skipIf(process.platform === 'win32')('can be read by nobody else on the machine', async () => {
    const directory = join(await freshDirectory(), 'data')
    const store = keep(await sqliteStore(directory))
    await store.seed(content)
    const rightsOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
    expect(await rightsOf(directory)).toBe('700')
    for (const name of ['hotfix-report.sqlite', 'hotfix-report.sqlite-wal'])
      expect([name, await rightsOf(join(directory, name))]).toEqual([name, '600'])
  })

  it('leaves nothing behind where it could not be brought up to date, and is once the cause is gone', async () => {
    const directory = await freshDirectory()
    const file = new DatabaseSync(join(directory, 'hotfix-report.sqlite'))
    // In the way of the third table: the first two are made, as when the machine stops in between.
    file.exec('create table platform (id text)')
    await expect(sqliteStore(directory)).rejects.toThrow('brought up to date')
    file.exec('drop table platform')
    file.close()
    const store = keep(await sqliteStore(directory))
    expect((await store.seed(content)).added).toHaveLength(content.bulletins.length)
  })

  it('refuses a directory that is in use, says what to do, and does no harm', async () => {
    const directory = await freshDirectory()
    const store = keep(await sqliteStore(directory))
    await expect(sqliteStore(directory)).rejects.toThrow(/in use by another HotFix Report.*DATA_DIR/)
    await store.seed(content)
    expect(await store.find(first.id)).toEqual(first)
  })

  it('adds all of a content or nothing of it', async () => {
    const store = keep(await sqliteStore(await freshDirectory()))
    const broken = {
      ...second,
      get references(): never {
        throw new Error('cannot be read')
      },
    }
    await expect(store.seed({ platforms: [], bulletins: [first, broken] })).rejects.toThrow('cannot be read')
    expect(await store.summaries()).toEqual([])
  })

  it('leaves a sound file behind', async () => {
    const directory = await freshDirectory()
    const store = await sqliteStore(directory)
    await store.seed(content)
    await store.close()
    const file = new DatabaseSync(join(directory, 'hotfix-report.sqlite'))
    expect(file.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
    expect(file.prepare('pragma foreign_key_check').all()).toEqual([])
    expect(file.prepare('select count(*) as events from event').get()).toEqual({ events: content.bulletins.length })
    file.close()
  })
})
