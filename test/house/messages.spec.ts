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

/**
 * Messages are read from what a hook gave: `t.title`, `common.pages.alerts`, `labText.platform`, `words.exploit`; or taken
 * apart, `const { title } = `. What is not read word by word counts as read whole, and so does what is named in quotes: `t[refusal]`.
 */
function isRead(name: string): boolean {
  const [key = '', ...above] = name.split('.').toReversed()
  if (above.some((parent) => new RegExp(`\\.${parent}(\\[|\\b(?!\\.))`).test(source))) return true
  return (
    // Its title, or the word for one of its options.
    [key, ...above].some((part) => readByName.has(part)) ||
    new RegExp(`\\b(t|common|\\w*[wW]ords|\\w+Text)(\\.\\w+)*\\.${key}\\b|\\b${key}\\b[^{}]*\\} = |'${key}'[ )|]`).test(
      source,
    )
  )
}

it('no message is there that nobody reads', () => {
  const named = paths
    .filter((path) => /\/(\w+-)*(messages|words|common)(-ja)?\.ts$/.test(path))
    .flatMap((path) => keysOf(path).map((name) => ({ path, name })))
  expect(named.length).toBeGreaterThan(500)
  expect(named.filter(({ name }) => !isRead(name))).toEqual([])
})
