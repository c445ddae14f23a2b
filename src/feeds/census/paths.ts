/** Every path of a document that holds something: elements and attributes of XML, values of JSON. */
import type { Element } from '../xml.ts'
import { eachChildOfRoot } from '../xml.ts'

/** Paths, and how often each occurs. */
export type Paths = Map<string, number>

function count(paths: Paths, path: string): void {
  paths.set(path, (paths.get(path) ?? 0) + 1)
}

/** An element by its name and its `Type`, which says what it holds: `Note[FAQ]`. */
const nameOf = ({ name, attributes: { Type: type } }: Element): string =>
  type === undefined ? name : `${name}[${type}]`

function addElement(paths: Paths, element: Element, above: string): void {
  const path = `${above}/${nameOf(element)}`
  if (element.text.trim() !== '' || element.children.length === 0) count(paths, path)
  for (const name of Object.keys(element.attributes)) if (name !== 'Type') count(paths, `${path}@${name}`)
  for (const child of element.children) addElement(paths, child, path)
}

/** The paths below the root of an XML document: `/Vulnerability/Notes/Note[FAQ]@Ordinal`. Throws `Unreadable` as `eachChildOfRoot` does. */
export function pathsOfXml(text: string): Paths {
  const paths: Paths = new Map()
  eachChildOfRoot(text, (element) => addElement(paths, element, ''))
  return paths
}

/** Items of these lists differ by their category in what they hold. */
const categorised = /\/(?:notes|references|relationships|remediations|threats)\/\*$/

/** What nests holds the same at any depth. */
const nested = (path: string): string => path.replace(/(?:\/branches\/\*)+(?=\/branches$)/, '')

/** The paths of a JSON value, an item of any list as `*`: `/notes/*[faq]/text`. */
export function pathsOfJson(value: unknown): Paths {
  const paths: Paths = new Map()
  const add = (at: unknown, path: string): void => {
    if (Array.isArray(at)) for (const item of at) add(item, `${path}/*`)
    else if (typeof at === 'object' && at !== null) {
      const { category } = at as { category?: unknown }
      const isKind = typeof category === 'string' && categorised.test(path)
      for (const [name, item] of Object.entries(at))
        if (!(isKind && name === 'category')) add(item, nested(`${isKind ? `${path}[${category}]` : path}/${name}`))
    } else count(paths, path)
  }
  add(value, '')
  return paths
}
