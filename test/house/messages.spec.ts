import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { facets } from '../../src/contract/facets.ts'

const paths = readdirSync('src/web', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => `${entry.parentPath.replaceAll('\\', '/')}/${entry.name}`)
const source = paths.map((path) => readFileSync(path, 'utf8')).join('\n')

/** Read by what happened or by the name of a facet: `t[event.what]`, `t[facet]`. */
const readByName = new Set<string>(['added', 'updated', ...facets])

/** The keys of a file of messages, those of a nested object after its own: `conflict.title`. */
function keysOf(path: string): string[] {
  const [, body = ''] = /^(?:const ja|export const \w+Ja)\b.*? = \{\n(.*?)\n\}/ms.exec(readFileSync(path, 'utf8')) ?? []
  const parents: string[] = []
  return [...body.matchAll(/^( +)'?([\w$-]+)'?: /gm)].map(([, indent = '', key = '']) => {
    parents.length = indent.length / 2 - 1
    parents.push(key)
    return parents.join('.')
  })
}

const wordsIn = (text: string) => text.match(/[\w$-]+/g)?.flatMap((word) => [word, ...word.split('-')]) ?? []

/** Names of the source by how they stand there; looked for one by one they would take ten seconds. */
const found = {
  /** Of an object that is read whole, or by a name that is not written out. */
  whole: new Set(Array.from(source.matchAll(/\.([\w$]+)\b(?!\.)/g), ([, name]) => name)),
  /** Read from what a hook gave: `t.title`, `common.pages.alerts`, `labText.platform`, `words.exploit`. */
  read: new Set(
    Array.from(source.matchAll(/\b(?:t|common|\w*[wW]ords|\w+Text)((?:\.\w+)+)/g), ([, chain = '']) =>
      chain.slice(1).split('.'),
    ).flat(),
  ),
  /** Taken apart: `const { title } = `. */
  taken: new Set(
    source
      .split('} = ')
      .slice(0, -1)
      .flatMap((before) => wordsIn(before.slice(Math.max(before.lastIndexOf('{'), before.lastIndexOf('}')) + 1))),
  ),
  /** In quotes: `t[refusal]`. */
  quoted: new Set(source.match(/(?<=')[\w$-]+(?='[ )|])/g)),
}

/** What is not read word by word counts as read whole. */
function isRead(name: string): boolean {
  const [key = '', ...above] = name.split('.').toReversed()
  return (
    above.some((parent) => found.whole.has(parent)) ||
    // Its title, or the word for one of its options.
    [key, ...above].some((part) => readByName.has(part)) ||
    [found.read, found.taken, found.quoted].some((names) => names.has(key))
  )
}

it('no message is there that nobody reads', () => {
  const named = paths
    .filter((path) => /\/(\w+-)*(messages|words|common)(-ja)?\.ts$/.test(path))
    .flatMap((path) => keysOf(path).map((name) => ({ path, name })))
  expect(named.length).toBeGreaterThan(500)
  expect(named.filter(({ name }) => !isRead(name))).toEqual([])
})
