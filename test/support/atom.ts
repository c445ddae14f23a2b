/** Atom feeds, read strictly. */
import { SaxesParser } from 'saxes'
import * as z from 'zod'

const atom = 'http://www.w3.org/2005/Atom'

type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string }

/** An XML document as a tree; throws where it is not well-formed, or holds a letter that XML does not know. */
export function parseFeed(text: string): Element {
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

export const childrenOf = ({ children }: Element, name: string) => children.filter((child) => child.name === name)
export const textOf = (element: Element, name: string) => childrenOf(element, name)[0]?.text.trim() ?? ''
export const linkOf = (element: Element, rel: string) =>
  childrenOf(element, 'link').find(({ attributes }) => (attributes['rel'] ?? 'alternate') === rel)?.attributes['href']
const moment = z.iso.datetime({ offset: true })

/** What of RFC 4287 is broken, by its sections; of what a feed should have, the link to itself is looked at elsewhere. */
export function faultsOf(feed: Element): string[] {
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
  rules.push(['4.1.1: no entry stands there twice', new Set(ids).size === ids.length])
  for (const entry of entries) {
    rules.push(...common(entry, 'an entry'))
    rules.push(['4.1.2: an entry without content has an alternate', linkOf(entry, 'alternate') !== undefined])
    rules.push(['3.3: an entry was published at a moment', moment.safeParse(textOf(entry, 'published')).success])
  }
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}
