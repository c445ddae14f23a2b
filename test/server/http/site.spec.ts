import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Platform } from '../../../src/contract/platform.ts'
import { pagePaths } from '../../../src/contract/pages.ts'
import { buildApp } from '../../../src/server/app.ts'
import { serveSite } from '../../../src/server/http/site.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { listing } from '../../support/listing.ts'

const directory = await mkdtemp(join(tmpdir(), 'hotfix-site-'))
afterAll(() => rm(directory, { recursive: true }))
await mkdir(join(directory, 'assets'))
await writeFile(join(directory, 'index.html'), '<!doctype html>the page<script src="/assets/index-abc.js"></script>')
await writeFile(join(directory, 'assets/index-abc.js'), 'plain')
await writeFile(join(directory, 'assets/index-abc.js.br'), 'brotli')

await writeFile(
  join(directory, 'assets/list-abcdef1.js'),
  'import{a as b}from"./index-abc.js";import"./shared-abcdef1.js"',
)
await writeFile(join(directory, 'assets/list-abcdef1.css'), 'a{}')
await writeFile(join(directory, 'assets/shared-abcdef1.js'), 'let a')

const store = await storeInMemory()
const platform: Platform = {
  id: 'windows-11.24h2',
  family: 'Windows 11',
  version: '24H2',
  variant: null,
  label: { en: 'Windows 11 24H2' },
  kind: 'client',
  supportEndsOn: null,
}
await store.seed({
  platforms: [platform],
  bulletins: [
    listing('MS05-019', ['a']),
    { ...listing('KB5079473.1', []), source: { kind: 'msrc-cvrf', document: '2031-Mar', retrievedAt: null } },
    listing('advisory.json', []),
    listing('v1.js', []),
  ],
})
const app = buildApp({ store, site: await serveSite(directory) })
const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

it.each([
  '/',
  '/bulletins/MS05-019',
  '/bulletins/KB5079473.1',
  '/bulletins/advisory.json',
  '/bulletins/v1.js',
  '/bulletins/MS05-019/record',
  '/vulnerabilities/MS05-019~a',
  '/platforms/windows-1%31.24h2',
  '/tests/all',
  '/alerts/',
  '/?release=2031-03',
  '/?release=',
  '/matrix?q=1',
])('gives the page for %s', async (path) => {
  const response = await get(path)
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('the page')
  expect(response.headers.get('cache-control')).toBe('no-cache')
  expect(response.headers.get('content-type')).toContain('text/html')
})

it.each([
  '/bulletins/NOPE',
  '/bulletins/NOPE/record',
  '/vulnerabilities/CVE-1998-9999',
  '/vulnerabilities/nope',
  '/platforms/nope',
  '/plans/1',
  '/plans/nope',
  '/weekly/9999',
  '/?release=2031-01',
  '/?release=nope',
  '/?release=%E0',
  '/bulletins/%E0%A4%A',
  '/%zz',
])('says that there is nothing at %s, by the same page', async (path) => {
  const response = await get(path)
  expect([response.status, response.headers.get('etag')]).toEqual([404, null])
  expect(await response.text()).toContain('the page')
})

it('says nothing of what is on file to who may not read it', async () => {
  const closed = buildApp({
    store,
    site: await serveSite(directory),
    admission: { signIn: 'accounts', anonymous: null },
  })
  for (const id of ['MS05-019', 'NOPE']) expect((await closed.request(`/bulletins/${id}`)).status).toBe(302)
})

it('names with a page the chunks that it begins with, and none that the page itself names', async () => {
  const links = (await get('/alerts?severity=1')).headers.get('link')
  expect(links).toBe(
    '</assets/list-abcdef1.js>; rel=modulepreload, </assets/shared-abcdef1.js>; rel=modulepreload, ' +
      '</assets/list-abcdef1.css>; rel=preload; as=style; crossorigin',
  )
  expect((await get('/people')).headers.get('link')).toBeNull()
  expect((await get('/assets/list-abcdef1.js')).headers.get('link')).toBeNull()
})

it.each([
  '/docs',
  '/api',
  '/anything/else',
  '/alerts/nope',
  '/metrics/x',
  '/bulletins',
  '/bulletins/',
  '/bulletins/MS05-019/compare/deeper',
  '/bulletins/MS05-019/nope',
  '/bulletins/MS05-019%2Frecord',
  '/bulletins/..%2f..%2fpackage.json',
  '/bulletins/a%5Cb',
  '/bulletins/a%0Ab',
  '/bulletins//record',
  '//alerts',
  '/plans',
])('says that %s is no page, and gives people one', async (path) => {
  const response = await get(path)
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('the page')
})

it('knows the address of every page, and no other', async () => {
  const files = await Array.fromAsync(glob('src/web/**/*.{ts,tsx}'))
  const sources = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const routes = sources.filter((source) => source.includes('createRoute('))
  const paths = routes.flatMap((source) => [...source.matchAll(/\bpath: '(\/[^']*)'/g)].map(([, path = '']) => path))
  expect(paths.map((path) => path.replaceAll(/\$(\w+)/g, '{$1}')).toSorted()).toEqual([...pagePaths].toSorted())
})

it('sends a hashed asset precompressed, and for ever', async () => {
  const response = await get('/assets/index-abc.js', { 'accept-encoding': 'gzip, br' })
  expect([await response.text(), response.headers.get('content-encoding')]).toEqual(['brotli', 'br'])
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(response.headers.get('content-type')).toContain('text/javascript')
})

it('sends it plain to who takes nothing else, and not again to who has it', async () => {
  const response = await get('/assets/index-abc.js')
  expect([await response.text(), response.headers.get('content-encoding')]).toEqual(['plain', null])
  const again = await get('/assets/index-abc.js', { 'if-none-match': response.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
})

it('takes the weak tags that a proxy makes, and a list of them', async () => {
  const etag = (await get('/')).headers.get('etag') ?? ''
  expect((await get('/', { 'if-none-match': `"other", W/${etag}` })).status).toBe(304)
})

it('sends nothing in an encoding that is refused', async () => {
  const response = await get('/assets/index-abc.js', { 'accept-encoding': 'br;q=0, gzip' })
  expect([await response.text(), response.headers.get('content-encoding')]).toEqual(['plain', null])
})

it('names the methods that its paths have', async () => {
  const write = await app.request('/', { method: 'POST' })
  expect([write.status, write.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
})

it.each(['/assets/gone-123.js', '/favicon.png', '/favicon.ico', '/../package.json', '/..%2f..%2fpackage.json'])(
  'has no %s',
  async (path) => {
    expect((await get(path)).status).toBe(404)
  },
)

it('leaves unknown paths of the API to the API', async () => {
  const response = await get('/api/nothing')
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
})
