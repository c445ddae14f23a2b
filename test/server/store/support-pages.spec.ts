import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import { importDocument } from '../../../src/server/imports/import-document.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { servicingPage, topicPage, type PageIssue } from '../../feeds/support-pages.ts'
import { listing } from '../../support/listing.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()
const clock = () => new Date('2031-03-20T09:00:00Z')
const kb = '5900001'

const printing = (workaround: string): PageIssue => ({
  title: 'Labels print twice',
  parts: { Symptoms: 'A label is printed twice.', ...(workaround !== '' && { Workaround: workaround }) },
})

const hint = {
  id: `KB${kb}`,
  title: { en: 'A page' },
  platforms: [],
  references: [{ kind: 'kb' as const, title: { en: 'A page' }, url: 'https://support.example/page' }],
}
const client = { name: 'client.msu', platforms: ['windows-11.30h1.x64'], fixedBuild: '10.0.30000.100', files: [] }
const server = { ...client, name: 'server.msu', platforms: ['windows-server-2031'], fixedBuild: '10.0.31000.7' }
const bulletin: Bulletin = {
  ...listing(`KB${kb}`, ['A']),
  kb: [kb],
  knownIssues: [hint],
  packages: [client, server],
  source: { kind: 'msrc-cvrf', document: '2031-Mar', retrievedAt: null },
}
const month = { key: 'msrc-cvrf 2031-Mar', order: [{ moment: '2031-03-11' }] }
const saveMonth = (store: Store) => store.save({ document: month, platforms: [], bulletins: [bulletin] }, 'Ito')

const page = (store: Store, html: string, more: { kb?: string; name?: string } = {}) =>
  importDocument(
    store,
    { name: more.name ?? 'page.html', bytes: new TextEncoder().encode(html) },
    { keepGoing: false, who: 'Ito', ...more },
  )
const found = (store: Store) => store.find(`KB${kb}`)
const kindsOf = async (store: Store) => (await store.versions(`KB${kb}`))[0]?.changes.map(({ kind }) => kind)

describe.each(engines(kept))('support pages in the $name store', ({ make }) => {
  it('say what they list to the bulletin of their KB, whichever of the two comes first', async () => {
    const [before, after] = [await make(clock), await make(clock)]
    const html = topicPage({ issues: [printing('Print from the preview.')] })
    expect(await page(before, html)).toMatchObject({ saved: [], page: { kb, answer: 'published', issues: 1 } })
    await saveMonth(before)
    await saveMonth(after)
    expect(await page(after, html)).toMatchObject({ catalogue: 'stored', saved: [{ outcome: 'updated' }] })
    expect(await found(before)).toEqual(await found(after))
    expect(await found(after)).toMatchObject({
      knownIssues: [{ title: { en: 'Labels print twice' }, platforms: ['windows-11.30h1.x64'] }],
      supportPages: [{ kb, answer: 'published', readOn: '2031-03-20', builds: ['30000.100'] }],
    })
    // In place of the hint stands what the page lists.
    expect(await kindsOf(after)).toEqual(['known-issue-added', 'details'])
  })

  it('change nothing when they come again as they are', async () => {
    const store = await make(clock)
    await saveMonth(store)
    await page(store, topicPage({ issues: [printing('')] }))
    const [last] = await store.imports.list(1)
    expect(await page(store, topicPage({ issues: [printing('')] }))).toMatchObject({
      catalogue: 'unchanged',
      saved: [],
    })
    expect(await store.imports.list(1)).toEqual([last])
  })

  it('tell of a workaround and of a resolution', async () => {
    const store = await make(clock)
    await saveMonth(store)
    await page(store, topicPage({ issues: [printing('')] }))
    await page(store, topicPage({ issues: [printing('Print from the preview.')] }))
    expect(await kindsOf(store)).toEqual(['known-issue-workaround'])
    expect((await store.summaries())[0]?.knownIssues).toBe(1)
    await page(store, topicPage({ issues: [printing('This issue is addressed in KB5900009.')] }))
    expect((await store.versions(`KB${kb}`))[0]?.changes).toMatchObject([
      { kind: 'known-issue-resolved', to: 'KB5900009' },
    ])
    // What is resolved is no open issue.
    expect((await store.summaries())[0]?.knownIssues).toBe(0)
  })

  it('of one KB and several builds stand side by side', async () => {
    const store = await make(clock)
    await saveMonth(store)
    await page(store, topicPage({ issues: [printing('')] }))
    const title = 'March 11, 2031&#8212;KB5900001 (OS Build 31000.7)'
    await page(store, servicingPage({ title, issues: [printing('')] }))
    expect(await found(store)).toMatchObject({
      knownIssues: [{ platforms: ['windows-11.30h1.x64', 'windows-server-2031'] }],
      supportPages: [{ builds: ['30000.100'] }, { builds: ['31000.7'] }],
    })
  })

  it('are taken out again with the import that has brought them', async () => {
    const store = await make(clock)
    await saveMonth(store)
    const before = await found(store)
    await page(store, topicPage({ issues: [printing('')] }))
    const first = await found(store)
    await page(store, topicPage({ issues: [printing('Print from the preview.')] }))
    const undo = async () =>
      store.imports.undo((await store.imports.list(5)).find((each) => each.canBeUndone)?.id ?? 0, 'Sato')
    expect(await undo()).toBe('done')
    expect(await found(store)).toEqual(first)
    expect(await undo()).toBe('done')
    expect(await found(store)).toEqual(before)
  })

  it('in place of which another page was found are not readable, unless one was read', async () => {
    const store = await make(clock)
    await saveMonth(store)
    const name = `https://support.example/help/${kb}`
    const other = topicPage({ title: 'MS31-001: Another bulletin' })
    const signIn = '<!doctype html><html><title>Sign in</title></html>'
    for (const html of [other, signIn, topicPage({ title: 'KB5900002' })])
      expect(await page(store, html, { kb, name })).toMatchObject({ page: { kb, answer: 'unreadable' }, problems: [] })
    expect(await found(store)).toMatchObject({
      knownIssues: [hint],
      supportPages: [{ answer: 'unreadable', cause: 'other-page', url: name }],
    })
    await page(store, topicPage({ inside: '<p>Microsoft is not currently aware of any issues with this update.</p>' }))
    expect(await found(store)).toMatchObject({ knownIssues: [], supportPages: [{ answer: 'none' }] })
  })

  it('that say nothing of their KB are refused as files', async () => {
    const store = await make(clock)
    expect(await page(store, topicPage({ title: 'MS31-001: A bulletin' }))).toMatchObject({
      kind: 'kb-page',
      problems: [{ place: 'title' }],
    })
  })

  it('go with the source that has brought them', async () => {
    const store = await make(clock)
    await saveMonth(store)
    const before = await found(store)
    await store.references.save(
      {
        document: { key: `kb-page ${kb}`, order: [] },
        kind: 'kb-page',
        subject: kb,
        content: { kb, answer: 'none', url: 'https://support.example/', builds: [], issues: [] },
      },
      'kb-page',
      { name: 'page', source: 'pages', by: 'source' },
    )
    expect(await found(store)).toMatchObject({ knownIssues: [], supportPages: [{ answer: 'none' }] })
    await store.imports.removeDocuments('pages', 'Sato')
    expect(await found(store)).toEqual(before)
  })
})

describe('support pages and months', () => {
  it('come to the same in any order', async () => {
    const title = 'March 11, 2031&#8212;KB5900001 (OS Build 31000.7)'
    const steps = [
      (store: Store) => saveMonth(store),
      (store: Store) => page(store, topicPage({ issues: [printing('Print from the preview.')] })),
      (store: Store) => page(store, servicingPage({ title, issues: [printing('')] })),
    ]
    const results = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(steps, { minLength: 3 }), async (order) => {
        const store = await storeInMemory(clock)
        for (const step of order) await step(store)
        results.add(JSON.stringify(await found(store)))
        await store.close()
      }),
      { numRuns: 12 },
    )
    expect(results.size).toBe(1)
  })
})
