import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../src/contract/bulletin.ts'
import { KeptWeeklyIssue, KeptWeeklySettings, WeeklyArchive, WeeklyIssue } from '../../src/contract/weekly.ts'
import { buildApp } from '../../src/server/app.ts'
import { catalogueOf } from '../../src/server/catalogue/catalogue.ts'
import { fixesOf } from '../../src/server/fixes.ts'
import { readContent } from '../../src/server/content.ts'
import { matcherOf } from '../../src/server/notices/matcher.ts'
import { previewer } from '../../src/server/notices/preview.ts'
import { readersOf } from '../../src/server/readers.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'
import { engines, putAwayAfterEach } from '../support/stores.ts'
import { problemOf } from '../support/problem.ts'

const content = await readContent()
const kept = putAwayAfterEach()
const monday = '2025-06-02T00:00:00.000Z'
const settings = { on: 3, at: '08:00', zone: 'Asia/Tokyo', skipsEmpty: false } as const
/** Tuesday at eleven at night in UTC is Wednesday at eight in Tokyo. */
const [first, second, third] = ['2025-06-03T23:00:00.000Z', '2025-06-10T23:00:00.000Z', '2025-06-17T23:00:00.000Z']

/** A clock that is set by hand. */
function handSet(start: string) {
  let time = start
  return { now: () => new Date(time), set: (moment: string) => (time = moment) }
}

function weeklyFor(store: Store, now: () => Date) {
  const fixes = fixesOf(store)
  const catalogue = catalogueOf(store, fixes, now)
  return readersOf({ store, fixes, catalogue, watch: { list: async () => [] }, now }).weekly
}

/** The texts of all elements of a name, in a document that must be well-formed. */
function textsOf(name: string, xml: string): string[] {
  const parser = new SaxesParser()
  const texts: string[] = []
  let text = ''
  parser.on('opentag', () => (text = ''))
  parser.on('text', (part) => (text += part))
  parser.on('cdata', (part) => (text += part))
  parser.on('closetag', (tag) => (tag.name === name ? texts.push(text) : 0))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return texts
}

const bulletin = (id: string): Bulletin => ({ ...(content.bulletins[0] as Bulletin), id })

describe.each(engines(kept))('HotFix Weekly in $name', ({ make }) => {
  it('makes an issue when it comes due, about what has happened since the one before, and keeps it as it was', async () => {
    const clock = handSet(monday)
    const store = await make(clock.now)
    await store.seed(content)
    await store.weekly.setSettings(0, settings, 'Ito')
    const weekly = weeklyFor(store, clock.now)
    expect(await weekly.makeDue()).toBeNull()
    clock.set('2025-06-03T23:00:10.000Z')
    expect(await weekly.makeDue()).toBe(1)
    expect(await weekly.makeDue()).toBeNull()
    const before = await store.weekly.find(1)
    expect(before).toMatchObject({ to: first, content: { new: { own: content.bulletins.length, others: 0 } } })

    clock.set('2025-06-05T00:00:00.000Z')
    await store.save({ platforms: [], bulletins: [bulletin('MS05-101')] }, 'Ito')
    clock.set('2025-06-10T23:00:20.000Z')
    await store.save({ platforms: [], bulletins: [bulletin('MS05-102')] }, 'Ito')
    expect(await weekly.makeDue()).toBe(2)
    expect(await store.weekly.find(2)).toMatchObject({
      from: first,
      to: second,
      content: { new: { own: 1, lines: [{ id: 'MS05-101' }] } },
    })
    expect(await store.weekly.find(1)).toEqual(before)
    clock.set('2025-06-18T00:00:00.000Z')
    await weekly.makeDue()
    expect(await store.weekly.find(null)).toMatchObject({
      number: 3,
      content: { new: { lines: [{ id: 'MS05-102' }] } },
    })
  })

  it('shows who thinks of subscribing which issues came last, and how many a month', async () => {
    const clock = handSet(monday)
    const store = await make(clock.now)
    await store.seed(content)
    await store.weekly.setSettings(0, settings, 'Ito')
    const weekly = weeklyFor(store, clock.now)
    for (const moment of [first, second]) {
      clock.set(moment)
      await weekly.makeDue()
    }
    const catalogue = catalogueOf(store, fixesOf(store), clock.now)
    const matcher = matcherOf({ store, catalogue, signIn: 'single-user', tlp: 'never' })
    const asked = {
      name: 'Weekly',
      about: 'weekly',
      search: '',
      kinds: [],
      isAssigned: false,
      isWatched: false,
    } as const
    const preview = await previewer({ store, matcher, now: clock.now })({
      ...asked,
      kinds: [],
      id: 1,
      person: null,
      role: 'admin',
      owner: { kind: 'person', name: 'Ito' },
      channel: 1,
      when: { every: 'change' },
      language: 'en',
    })
    expect(preview).toMatchObject({ last: [], issues: [{ number: 2 }, { number: 1 }], perMonth: 2, mostPerDay: 1 })
  })

  it('makes one issue however many servers look at the same moment', async () => {
    const clock = handSet(monday)
    const store = await make(clock.now)
    await store.seed(content)
    await store.weekly.setSettings(0, settings, 'Ito')
    clock.set('2025-06-03T23:00:10.000Z')
    const servers = [1, 2, 3].map(() => weeklyFor(store, clock.now))
    const numbers = await Promise.all(servers.map((weekly) => weekly.makeDue()))
    expect(numbers.toSorted()).toEqual([1, null, null])
    expect(await store.weekly.place()).toMatchObject({ number: 1, to: first, handled: first })
    expect((await store.events.after(0, 1000)).filter(({ topic }) => topic === 'weekly')).toHaveLength(2)
  })

  it('leaves out a week in which nothing happened where that is set, and the next issue is about it, too', async () => {
    const clock = handSet(monday)
    const store = await make(clock.now)
    await store.seed(content)
    await store.weekly.setSettings(0, { ...settings, skipsEmpty: true }, 'Ito')
    const weekly = weeklyFor(store, clock.now)
    clock.set(first)
    expect(await weekly.makeDue()).toBe(1)
    clock.set(second)
    expect(await weekly.makeDue()).toBeNull()
    expect(await store.weekly.place()).toMatchObject({ number: 1, to: first, handled: second })
    clock.set('2025-06-12T00:00:00.000Z')
    await store.save({ platforms: [], bulletins: [bulletin('MS05-101')] }, 'Ito')
    expect(await weekly.makeDue()).toBeNull()
    clock.set(third)
    expect(await weekly.makeDue()).toBe(2)
    expect(await store.weekly.find(2)).toMatchObject({ from: first, to: third, content: { isEmpty: false } })
  })

  it('finds issues by year, and by words in both languages and any letters', async () => {
    const clock = handSet(monday)
    const store = await make(clock.now)
    await store.seed(content)
    await store.weekly.setSettings(0, settings, 'Ito')
    const weekly = weeklyFor(store, clock.now)
    for (const at of [first, second]) {
      clock.set(at)
      await weekly.makeDue()
    }
    expect(await store.weekly.years()).toEqual([{ year: '2025', count: 2 }])
    const numbers = async (year: string | null, words: string[]) =>
      (await store.weekly.list({ year, words }, 10)).map(({ number }) => number)
    expect(await numbers('2025', [])).toEqual([2, 1])
    expect(await numbers('2024', [])).toEqual([])
    expect(await numbers(null, ['ms05-0', '第 1 号'])).toEqual([1])
    expect(await numbers(null, ['no. 2'])).toEqual([2])
    expect(await numbers(null, ['%'])).toEqual([])
    expect(await numbers(null, ['!', '_'])).toEqual([])
  })
})

describe('HotFix Weekly by the API', () => {
  async function desk(clock = handSet(first)) {
    const store = await storeInMemory(clock.now)
    clock.set(monday)
    await store.seed(content)
    const app = buildApp({ store, now: clock.now, admission: { signIn: 'single-user', user: 'Ito' } })
    const get = async (path: string) => app.request(path)
    const put = async (body: unknown, version: string) =>
      app.request('/api/weekly/settings', {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': version },
        body: JSON.stringify(body),
      })
    return { store, get, put, clock }
  }

  it('comes out on Wednesdays at eight, where nobody has said otherwise, in the zone of due days', async () => {
    const { get, store } = await desk()
    const { zone } = await store.due.policy()
    const answer = await get('/api/weekly/settings')
    expect(answer.headers.get('etag')).toBe('"0"')
    expect(KeptWeeklySettings.parse(await answer.json())).toMatchObject({ version: 0, on: 3, at: '08:00', zone })
  })

  it('takes new settings in place of those that were seen', async () => {
    const { put, get } = await desk()
    const set = KeptWeeklySettings.parse(await (await put({ ...settings, on: 5 }, '"0"')).json())
    expect(set).toMatchObject({ on: 5, setBy: 'Ito', next: '2025-06-05T23:00:00.000Z' })
    expect(await problemOf(await put(settings, '"0"'))).toMatchObject({ code: 'conflict' })
    expect(await problemOf(await put({ ...settings, zone: 'JST' }, `"${set.version}"`))).toMatchObject({
      code: 'invalid',
    })
    expect(KeptWeeklySettings.parse(await (await get('/api/weekly/settings')).json())).toEqual(set)
  })

  it('tells the next issue as it would be, and keeps nothing', async () => {
    const { get, put, store } = await desk()
    await put(settings, '"0"')
    const next = WeeklyIssue.parse(await (await get('/api/weekly/next')).json())
    expect(next).toMatchObject({ number: 1, to: first, madeAt: monday })
    expect(next.content.new.own).toBe(content.bulletins.length)
    expect(await store.weekly.find(null)).toBeNull()
    expect(WeeklyArchive.parse(await (await get('/api/weekly')).json())).toMatchObject({ issues: [], years: [] })
    expect((await get('/api/weekly/latest')).status).toBe(404)
    expect((await get('/api/weekly/1/markdown')).status).toBe(404)
    expect((await get('/api/weekly/first')).status).toBe(400)
  })

  it('has each issue at an address of its own, as JSON, Markdown and in a feed', async () => {
    const { get, put, store, clock } = await desk()
    await put(settings, '"0"')
    const weekly = weeklyFor(store, clock.now)
    for (const at of [first, second]) {
      clock.set(at)
      await weekly.makeDue()
    }
    const issue = KeptWeeklyIssue.parse(await (await get('/api/weekly/1')).json())
    expect(issue).toMatchObject({ number: 1, previous: null, following: 2 })
    expect(KeptWeeklyIssue.parse(await (await get('/api/weekly/latest')).json())).toMatchObject({ number: 2 })
    const markdown = await get('/api/weekly/1/markdown?lang=en')
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(await markdown.text()).toContain(`# HotFix Weekly No. 1 · Wed 4 June 2025`)
    const feed = await get('/api/weekly.atom?lang=en')
    const xml = await feed.text()
    expect(textsOf('id', xml).slice(1)).toEqual(['urn:hotfix-report:weekly:2', 'urn:hotfix-report:weekly:1'])
    expect(textsOf('title', xml)[1]).toBe('No. 2 · Wed 11 June 2025: A quiet week.')
    const found = WeeklyArchive.parse(await (await get('/api/weekly?q=MS05-001')).json())
    expect(found.issues.map(({ number }) => number)).toEqual([1])
  })
})
