import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bulletinsAsAtom } from '../../src/server/atom.ts'
import { buildApp } from '../../src/server/app.ts'
import { validateAdvisory } from '../../src/feeds/csaf/validate.ts'
import { summarise } from '../../src/domain/bulletin/summary.ts'
import { childrenOf, faultsOf, linkOf, parseFeed, textOf } from '../support/atom.ts'
import { bulletin as anyBulletin } from '../support/arbitraries.ts'
import { contentStore } from '../support/content-store.ts'

const app = buildApp({ store: await contentStore() })
const feedOf = async (query = '', host = 'http://reports.example') => {
  const response = await app.request(`${host}/api/feed.atom${query}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  return parseFeed(await response.text())
}

describe('the feed', () => {
  it('keeps to RFC 4287', async () => {
    expect(faultsOf(await feedOf())).toEqual([])
    expect(faultsOf(await feedOf('?q=nothing-has-this-name'))).toEqual([])
  })

  it('begins with what has changed last, and leads to its page', async () => {
    const [first] = childrenOf(await feedOf('?lang=en&severity=1'), 'entry')
    if (first === undefined) throw new Error('an entry is needed')
    expect(textOf(first, 'title')).toMatch(/^MS05-\d+: /)
    expect(linkOf(first, 'alternate')).toMatch(/^http:\/\/reports\.example\/bulletins\/MS05-\d+$/)
    expect(textOf(first, 'summary')).toMatch(/^new \(published [\d-]+\) · Severity 1 Critical · Urgency .+ · Exploit /)
    const updated = childrenOf(await feedOf(), 'entry').map((entry) => textOf(entry, 'updated'))
    expect(updated).toEqual(updated.toSorted().toReversed())
  })

  it('has what the filter leaves, and names it in its id', async () => {
    const [all, some] = [await feedOf(), await feedOf('?platform=windows-98')]
    expect(childrenOf(some, 'entry').length).toBeLessThan(childrenOf(all, 'entry').length)
    expect(linkOf(some, 'self')).toBe('http://reports.example/api/feed.atom?platform=windows-98')
    expect((await app.request('/api/feed.atom?severty=1')).status).toBe(400)
  })

  it('gives an entry the same id wherever the server stands', async () => {
    const idsAt = async (host: string) =>
      childrenOf(await feedOf('', host), 'entry').map((entry) => textOf(entry, 'id'))
    expect(await idsAt('http://a.example')).toEqual(await idsAt('https://b.example:8443'))
  })

  it('is not sent again to who has it', async () => {
    const etag = (await app.request('/api/feed.atom')).headers.get('etag') ?? ''
    expect((await app.request('/api/feed.atom', { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it('has a later moment after every change, of words alone, too, and one that is taken back', async () => {
    let now = new Date('2031-06-01T00:00:00.000Z')
    const store = await contentStore(() => now)
    const changing = buildApp({ store, now: () => now })
    const updated = async () => {
      const feed = parseFeed(await (await changing.request('/api/feed.atom?q=MS05-019')).text())
      const [entry] = childrenOf(feed, 'entry')
      if (entry === undefined) throw new Error('the entry is needed')
      expect(textOf(feed, 'updated')).toBe(textOf(entry, 'updated'))
      return textOf(entry, 'updated')
    }
    const bulletin = (await store.find('MS05-019')) ?? fail()
    const moments = [await updated()]
    const next = async (work: () => Promise<unknown>) => {
      now = new Date(now.getTime() + 86_400_000)
      await work()
      moments.push(await updated())
    }
    await next(() => store.save({ platforms: [], bulletins: [{ ...bulletin, title: { en: 'Another title' } }] }, 'Ito'))
    await next(() => store.save({ platforms: [], bulletins: [{ ...bulletin, title: { en: 'A third title' } }] }, 'Ito'))
    const [last] = await store.imports.list(1)
    await next(async () => expect(await store.imports.undo(last?.id ?? 0, 'Ito')).toBe('done'))
    expect(moments).toEqual([...new Set(moments)].toSorted())
  })

  it('keeps to it whatever a bulletin says, and a text is never more than a text', () => {
    const hostile = fc.constantFrom(
      '<script>alert(1)</script>',
      ']]>',
      '&lt;b&gt;',
      '\u0000\u0007',
      '\uD800',
      '<!--',
      '"\'',
    )
    fc.assert(
      fc.property(anyBulletin, fc.array(hostile, { minLength: 1 }), (bulletin, parts) => {
        const summary = { ...summarise(bulletin), title: { ja: parts.join(' ') } }
        const text = bulletinsAsAtom([summary], {
          language: 'ja',
          origin: 'http://a.example',
          self: 'http://a.example/api/feed.atom',
          changes: new Map(),
        })
        const feed = parseFeed(text)
        expect(faultsOf(feed)).toEqual([])
        const [entry] = childrenOf(feed, 'entry')
        // What a reader takes for HTML has no tag in it.
        expect(entry && textOf(entry, 'title')).not.toMatch(/[<>]/)
      }),
    )
  })

  it('ends after a hundred', () => {
    const many = Array.from({ length: 120 }, (_, at) => ({
      ...summarise(fc.sample(anyBulletin, 1)[0] ?? fail()),
      id: `A-${at}`,
    }))
    const to = { language: 'en', origin: 'http://a.example', self: 'http://a.example/f', changes: new Map() } as const
    const text = bulletinsAsAtom(many, to)
    expect(childrenOf(parseFeed(text), 'entry')).toHaveLength(100)
  })
})

const fail = (): never => {
  throw new Error('a bulletin is needed')
}

it('what goes out names the address that is configured, whatever a request calls this server', async () => {
  const known = buildApp({ store: await contentStore(), origin: 'https://hotfix.example' })
  const feed = parseFeed(await (await known.request('http://evil.example/api/feed.atom?severity=1')).text())
  expect(linkOf(feed, 'self')).toBe('https://hotfix.example/api/feed.atom?severity=1')
  const advisory: unknown = await (await known.request('http://evil.example/api/bulletins/MS05-019/csaf')).json()
  expect(advisory).toMatchObject({ document: { publisher: { namespace: 'https://hotfix.example' } } })
})

describe('an advisory that is asked for', () => {
  it('conforms to the standard, and is named as it says', async () => {
    const response = await app.request('http://reports.example/api/bulletins/MS05-019/csaf?lang=en')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="ms05-019.json"')
    const advisory: unknown = await response.json()
    expect((await validateAdvisory(advisory)).problems).toEqual([])
    expect(advisory).toMatchObject({
      document: { lang: 'en', publisher: { namespace: 'http://reports.example' }, tracking: { id: 'MS05-019' } },
    })
  })

  it('is not there for a bulletin that is not', async () => {
    expect((await app.request('/api/bulletins/MS99-999/csaf')).status).toBe(404)
    expect((await app.request('/api/bulletins/MS05-019/csaf?lang=fr')).status).toBe(400)
  })
})
