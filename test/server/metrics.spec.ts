import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../src/contract/endpoints.ts'
import { pagePaths } from '../../src/contract/pages.ts'
import { freshSecret } from '../../src/server/access/secrets.ts'
import { buildApp } from '../../src/server/app.ts'
import { catalogueOf } from '../../src/server/catalogue/catalogue.ts'
import { fixesOf } from '../../src/server/fixes.ts'
import { makeLog } from '../../src/server/logs/log.ts'
import { metricsOf } from '../../src/server/metrics/metrics.ts'
import { observeUnread, routePattern, type AnsweredRequest } from '../../src/server/http/observe.ts'
import { readersOf } from '../../src/server/readers.ts'
import { contentStore } from '../support/content-store.ts'
import { addAccounts, passwords, sessionOf, tokenOf } from '../support/authorized.ts'

const ends: (() => void)[] = []
afterAll(() => {
  for (const end of ends) end()
})

type Setting = Partial<Pick<Parameters<typeof buildApp>[0], 'admission' | 'host' | 'origin' | 'proxies'>>

/** A server on a port, with its log and its figures. */
async function serve(setting: Setting = {}) {
  const store = await contentStore()
  const lines: string[] = []
  const log = makeLog({ level: 'info', format: 'json', addresses: false }, (line) => void lines.push(line))
  const now = () => new Date('2026-11-29T09:00:00Z')
  const fixes = fixesOf(store)
  const catalogue = catalogueOf(store, fixes, now)
  const list = async () => []
  const readers = readersOf({ store, fixes, catalogue, watch: { list }, now })
  const metrics = metricsOf({ store, sources: list, handling: readers.handling, now })
  const seen = (answered: AnsweredRequest) => {
    log.request(answered)
    metrics.request(answered)
  }
  const app = buildApp({
    store,
    fixes,
    catalogue,
    readers,
    now,
    metrics,
    passwords,
    report: log.report,
    seen,
    ...setting,
  })
  app.get('/api/sources/:id/fail', () => {
    throw new Error('of https://user:hunter2@mirror.example/list')
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  if ('closeIdleConnections' in server) observeUnread(server, seen)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  ends.push(() => server.close())
  const { port } = server.address() as AddressInfo
  const get = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers, redirect: 'manual' })
  /** The lines for requests, once there are so many. */
  async function requests(many: number) {
    await expect.poll(() => lines.length).toBeGreaterThanOrEqual(many)
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'request')
  }
  return { store, app, lines, metrics, get, port, requests }
}

const accounts = { signIn: 'accounts', anonymous: 'viewer' } as const

describe('a request', () => {
  it('is told of once, by the pattern of its address and under the id that it was answered with', async () => {
    const { get, requests } = await serve()
    const response = await get('/api/bulletins/MS05-019?fields=id')
    await response.arrayBuffer()
    const [line, ...others] = await requests(1)
    expect(others).toEqual([])
    expect(line).toMatchObject({
      method: 'GET',
      route: '/api/bulletins/{id}',
      status: response.status,
      requestId: response.headers.get('x-request-id'),
    })
    expect(Number(line?.['bytes'])).toBeGreaterThan(100)
  })

  it('keeps the id that a proxy of ours gives it, and no other', async () => {
    const given = '7c9d3f2a-8a1e-4d55-9a51-0a4d3f6f9b10'
    const idOf = async (from: Awaited<ReturnType<typeof serve>>, id: string) =>
      (await from.get('/healthz', { 'x-request-id': id })).headers.get('x-request-id')
    const direct = await serve({ admission: accounts })
    expect(await idOf(direct, given)).not.toBe(given)
    const behind = await serve({ admission: accounts, proxies: 1 })
    expect(await idOf(behind, given)).toBe(given)
    for (const id of ['short', 'a b c d e f g', 'x'.repeat(65), '{"level":"fatal"}', '-rf-12345678'])
      expect(await idOf(behind, id)).toMatch(/^[\da-f]{8}(-[\da-f]{4}){2}$/)
  })

  it('that fails is logged with its id, which its answer has, too', async () => {
    const { store, get, lines } = await serve()
    store.due.policy = () => Promise.reject(new Error('of https://user:hunter2@mirror.example/list'))
    const response = await get('/api/due/policy')
    const body = (await response.json()) as { requestId?: string }
    expect(response.status).toBe(500)
    await expect.poll(() => lines.length).toBe(2)
    const errors = lines.filter((line) => line.includes('"level":"error"'))
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain(`"requestId":"${body.requestId}"`)
    expect(body.requestId).toBe(response.headers.get('x-request-id'))
    expect(lines.join('')).not.toContain('hunter2')
  })

  it('whose sender goes before it is answered is told of as such', async () => {
    const { store, port, requests } = await serve()
    let answer = () => {}
    const before = store.due.policy
    const asked = new Promise<void>((resolve) => {
      store.due.policy = async () => {
        resolve()
        await new Promise<void>((done) => (answer = done))
        return before()
      }
    })
    const socket = connect(port, '127.0.0.1')
    socket.write('GET /api/due/policy HTTP/1.1\r\nhost: localhost\r\n\r\n')
    await asked
    socket.destroy()
    const [line] = await requests(1)
    answer()
    expect(line).toMatchObject({ route: '/api/due/policy', status: 499, aborted: true })
  })

  it('that cannot be read is told of, too', async () => {
    const { port, requests } = await serve()
    const socket = connect(port, '127.0.0.1')
    socket.write('GET /healthz HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n')
    for await (const piece of socket) expect(String(piece)).toMatch(/^HTTP\/1\.1 400 /)
    const [line, ...others] = await requests(1)
    expect([line, ...others]).toMatchObject([{ method: 'GET', route: 'other', status: 400 }])
  })

  it('leaves no secret in the log, wherever it has one', async () => {
    const { get, lines, requests } = await serve({ admission: accounts })
    const secret = freshSecret()
    const paths = [
      `/api/private/${secret}/feed.atom`,
      `/api/private/${secret}/calendar.ics`,
      `/api/unsubscribe/${secret}`,
      `/unsubscribe/${secret}`,
      `/confirm/${secret}`,
      `/api/bulletins?q=${secret}`,
      `/api/sign-in/openid/callback?code=${secret}&state=${secret}`,
      `/sign-in?to=/${secret}`,
      `/${secret}`,
      `/assets/${secret}.js`,
      `/api/${secret}`,
      `/api/bulletins/${secret}`,
      `/api/people/${secret}%40corp.example`,
      `/%0a${secret}`,
    ]
    const headers: Record<string, string>[] = [
      {},
      { cookie: `hotfix-report=${secret}` },
      { authorization: `Bearer hfr_${secret}` },
      { authorization: `Basic ${secret}` },
      { referer: `http://localhost/${secret}`, 'user-agent': secret, origin: `http://${secret}.example` },
      { 'x-request-id': secret, 'x-forwarded-for': secret, 'idempotency-key': secret, 'if-match': secret },
    ]
    for (const path of paths) for (const header of headers) await (await get(path, header)).arrayBuffer()
    for (const path of ['/api/confirmations', '/api/sign-in'])
      await get(path, { 'content-type': 'application/json' }, { method: 'POST', body: JSON.stringify({ secret }) })
    expect(await requests(paths.length * headers.length + 2)).toHaveLength(paths.length * headers.length + 2)
    expect(lines.join('')).not.toContain(secret)
  })

  it('has one of few patterns, whatever is asked', () => {
    const known = new Set<string>([
      ...Object.values(endpoints).map(({ path }) => path),
      ...pagePaths,
      '/assets/{file}',
      'other',
    ])
    const part = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('api', 'bulletins', 'assets', 'private', '..', '%2f', ''),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.string({ maxLength: 8 }), (parts, method) => {
        expect(known).toContain(routePattern(method, `/${parts.join('/')}`))
      }),
    )
  })
})

describe('GET /metrics', () => {
  const figuresIn = async (response: Response) => (await response.text()).trimEnd().split('\n')

  it('tells in OpenMetrics of requests, what is kept, and how alerts are handled', async () => {
    const { get, requests, store } = await serve()
    await get('/api/bulletins/MS05-019')
    await get('/nope')
    await requests(2)
    const response = await get('/metrics')
    expect(response.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8')
    expect(response.headers.get('cache-control')).toContain('no-store')
    const lines = await figuresIn(response)
    expect(lines).toEqual(
      expect.arrayContaining([
        'hotfix_http_requests_total{method="GET",route="/api/bulletins/{id}",status="2xx"} 1',
        'hotfix_http_requests_total{method="GET",route="other",status="4xx"} 1',
        `hotfix_bulletins ${await store.count()}`,
        'hotfix_outbox_notices{state="waiting"} 0',
      ]),
    )
    expect(lines.filter((line) => line === '# EOF')).toHaveLength(1)
    expect(lines.at(-1)).toBe('# EOF')
    const named = lines.flatMap((line) => /^# TYPE (\S+)/.exec(line)?.[1] ?? [])
    expect(new Set(named).size).toBe(named.length)
    // Nobody waits for what all alerts come to: it is there with one of the next answers.
    await expect.poll(async () => figuresIn(await get('/metrics'))).toContain('hotfix_step_waiting{step="deployed"} 0')
  })

  it('says nothing of what is not known', async () => {
    const { metrics } = await serve()
    expect(await metrics.text()).not.toMatch(/hotfix_import_last|hotfix_backup|hotfix_step_median/)
  })

  it('has no more lines after requests of all kinds than after a few', async () => {
    const { get, requests } = await serve({ admission: accounts })
    const lengthNow = async () =>
      (await figuresIn(await get('/metrics'))).filter((line) => line.startsWith('hotfix_http')).length
    await get('/wp-admin')
    await get('/api/nope')
    await get('/bulletins/a')
    await requests(3)
    await lengthNow()
    await requests(4)
    const before = await lengthNow()
    const ids = Array.from({ length: 40 }, () => freshSecret())
    for (const id of ids) await get(`/${id}`)
    for (const id of ids) await get(`/api/${id}`)
    for (const id of ids) await get(`/bulletins/${id}`)
    await requests(125)
    expect(await lengthNow()).toBe(before)
  })

  it('is for tokens of any role and for this machine, and for nobody else', async () => {
    const { store, get } = await serve({ admission: accounts })
    await addAccounts(store, ['admin', 'viewer'])
    const { headers: token } = await tokenOf(store, 'viewer')
    const { cookie } = await sessionOf(store, 'admin')
    const statusOf = async (headers: Record<string, string>) => (await get('/metrics', headers)).status
    expect(await statusOf({})).toBe(200)
    expect(await statusOf(token)).toBe(200)
    expect(await statusOf({ authorization: 'Bearer hfr_made-up' })).toBe(401)
    // As a proxy on this machine asks for others.
    for (const mark of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'cf-connecting-ip']) {
      expect(await statusOf({ [mark]: '127.0.0.1' })).toBe(401)
      expect(await statusOf({ [mark]: '127.0.0.1', cookie })).toBe(403)
      expect(await statusOf({ [mark]: '127.0.0.1', ...token })).toBe(200)
    }
  })

  it.each<Setting>([{ origin: 'https://hotfix.example' }, { proxies: 1 }, { host: '0.0.0.0' }])(
    'is for tokens only where a proxy or a forwarded port may be in front, even one that does not say so: %o',
    async (setting) => {
      const { get, store } = await serve({ admission: accounts, ...setting })
      expect((await get('/metrics')).status).toBe(401)
      expect((await get('/metrics', (await tokenOf(store, 'viewer')).headers)).status).toBe(200)
    },
  )

  it('is not for a page whose own name leads to this machine', async () => {
    const { port } = await serve({ admission: { signIn: 'accounts', anonymous: null } })
    const socket = connect(port, '127.0.0.1')
    socket.write('GET /metrics HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n')
    let answer = ''
    for await (const piece of socket) answer += String(piece)
    expect(answer).toMatch(/^HTTP\/1\.1 401 /)
  })
})
