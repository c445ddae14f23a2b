import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { bulletinsAsAtom } from '../../src/server/atom.ts'
import { buildApp } from '../../src/server/app.ts'
import { validateAdvisory } from '../../src/feeds/csaf/validate.ts'
import { summarise } from '../../src/domain/bulletin/summary.ts'
import { bulletin as anyBulletin } from '../support/arbitraries.ts'
import { contentStore } from '../support/content-store.ts'

const app = buildApp({ store: await contentStore() })
const atom = 'http://www.w3.org/2005/Atom'

type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string }

/** An XML document as a tree; throws where it is not well-formed, or holds a letter that XML does not know. */
function parse(text: string): Element {
  const parser = new SaxesParser({ xmlns: true })
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  parser.on('opentag', ({ local, uri, attributes }) => {
    const element: Element = {
      name: uri === atom ? local : `{${uri}}${local}`,
      attributes: Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value])),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const write = (part: string) => {
    const element = open.at(-1)
    if (element) element.text += part
  }
  parser.on('text', write)
  parser.on('cdata', write)
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  const [feed] = root.children
  if (feed === undefined) throw new Error('no element')
  return feed
}

const childrenOf = ({ children }: Element, name: string) => children.filter((child) => child.name === name)
const textOf = (element: Element, name: string) => childrenOf(element, name)[0]?.text.trim() ?? ''
const linkOf = (element: Element, rel: string) =>
  childrenOf(element, 'link').find(({ attributes }) => (attributes['rel'] ?? 'alternate') === rel)?.attributes['href']
const moment = z.iso.datetime({ offset: true })

/** What of RFC 4287 is broken, by its sections. */
function faultsOf(feed: Element): string[] {
  const rules: [string, boolean][] = [['2: the root is an Atom feed', feed.name === 'feed']]
  const common = (element: Element, where: string): [string, boolean][] => [
    ...['id', 'title', 'updated'].map((name): [string, boolean] => [
      `4.1: ${where} has one ${name}`,
      childrenOf(element, name).length === 1,
    ]),
    [`4.2.6: the id of ${where} is an IRI`, URL.canParse(textOf(element, 'id'))],
    [`3.3: ${where} was updated at a moment`, moment.safeParse(textOf(element, 'updated')).success],
    [
      `3.1: a text of ${where} is text or HTML`,
      element.children.every(({ attributes }) => ['text', 'html', undefined].includes(attributes['type'])),
    ],
    [
      `4.2.7: the links of ${where} are IRIs`,
      childrenOf(element, 'link').every(({ attributes }) => URL.canParse(attributes['href'] ?? '')),
    ],
    [
      `4.2.2: the categories of ${where} have a term`,
      childrenOf(element, 'category').every(({ attributes }) => attributes['term'] !== undefined),
    ],
  ]
  const entries = childrenOf(feed, 'entry')
  const ids = entries.map((entry) => textOf(entry, 'id'))
  rules.push(...common(feed, 'the feed'))
  rules.push(['4.1.1: the feed, or each entry, has an author', childrenOf(feed, 'author').length > 0])
  rules.push([
    '3.2.1: an author has a name',
    childrenOf(feed, 'author').every((author) => textOf(author, 'name') !== ''),
  ])
  rules.push(['4.1.1: the feed links to itself', linkOf(feed, 'self') !== undefined])
  rules.push(['4.1.1: no entry stands there twice', new Set(ids).size === ids.length])
  for (const entry of entries) {
    rules.push(...common(entry, 'an entry'))
    rules.push(['4.1.2: an entry without content has an alternate', linkOf(entry, 'alternate') !== undefined])
    rules.push(['3.3: an entry was published at a moment', moment.safeParse(textOf(entry, 'published')).success])
  }
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}

const feedOf = async (query = '', host = 'http://reports.example') => {
  const response = await app.request(`${host}/api/feed.atom${query}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  return parse(await response.text())
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
        const feed = parse(text)
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
    expect(childrenOf(parse(text), 'entry')).toHaveLength(100)
  })
})

const fail = (): never => {
  throw new Error('a bulletin is needed')
}

it('what goes out names the address that is configured, whatever a request calls this server', async () => {
  const known = buildApp({ store: await contentStore(), origin: 'https://hotfix.example' })
  const feed = parse(await (await known.request('http://evil.example/api/feed.atom?severity=1')).text())
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
