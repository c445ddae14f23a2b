import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { endpoints } from '../../src/contract/endpoints.ts'
import type { Endpoint } from '../../src/contract/endpoints/endpoint.ts'
import { History } from '../../src/contract/history.ts'
import { SearchAnswer } from '../../src/contract/search.ts'
import { IndexTable, Summary, type IndexRow } from '../../src/contract/summary.ts'
import { VulnerabilityTable, type RatedVulnerability } from '../../src/contract/vulnerability.ts'
import { indexRow } from '../../src/domain/bulletin/summary.ts'
import { filteredBulletins } from '../../src/domain/filter/apply.ts'
import { filterOf } from '../../src/domain/filter/filter.ts'
import { openTable, rowAt } from '../../src/domain/table/open.ts'
import { buildApp } from '../../src/server/app.ts'
import { healthRoutes } from '../../src/server/routes/health.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { columnsOf } from '../support/columns.ts'
import { contentStore } from '../support/content-store.ts'
import { problemOf } from '../support/problem.ts'
import { bulletinIn } from '../../src/domain/bulletin/json.ts'
import { singleRatings } from '../../src/domain/bulletin/ratings.ts'

const store = await contentStore()
const app = buildApp({ store })
const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
/** Nobody has touched any of them. */
const rows = async () => (await store.summaries()).map((stored) => indexRow(stored, new Map()))
const summaries = async () => (await rows()).map((row) => ({ ...row, triage: 'new' as const }))

describe('the summary index', () => {
  it('holds every bulletin, in the shape of the contract', async () => {
    const index = z.array(Summary).parse(await (await get('/api/bulletins')).json())
    expect(index).toEqual(await summaries())
    expect(index).toHaveLength(23)
  })

  it.each([
    { encoding: 'br', accepted: 'gzip, deflate, br', decode: brotliDecompressSync },
    { encoding: 'gzip', accepted: 'gzip', decode: gunzipSync },
    { encoding: 'gzip', accepted: 'br;q=0, gzip', decode: gunzipSync },
    { encoding: null, accepted: 'identity', decode: (bytes: Buffer) => bytes },
  ])('comes as $encoding to who accepts "$accepted"', async ({ encoding, accepted, decode }) => {
    const response = await get('/api/bulletins', { 'accept-encoding': accepted })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('vary')).toBe('accept-encoding')
    const bytes = decode(Buffer.from(await response.arrayBuffer()))
    expect(JSON.parse(bytes.toString())).toHaveLength(23)
  })

  it('is not sent again to who has it, until it changes', async () => {
    const changing = await storeInMemory()
    const server = buildApp({ store: changing })
    const etag = (await server.request('/api/bulletins')).headers.get('etag') ?? ''
    const again = await server.request('/api/bulletins', { headers: { 'if-none-match': `"other", W/${etag}` } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const ms05019 = await store.find('MS05-019')
    await changing.seed({ platforms: [], bulletins: ms05019 ? [ms05019] : [] })
    expect((await server.request('/api/bulletins', { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  it.each([
    'severity=1,2',
    'platform=windows-2000.sp3',
    'q=can-2005-0048',
    'urgency=immediate&restart=required&sort=id',
  ])('filters by %s as the pages do', async (text) => {
    const query = Object.fromEntries(new URLSearchParams(text))
    const columns = columnsOf(await summaries(), await store.platforms()).with({ due: new Map() })
    const expected = filteredBulletins(columns, filterOf(query), query['sort'] === 'id' ? 'id' : 'urgency')
    expect(expected.length).toBeGreaterThan(0)
    expect(await (await get(`/api/bulletins?${text}`)).json()).toEqual(expected)
  })

  it('finds by what the texts say, and tells where', async () => {
    await store.search.catchUp()
    const found = async (path: string) => z.array(z.object({ id: z.string() })).parse(await (await get(path)).json())
    for (const q of ['tcpip.sys', 'TcpWindowSize', 'UpdateEXPERT', 'UpdateEXPERT tcpip'])
      expect([q, await found(`/api/bulletins?q=${q}`)]).toEqual([q, expect.arrayContaining([{ id: 'MS05-019' }])])
    expect(await found('/api/bulletins?q=TcpWindowSize')).toHaveLength(1)
    const answer = SearchAnswer.parse(await (await get('/api/search?q=TcpWindowSize')).json())
    expect(answer.isComplete).toBe(true)
    expect(answer.words).toEqual([{ word: 'tcpwindowsize', bulletins: ['MS05-019'] }])
    expect(answer.hits.map(({ bulletin, place }) => [bulletin, place])).toEqual([['MS05-019', 'registry']])
    expect(await (await get('/api/search?q=CVE-2005-0048')).json()).toMatchObject({ words: [], hits: [] })
  })

  it.each([
    ['severity=9', 'severity'],
    ['urgency=soon', 'urgency'],
    ['platform=Windows%202000', 'platform'],
    ['sort=colour', 'sort'],
    [`q=${'x'.repeat(201)}`, 'q'],
    ['severty=1', 'severty'],
  ])('refuses %s and names the parameter', async (text, field) => {
    const response = await get(`/api/bulletins?${text}`)
    expect(response.status).toBe(400)
    const problem = await problemOf(response)
    expect(problem.code).toBe('invalid')
    expect(problem.details?.map((detail) => detail.field)).toEqual([field])
  })
})

describe('a bulletin', () => {
  it('is given whole', async () => {
    const response = await get('/api/bulletins/MS05-019')
    expect(bulletinIn(await response.text())).toEqual(await store.find('MS05-019'))
  })

  it('that is not on file is a 404', async () => {
    const response = await get('/api/bulletins/MS05-999')
    expect([response.status, (await problemOf(response)).code]).toEqual([404, 'not_found'])
  })

  it('with an impossible id is a 400', async () => {
    const response = await get('/api/bulletins/%20%20')
    expect([response.status, (await problemOf(response)).details?.[0]?.field]).toEqual([400, 'id'])
  })
})

it('gives the platform tree, each parent before its children, with counts', async () => {
  const tree = endpoints.listPlatforms.reply.parse(await (await get('/api/platforms')).json())
  const seen = new Set<string | null>([null])
  for (const { id, parent } of tree) {
    expect(seen.has(parent)).toBe(true)
    seen.add(id)
  }
  expect(tree[0]).toMatchObject({ id: 'windows-2000', parent: null })
  expect(tree[0]?.bulletins).toBeGreaterThan(10)
})

it('serves its description', async () => {
  const description = z.looseObject({
    openapi: z.literal('3.1.0'),
    servers: z.tuple([z.object({ url: z.literal('/') })]),
  })
  expect(description.parse(await (await get('/api/openapi.json')).json())).toBeDefined()
})

it('is alive and ready, and says when its store cannot be reached', async () => {
  expect((await get('/healthz')).status).toBe(200)
  expect((await get('/readyz')).status).toBe(200)
  const broken = buildApp({ store: { ...store, check: () => Promise.reject(new Error('gone')) } })
  const response = await broken.request('/readyz')
  expect([response.status, (await problemOf(response)).code]).toEqual([503, 'unavailable'])
})

it('is not ready with a store that does not answer, and the log says so', async () => {
  const reported: unknown[] = []
  const silent = { ...store, check: () => new Promise<void>(() => {}) }
  const routes = healthRoutes({ store: silent, report: (error) => reported.push(error), patience: 1 })
  expect((await routes.request('/readyz')).status).toBe(503)
  expect(reported).toMatchObject([{ message: expect.stringMatching(/^the database has not answered/) as unknown }])
})

it.each(['/api/nothing', '/elsewhere'])('answers the unknown path %s with a problem', async (path) => {
  const response = await get(path)
  expect([response.status, (await problemOf(response)).code]).toEqual([404, 'not_found'])
})

describe.each([...new Set(Object.values(endpoints).map(({ path }) => path))])('%s', (path) => {
  const known = Object.values<Endpoint>(endpoints).filter((endpoint) => endpoint.path === path)
  const has = new Set(known.map(({ method }) => method.toUpperCase()))
  const allowed = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'].filter(
    (method) => has.has(method) || method === 'OPTIONS' || (method === 'HEAD' && has.has('GET')),
  )
  const address = path.replaceAll(/\{\w+\}/g, '1')

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'].filter((method) => !has.has(method)))(
    'answers %s with the methods that it has',
    async (method) => {
      const response = await app.request(address, { method })
      expect([response.status, response.headers.get('allow')?.split(', ')]).toEqual([405, allowed])
      expect((await problemOf(response)).code).toBe('not_found')
    },
  )

  it('tells them to OPTIONS, too', async () => {
    const response = await app.request(address, { method: 'OPTIONS' })
    expect([response.status, response.headers.get('allow')?.split(', ')]).toEqual([204, allowed])
  })
})

it.each([endpoints.viewTriage, endpoints.viewFleet, endpoints.viewBulletin, endpoints.feedBulletins])(
  'does not send $path again to who has it',
  async ({ path }) => {
    const first = await get(path.replace('{id}', 'MS05-019'))
    const again = await get(path.replace('{id}', 'MS05-019'), {
      'if-none-match': `W/${first.headers.get('etag') ?? ''}`,
    })
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, ''])
  },
)

it('reports an error of its own and tells the caller nothing of its insides', async () => {
  const reported: unknown[] = []
  const broken = buildApp({
    store: { ...store, find: () => Promise.reject(new Error('secret path')) },
    report: (error) => reported.push(error),
  })
  const response = await broken.request('/api/bulletins/MS05-019')
  const text = await response.text()
  expect([response.status, text.includes('secret')]).toEqual([500, false])
  expect(reported).toEqual([new Error('secret path')])
})

it('forgets a failure: the index is there once the store is', async () => {
  let isDown = true
  const flaky = buildApp({
    store: {
      ...store,
      async *summaryPages() {
        if (isDown) throw new Error('down')
        yield* store.summaryPages()
      },
    },
  })
  expect((await flaky.request('/api/bulletins')).status).toBe(500)
  isDown = false
  expect((await flaky.request('/api/bulletins')).status).toBe(200)
})

it.each(['/api/bulletins', '/api/nothing', '/healthz', '/api/bulletins/MS05-999'])(
  'sends security headers and no banner with %s',
  async (path) => {
    const { headers } = await get(path)
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null])
  },
)

describe('the index of the pages', () => {
  it('holds the summaries as columns', async () => {
    const table = openTable<IndexRow>(IndexTable.parse(await (await get('/api/index')).json()))
    expect(Array.from({ length: table.rows }, (_, row) => rowAt(table, row))).toEqual(await rows())
  })

  const reasonsOfMs05019: Record<string, string[]> = {
    'CAN-2005-0048': ['critical'],
    'CAN-2004-0790': ['public'],
    'CAN-2004-1060': ['public'],
    'CAN-2004-0230': ['proof-of-concept', 'public'],
    'CAN-2005-0688': ['proof-of-concept', 'public'],
  }

  it('comes with every vulnerability and its ratings, where these are asked for', async () => {
    const reply: unknown = await (await get('/api/vulnerabilities')).json()
    const table = openTable<RatedVulnerability>(VulnerabilityTable.parse(reply))
    const rows = Array.from({ length: table.rows }, (_, row) => rowAt(table, row))
    const ms05019 = await store.find('MS05-019')
    expect(rows.filter(({ bulletin }) => bulletin === 'MS05-019')).toEqual(
      ms05019?.vulnerabilities.map(({ id, cve, title, ratings }) => ({
        bulletin: 'MS05-019',
        id,
        cve,
        title,
        ratings: singleRatings(ratings),
        reasons: reasonsOfMs05019[id],
      })),
    )
  })

  it('comes with the test results and known issues of every bulletin that has any', async () => {
    const reports = endpoints.listLabReports.reply.parse(await (await get('/api/lab')).json())
    const ms05019 = await store.find('MS05-019')
    expect(reports.find(({ id }) => id === 'MS05-019')).toEqual({
      id: 'MS05-019',
      tests: ms05019?.tests,
      knownIssues: ms05019?.knownIssues,
    })
    expect(reports.filter(({ tests, knownIssues }) => tests.length + knownIssues.length === 0)).toEqual([])
  })
})

describe('the export as CSV', () => {
  const dated = buildApp({ store, now: () => new Date('2005-04-20T12:00:00Z') })
  const csv = async (query: string) => {
    const response = await dated.request(`/api/bulletins.csv${query}`)
    return { response, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()) }
  }

  it('holds a row for each bulletin that the filter finds, in its order, and opens in Excel as UTF-8', async () => {
    const { response, text } = await csv('?urgency=immediate&sort=id')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(text.startsWith('\uFEFFid,kb,title_ja,')).toBe(true)
    const listed = z.array(Summary).parse(await (await get('/api/bulletins?urgency=immediate&sort=id')).json())
    const ids = text
      .split('\n')
      .slice(1)
      .flatMap((line) => /^MS05-\d+/.exec(line) ?? [])
    expect(ids).toEqual(listed.map(({ id }) => id))
  })

  it('names its filter and its day, in the name of the file and in every row', async () => {
    const { response, text } = await csv('?severity=1,2&q=TCP')
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="hotfix-report_2005-04-20_severity_q.csv"',
    )
    expect(text).toContain('"severity=1,2&q=TCP",2005-04-20')
  })

  it('holds no cell that a spreadsheet would take for a formula', async () => {
    const ms05019 = await store.find('MS05-019')
    const poisoned = await storeInMemory()
    await poisoned.seed({
      platforms: [],
      bulletins: ms05019 ? [{ ...ms05019, title: { en: '=HYPERLINK("http://x")', ja: '@SUM(A1)' } }] : [],
    })
    const text = await (await buildApp({ store: poisoned }).request('/api/bulletins.csv')).text()
    expect(text).toContain(`"'=HYPERLINK(`)
    expect(text).toContain(`'@SUM(A1)`)
  })

  it('refuses a parameter that it does not know', async () => {
    expect((await csv('?colour=red')).response.status).toBe(400)
  })
})

describe('the history of a bulletin', () => {
  const revisedStore = async () => {
    const held = await contentStore()
    const bulletin = await held.find('MS05-019')
    if (bulletin === null) throw new Error('MS05-019 is needed')
    await held.save({ platforms: [], bulletins: [{ ...bulletin, updatedOn: '2005-08-19', restart: 'maybe' }] }, 'test')
    return { first: bulletin, app: buildApp({ store: held }) }
  }

  it('tells its versions, the newest first, and what each changed', async () => {
    const { app: server } = await revisedStore()
    const { versions } = History.parse(await (await server.request('/api/bulletins/MS05-019/history')).json())
    expect(versions.map(({ number, updatedOn, changes }) => [number, updatedOn, changes])).toEqual([
      [2, '2005-08-19', [{ kind: 'restart', of: [], from: 'required', to: 'maybe' }]],
      [1, '2005-04-14', []],
    ])
    expect(versions.map(({ until }) => until === null)).toEqual([true, false])
  })

  it('gives each version whole', async () => {
    const { first, app: server } = await revisedStore()
    const version = async (number: string) => server.request(`/api/bulletins/MS05-019/history/${number}`)
    expect(bulletinIn(await (await version('1')).text())).toEqual(first)
    expect(await (await version('2')).json()).toMatchObject({ restart: 'maybe' })
    expect((await version('3')).status).toBe(404)
    expect((await version('0')).status).toBe(400)
  })

  it('is not there for a bulletin that is not', async () => {
    expect((await get('/api/bulletins/MS99-999/history')).status).toBe(404)
    expect((await get('/api/bulletins/MS99-999/history/1')).status).toBe(404)
  })
})
