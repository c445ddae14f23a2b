import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import { readContent } from '../../../src/server/content.ts'
import { listing } from '../../support/listing.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()
const content = await readContent()

async function indexed(make: ReturnType<typeof engines>[number]['make'], bulletins = content.bulletins) {
  const store = await make()
  await store.seed({ ...content, bulletins })
  await store.search.catchUp()
  return store
}

/** The bulletins whose texts have all of these words. */
const bulletinsWith = async ({ search }: Awaited<ReturnType<typeof indexed>>, word: string) =>
  (await search.bulletinsWith([word])).flatMap(({ bulletins }) => bulletins)

describe.each(engines(kept))('searching texts in $name', ({ make }) => {
  it('finds names of files, registry values, tools and who tested', async () => {
    const store = await indexed(make)
    for (const word of ['tcpip.sys', 'tcpwindowsize', 'updateexpert', 'mbsa', '17520'])
      expect([word, await bulletinsWith(store, word)]).toEqual([word, expect.arrayContaining(['MS05-019'])])
    expect(await store.search.isComplete()).toBe(true)
  })

  it('gives the sentence that a word is in, and where it is', async () => {
    const store = await indexed(make)
    const hit = (await store.search.hits(['tcpwindowsize'], 10)).find(({ bulletin }) => bulletin === 'MS05-019')
    expect([hit?.place, hit?.text]).toEqual([
      'registry',
      String.raw`HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\TcpWindowSize`,
    ])
  })

  it('goes on writing after several texts were taken out at once', async () => {
    const store = await indexed(make)
    const comments = ['Breaks the till at Umeda.', 'Breaks the till at Kyobashi.', 'Breaks the till at Tennoji.']
    const numbers = await Promise.all(comments.map((text) => store.events.addComment('MS05-001', text, 'Ito')))
    await store.search.catchUp()
    for (const number of numbers) await store.events.retractComment('MS05-001', number ?? 0, 'Ito')
    await store.search.catchUp()
    expect(await store.events.addComment('MS05-001', 'The till works again.', 'Ito')).toBeGreaterThan(0)
  })

  it('finds a comment until it is taken back', async () => {
    const store = await indexed(make)
    const number = await store.events.addComment('MS05-001', 'Breaks the till at Umeda. Wait for the vendor.', 'Ito')
    expect(await store.search.isComplete()).toBe(false)
    await store.search.catchUp()
    expect(await store.search.hits(['umeda'], 10)).toEqual([
      { bulletin: 'MS05-001', place: 'comment', of: null, text: 'Breaks the till at Umeda.' },
    ])
    await store.events.retractComment('MS05-001', number ?? 0, 'Ito')
    await store.search.catchUp()
    expect(await bulletinsWith(store, 'umeda')).toEqual([])
  })

  it('follows a bulletin that reads otherwise, and keeps a text that another one shares', async () => {
    const [first, second] = content.bulletins
    if (first === undefined || second === undefined) throw new Error('two bulletins are needed')
    const saying = (bulletin: Bulletin, analysis: string): Bulletin => ({ ...bulletin, analysis: { en: analysis } })
    const store = await indexed(make, [saying(first, 'Zebra crossing.'), saying(second, 'Zebra crossing.')])
    expect(await bulletinsWith(store, 'zebra')).toEqual([first.id, second.id])
    await store.save({ platforms: [], bulletins: [{ ...saying(first, 'Tiger.'), updatedOn: '2026-01-01' }] }, 'Ito')
    await store.search.catchUp()
    expect(await bulletinsWith(store, 'zebra')).toEqual([second.id])
    expect(await bulletinsWith(store, 'tiger')).toEqual([first.id])
  })

  it('comes to an end where a bulletin has nothing to index, and forgets what one said before', async () => {
    const silent = listing('KB5000001', [])
    const store = await make()
    await store.save({ platforms: [], bulletins: [{ ...silent, analysis: { en: 'Zebra.' } }] }, 'Ito')
    await store.search.catchUp()
    expect(await bulletinsWith(store, 'zebra')).toEqual(['KB5000001'])
    await store.save({ platforms: [], bulletins: [{ ...silent, updatedOn: '2032-01-01' }] }, 'Ito')
    await store.search.catchUp(AbortSignal.timeout(20_000))
    expect([await store.search.isComplete(), await bulletinsWith(store, 'zebra')]).toEqual([true, []])
  })

  it('has no trouble with marks that mean something to a database', async () => {
    const store = await indexed(make)
    for (const word of [`"tcpip`, `'; drop`, String.raw`\tcpip`, 'a:*', '-', '(', '\u{1F600}'])
      expect(await store.search.bulletinsWith([word])).toHaveLength(1)
  })
})
