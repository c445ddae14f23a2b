import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { endpoints } from '../../src/contract/endpoints.ts'
import type { Endpoint } from '../../src/contract/endpoints/endpoint.ts'
import { facets } from '../../src/contract/facets.ts'
import { sortOrders } from '../../src/contract/vocabulary.ts'

const guides = ['README.md', 'CONTRIBUTING.md', ...guidesIn('docs')]

function guidesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.md')).map((name) => posix.join(folder, name.replaceAll('\\', '/')))
}
const read = (path: string) => readFileSync(path, 'utf8')

/** The files that a clone has, as far as they are text and written by a person. */
const tracked = () =>
  execFileSync('git', ['ls-files'], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => path !== '' && path !== 'package-lock.json' && !/\.(png|ico)$/.test(path) && existsSync(path))

describe.each(guides)('%s', (guide) => {
  const text = read(guide)

  it('names npm scripts that exist', () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map((match) => match[1] ?? '')
    expect(named.filter((script) => !(script in manifest.scripts))).toEqual([])
  })

  it('names files that exist', () => {
    const inCode = [...text.matchAll(/`((?:src|test|docs)\/[\w./-]+)`/g)].map((match) => match[1] ?? '')
    const linked = [...text.matchAll(/\]\(((?!https?:)[\w./-]+)(?:#[\w-]+)?\)/g)].map((match) =>
      posix.join(posix.dirname(guide), match[1] ?? ''),
    )
    const inSource = [...text.matchAll(/`((?:contract|domain|feeds|server|web|words)\/[\w./-]+\.tsx?)`/g)].map(
      (match) => `src/${match[1] ?? ''}`,
    )
    const named = [...inCode, ...inSource, ...linked]
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })
})

describe('the table of the architecture', () => {
  it('has a place for every folder of the pages', () => {
    const table = read('docs/architecture.md').split('## Document')[0] ?? ''
    const folders = readdirSync('src/web', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const unnamed = folders.filter(({ name }) => !table.includes(`\`${name}\``) && !table.includes(`/${name}\``))
    expect(unnamed.map(({ name }) => name)).toEqual([])
  })
})

describe('what is said of the API', () => {
  it('has every filter and order', () => {
    const [, said = ''] = read('README.md').split('## API')
    expect([...facets, ...sortOrders].filter((name) => !said.includes(`\`${name}\``))).toEqual([])
  })

  it('has every list that comes by pages', () => {
    const [, lists = ''] = /\*\*Lists\.\*\*(.*)take$/m.exec(read('docs/api.md')) ?? []
    const paged = Object.values<Endpoint>(endpoints).filter(({ isPaged }) => isPaged === true)
    expect([...lists.matchAll(/`(?:GET )?(.*?)`/g)].map(([, path]) => path).toSorted()).toEqual(
      paged.map(({ path }) => path).toSorted(),
    )
  })
})

describe('the tracked files', () => {
  it('name no folder of the machine they were written on', () => {
    const homes = ['work', 'home', 'root', 'Users']
    const pattern = new RegExp(`(?<![\\w.])/(${homes.join('|')})/`)
    expect(tracked().filter((path) => pattern.test(read(path)))).toEqual([])
  })
})
