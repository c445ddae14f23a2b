import { afterEach, expect, it, vi } from 'vitest'
import type { PreparedView, PrepareView } from '../../../src/contract/first-view.ts'
import type { Admission } from '../../../src/server/access/admission.ts'
import { buildApp } from '../../../src/server/app.ts'
import { addAccounts, passwords, sessionOf } from '../../support/authorized.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'

const page =
  '<!doctype html><html lang="ja"><head><meta name="color-scheme" content="light dark" /><title>HotFix Report</title>' +
  '<link rel="preload" href="/api/me" as="fetch" crossorigin /></head>' +
  '<body><div id="root">loading</div><noscript>no script</noscript></body></html>'

const report = vi.fn<(error: unknown) => void>()
afterEach(() => report.mockReset())

/** Renders who asks and what they may read, or is what a test needs it to be. */
const whoAndWhat: PrepareView = async (visit, ask) => {
  const answers: Record<string, unknown> = {}
  for (const address of ['/api/me', '/api/people']) {
    const response = await ask(address)
    if (response.ok) answers[address] = await response.json()
  }
  const draw = async () => ({ markup: `<title>${visit.href}</title><main>${visit.language}</main>`, parts: [] })
  return { answers, draw } satisfies PreparedView
}

async function serverOf(prepare: PrepareView, admission?: Admission) {
  const store = await storeInMemory()
  await addAccounts(store, ['viewer', 'admin'])
  const app = buildApp({
    store,
    report,
    passwords,
    ...(admission && { admission }),
    site: async (c) => c.html('the plain page'),
    rendering: { prepare, template: { html: page, stylesFor: () => 'a{}' }, warmUp: async () => {} },
  })
  const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  return { store, get }
}

const accounts: Admission = { signIn: 'accounts', anonymous: null }

it('holds what its reader may read, and nothing else', async () => {
  const { store, get } = await serverOf(whoAndWhat, accounts)
  const [viewer, admin] = await Promise.all(['viewer', 'admin'].map((name) => sessionOf(store, name)))
  const forAdmin = await (await get('/', admin)).text()
  expect(forAdmin).toContain('"/api/people"')
  const forViewer = await (await get('/', viewer)).text()
  expect(forViewer).toContain('"name":"viewer"')
  expect(forViewer).not.toContain('/api/people')
  expect(await (await get('/')).text()).toBe('')
})

it('holds what anybody may read for who has not signed in', async () => {
  const { get } = await serverOf(whoAndWhat, { signIn: 'accounts', anonymous: 'viewer' })
  const forNobody = await (await get('/')).text()
  expect(forNobody).toContain('"name":null')
  expect(forNobody).not.toContain('/api/people')
})

it('is kept by nobody on the way, and depends on who asks and in which language', async () => {
  const { get } = await serverOf(whoAndWhat)
  const { headers } = await get('/alerts')
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(headers.get('vary')).toContain('cookie')
  expect(headers.get('vary')).toContain('accept-language')
})

it('allows the styles of its document and no others', async () => {
  const { get } = await serverOf(whoAndWhat)
  const policy = (await get('/')).headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/style-src 'self' 'sha256-[\w+/]{43}=';/)
  expect(policy).not.toContain('unsafe-inline')
  expect((await get('/people')).headers.get('content-security-policy')).toContain("style-src 'self';")
})

it.each(['/matrix', '/bulletins/MS05-019/compare', '/no-such-page'])(
  '%s is the page without a first view',
  async (path) => {
    const { get } = await serverOf(whoAndWhat)
    expect(await (await get(path)).text()).toBe('the plain page')
  },
)

it('is the page without a first view where that has none, and says nothing', async () => {
  const { get } = await serverOf(async () => null)
  expect(await (await get('/')).text()).toBe('the plain page')
  expect(report).not.toHaveBeenCalled()
})

it('is the page without a first view where that fails, and tells the operator why', async () => {
  const failure = new Error('a component failed')
  const { get } = await serverOf(async () => ({ answers: {}, draw: async () => Promise.reject(failure) }))
  const response = await get('/')
  expect([response.status, await response.text()]).toEqual([200, 'the plain page'])
  expect(report).toHaveBeenCalledWith(failure)
})

it('waits only so long', async () => {
  vi.useFakeTimers()
  const { get } = await serverOf(async () => new Promise(() => {}))
  const asked = get('/')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await (await asked).text()).toBe('the plain page')
  vi.useRealTimers()
})

it('draws what is the same once, and what is another for another', async () => {
  const drawn: string[] = []
  const { get } = await serverOf(async (visit, ask) => ({
    ...(await whoAndWhat(visit, ask)),
    answers: {},
    draw: async () => {
      drawn.push(visit.language)
      return { markup: '', parts: [] }
    },
  }))
  for (const language of ['ja', 'en', 'ja', 'en']) await get('/', { 'accept-language': language })
  expect(drawn).toEqual(['ja', 'en'])
})
