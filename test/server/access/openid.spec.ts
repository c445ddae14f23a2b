import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Me } from '../../../src/contract/access.ts'
import { openIdOf, type OpenIdSettings } from '../../../src/server/access/openid.ts'
import { ownRoles, roleFrom } from '../../../src/server/access/openid-roles.ts'
import { hashOf } from '../../../src/server/access/secrets.ts'
import { buildApp } from '../../../src/server/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { contentStore } from '../../support/content-store.ts'
import { startProvider } from '../../support/openid-provider.ts'

const origin = 'http://localhost'
const client = { clientId: 'hotfix', clientSecret: 'a secret' }

type Provider = Awaited<ReturnType<typeof startProvider>>
let provider: Provider
const started: Provider[] = []
const start = async (claimsIn: 'id-token' | 'userinfo' = 'id-token') => {
  const fresh = await startProvider({
    ...client,
    users: [
      { login: 'ito', name: 'Ito', roles: ['analyst', 'viewer'] },
      { login: 'guest', name: 'Guest', roles: ['somebody-else'] },
      { login: 'sato', name: 'admin', roles: ['viewer'] },
    ],
    redirectUris: [`${origin}/api/sign-in/openid/callback`],
    claimsIn,
  })
  started.push(fresh)
  return fresh
}
beforeAll(async () => {
  provider = await start()
})
afterEach(() => Promise.all(started.splice(1).map(({ close }) => close())))
afterAll(() => provider.close())

const settingsOf = ({ issuer }: { issuer: string }, more: Partial<OpenIdSettings> = {}): OpenIdSettings => ({
  ...client,
  issuer: new URL(issuer),
  scope: 'openid profile',
  rolesClaim: 'roles',
  roleOf: ownRoles,
  asksProof: true,
  ...more,
})

/** A browser, as far as signing in goes: it keeps the cookies of each host, and follows where it is sent. */
function browser(app: { request: (path: string, init?: RequestInit) => Response | Promise<Response> }) {
  const jars = new Map<string, Map<string, string>>()
  const visit = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(address, origin)
    const jar = jars.get(url.origin) ?? new Map<string, string>()
    jars.set(url.origin, jar)
    const cookie = Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ')
    const wanted = {
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie },
      redirect: 'manual',
    } as const
    const response =
      url.origin === origin ? await app.request(`${url.pathname}${url.search}`, wanted) : await fetch(url, wanted)
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';', 1)
      const at = pair.indexOf('=')
      if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(set)) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
  /** Follows until the browser is back here, or at a page that asks something. */
  const follow = async (response: Response, at: string): Promise<{ response: Response; url: string }> => {
    const location = response.headers.get('location')
    if (location === null) return { response, url: at }
    const next = new URL(location, at)
    const isHome = next.origin === origin && !next.pathname.startsWith('/api/')
    return isHome ? { response, url: next.href } : follow(await visit(next.href), next.href)
  }
  return {
    visit,
    follow,
    /** Signs out at the provider, and there alone. */
    leaveProvider: () => jars.delete(new URL(provider.issuer).origin),
    /** What it would send to the server now. */
    cookie: () => Array.from(jars.get(origin) ?? [], ([name, value]) => `${name}=${value}`).join('; '),
    signIn: async (login: string, to = '/api/sign-in/openid') => {
      const asked = await follow(await visit(to), origin)
      const done = await visit(asked.url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `login=${login}`,
      })
      return (await follow(done, asked.url)).url
    },
    me: async () => Me.parse(await (await visit('/api/me')).json()),
  }
}

async function desk(settings: OpenIdSettings = settingsOf(provider), kept?: Store) {
  const store = kept ?? (await contentStore())
  const reported: unknown[] = []
  const app = buildApp({
    store,
    origin,
    report: (error) => void reported.push(error),
    admission: { signIn: 'openid', anonymous: null, openId: openIdOf(settings) },
  })
  return { store, app, reported, ...browser(app) }
}

describe('signing in at a provider', () => {
  it('brings back a name and a role, and leads to where the person was', async () => {
    const { signIn, me } = await desk()
    expect(await signIn('ito', '/api/sign-in/openid?to=%2Fbulletins%2FMS05-019')).toBe(`${origin}/bulletins/MS05-019`)
    expect(await me()).toMatchObject({ name: 'Ito', role: 'analyst', signIn: 'openid' })
  })

  it('asks the provider for what its first answer does not tell', async () => {
    const { signIn, me } = await desk(settingsOf(await start('userinfo')))
    await signIn('ito')
    expect(await me()).toMatchObject({ name: 'Ito', role: 'analyst' })
  })

  it('takes the values of the claim for the roles that are configured', async () => {
    const { signIn, me } = await desk(settingsOf(provider, { roleOf: new Map([['somebody-else', 'editor']]) }))
    await signIn('guest')
    expect(await me()).toMatchObject({ name: 'Guest', role: 'editor' })
  })

  it('lets nobody in who has no role', async () => {
    const { signIn, me, store } = await desk()
    expect(await signIn('guest')).toBe(`${origin}/sign-in?refused=no-role`)
    expect((await me()).name).toBeNull()
    expect((await store.access.audit(null, 1))[0]).toMatchObject({
      event: { what: 'sign-in-refused', detail: { reason: 'no-role', person: 'Guest' } },
    })
  })

  it('ends the sessions of a person whose role has been taken away', async () => {
    const before = await desk(settingsOf(provider, { roleOf: new Map([['somebody-else', 'editor']]) }))
    await before.signIn('guest')
    expect(await before.me()).toMatchObject({ role: 'editor' })
    const after = await desk(settingsOf(provider), before.store)
    expect(await after.signIn('guest')).toBe(`${origin}/sign-in?refused=no-role`)
    expect(await before.me()).toMatchObject({ name: null, role: null })
  })

  it('writes down what the provider has changed, and that the person came in', async () => {
    const before = await desk(settingsOf(provider, { roleOf: new Map([['somebody-else', 'viewer']]) }))
    await before.signIn('guest')
    const after = await desk(settingsOf(provider, { roleOf: new Map([['somebody-else', 'admin']]) }), before.store)
    await after.signIn('guest')
    const events = (await before.store.access.audit(null, 2)).map((entry) => entry.topic === 'access' && entry.event)
    expect(events).toEqual([
      { what: 'signed-in', detail: { address: 'unknown' } },
      { what: 'role-changed', detail: { person: 'Guest', from: 'viewer', to: 'admin' } },
    ])
  })

  it('does not count any more where people sign in otherwise', async () => {
    const { signIn, store, cookie: kept } = await desk()
    await signIn('ito')
    const accounts = buildApp({ store, origin, admission: { signIn: 'accounts', anonymous: null } })
    const headers = { cookie: kept() }
    expect(Me.parse(await (await accounts.request('/api/me', { headers })).json()).name).toBeNull()
  })

  it('never takes one person for another of the same name', async () => {
    const { signIn, me, store } = await desk()
    await store.access.set('admin', { role: 'admin', password: 'scrypt$' }, 'test')
    await signIn('sato')
    expect(await me()).toMatchObject({ name: 'admin (sato)', role: 'viewer' })
  })

  it('refuses to lead to another site', async () => {
    const { visit } = await desk()
    for (const to of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
    ])
      expect((await visit(`/api/sign-in/openid?to=${encodeURIComponent(to)}`)).status).toBe(400)
  })
})

describe('the way to the provider', () => {
  it('is remembered for each tab, and of more than four for the last', async () => {
    const { visit, follow, signIn } = await desk()
    await signIn('ito')
    const tabs: Response[] = []
    for (let tab = 1; tab <= 5; tab++) tabs.push(await visit(`/api/sign-in/openid?to=%2F%3Fq%3D${tab}`))
    const places: string[] = []
    for (const tab of tabs) places.push((await follow(tab, origin)).url)
    expect(places).toEqual(['/sign-in?refused=refused', '/?q=2', '/?q=3', '/?q=4', '/?q=5'].map((to) => origin + to))
  })

  it('is remembered with the page to go to, or without it where a browser could not keep both', async () => {
    const { visit } = await desk()
    for (const [to, kept] of [
      ['/?q=TCP', '/?q=TCP'],
      [`/?q=${'緊急'.repeat(200)}`, '/'],
    ] as const) {
      const [cookie = ''] = (await visit(`/api/sign-in/openid?to=${encodeURIComponent(to)}`)).headers.getSetCookie()
      expect(cookie.length).toBeLessThanOrEqual(4096)
      const [, value = ''] = /=([^;]*)/.exec(cookie) ?? []
      expect(JSON.parse(decodeURIComponent(value).replace(/\.[^.]*$/, ''))).toMatchObject({ to: kept })
    }
  })

  it('is remembered so that no server beside this one can change it, where people come by https', async () => {
    const store = await contentStore()
    const admission = { signIn: 'openid', anonymous: null, openId: openIdOf(settingsOf(provider)) } as const
    const app = buildApp({ store, origin: 'https://hotfix.example', admission })
    const [cookie = ''] = (await app.request('/api/sign-in/openid')).headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-hotfix-report-sign-in-[\w-]+=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('is taken by nobody whose browser only fetches a picture, as of another page', async () => {
    const { visit } = await desk()
    for (let attempt = 0; attempt < 101; attempt++) {
      const response = await visit('/api/sign-in/openid', { headers: { 'sec-fetch-dest': 'image' } })
      expect(response.status).toBe(403)
    }
    expect((await visit('/api/sign-in/openid', { headers: { 'sec-fetch-dest': 'document' } })).status).toBe(302)
  })

  it('leads nowhere else afterwards, whoever has changed what the browser remembers', async () => {
    const { app } = await desk()
    const begun = { state: 's', nonce: 'n', codeVerifier: 'v', to: 'https://evil.example' }
    const response = await app.request('/api/sign-in/openid/callback?code=c&state=s', {
      headers: { cookie: `hotfix-report-sign-in-s=${encodeURIComponent(JSON.stringify(begun))}` },
    })
    expect(response.headers.get('location')).toBe('/sign-in?refused=refused')
  })
})

describe('who is in already', () => {
  const proof = '/api/sign-in/openid?proof=yes'
  const provedAt = async (store: Store, cookie: string) => {
    const secret = /hotfix-report=([^;]+)/.exec(cookie)?.[1] ?? ''
    return (await store.access.session(hashOf(secret), new URL(provider.issuer).href))?.provedAt ?? null
  }

  it('is asked by the provider once more, and the same session is proved then', async () => {
    const { signIn, store, cookie } = await desk()
    await signIn('ito')
    const before = cookie()
    await store.access.proveSession(hashOf(/hotfix-report=([^;]+)/.exec(before)?.[1] ?? ''), '2020-01-01T00:00:00.000Z')
    expect(await signIn('ito', proof)).toBe(`${origin}/account#proved`)
    expect(cookie()).toBe(before)
    expect(Date.now() - Date.parse((await provedAt(store, before)) ?? '')).toBeLessThan(60_000)
  })

  it('proves nothing by the sign-in of another person', async () => {
    const { signIn, leaveProvider, store, cookie, me } = await desk()
    await signIn('ito')
    leaveProvider()
    const before = await provedAt(store, cookie())
    expect(await signIn('sato', proof)).toBe(`${origin}/account#refused-refused`)
    expect([(await me()).name, await provedAt(store, cookie())]).toEqual(['Ito', before])
  })

  it('proves nothing where the browser has kept from the provider that it is to ask', async () => {
    const { signIn, visit, follow, reported, store, cookie } = await desk()
    await signIn('ito')
    const before = await provedAt(store, cookie())
    const asked = new URL((await visit(proof)).headers.get('location') ?? '')
    expect(asked.searchParams.get('prompt')).toBe('login')
    for (const name of ['prompt', 'max_age']) asked.searchParams.delete(name)
    expect((await follow(await visit(asked.href), asked.href)).url).toBe(`${origin}/account#refused-refused`)
    expect(await provedAt(store, cookie())).toBe(before)
    expect(String(reported)).toMatch(/auth_time/)
  })

  it('comes in anew where the session has ended meanwhile', async () => {
    const { signIn, store, cookie, me } = await desk()
    await signIn('ito')
    await store.access.endSession(hashOf(/hotfix-report=([^;]+)/.exec(cookie())?.[1] ?? ''))
    expect((await me()).name).toBeNull()
    expect(await signIn('ito', proof)).toBe(`${origin}/account#proved`)
    expect((await me()).name).toBe('Ito')
  })

  it.each([
    { asksProof: true, status: 403 },
    { asksProof: false, status: 201 },
  ])(
    'has to show it before a token is made, unless the operator has said that the provider cannot tell: $asksProof',
    async ({ asksProof, status }) => {
      const { signIn, visit } = await desk(settingsOf(provider, { asksProof, roleOf: new Map([['viewer', 'admin']]) }))
      await signIn('sato')
      const make = () =>
        visit('/api/tokens', {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin, host: 'localhost' },
          body: JSON.stringify({ title: 'watch', role: 'viewer', days: 7 }),
        })
      expect((await make()).status).toBe(status)
      await signIn('sato', proof)
      expect((await make()).status).toBe(201)
    },
  )
})

describe('a sign-in that is not valid is refused', () => {
  /** A sign-in up to where the provider sends the browser back. */
  const untilCallback = async () => {
    const { visit, follow, me, app, store, cookie } = await desk()
    const asked = await follow(await visit('/api/sign-in/openid'), origin)
    let response = await visit(asked.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'login=ito',
    })
    let at = new URL(asked.url)
    for (;;) {
      at = new URL(response.headers.get('location') ?? '', at)
      if (at.origin === origin) return { visit, me, app, store, cookie: cookie(), callback: at }
      response = await visit(at.href)
    }
  }
  const destination = (response: Response) => response.headers.get('location')

  it('with the code a second time', async () => {
    const { visit, callback, me } = await untilCallback()
    expect(destination(await visit(callback.href))).toBe('/')
    expect(destination(await visit(callback.href))).toBe('/sign-in?refused=refused')
    expect((await me()).name).toBe('Ito')
  })

  it.each(['state', 'code'])('with another %s', async (name) => {
    const { visit, callback, me } = await untilCallback()
    callback.searchParams.set(name, 'made-up')
    expect(destination(await visit(callback.href))).toBe('/sign-in?refused=refused')
    expect((await me()).name).toBeNull()
  })

  it('in a browser that did not begin it', async () => {
    const { callback } = await untilCallback()
    const other = await desk()
    expect(destination(await other.visit(callback.href))).toBe('/sign-in?refused=refused')
    expect((await other.me()).name).toBeNull()
  })

  it('with a provider that does not answer, and whoever runs the server is told why', async () => {
    const { issuer, close } = await start()
    await close()
    const { visit, reported } = await desk(settingsOf({ issuer }))
    for (let attempt = 0; attempt < 3; attempt++)
      expect(destination(await visit('/api/sign-in/openid'))).toBe('/sign-in?refused=unavailable')
    expect(reported.map(String)).toEqual([expect.stringMatching(/the OpenID provider does not answer: .*ECONNREFUSED/)])
  })

  it('with a wrong secret, and whoever runs the server is told why', async () => {
    const { signIn, reported } = await desk(settingsOf(provider, { clientSecret: 'another secret' }))
    expect(await signIn('ito')).toBe(`${origin}/sign-in?refused=refused`)
    expect(reported.map(String)).toEqual([expect.stringContaining('OIDC_CLIENT_SECRET')])
  })

  it('as often as anybody asks, with one line in the log and no more than a hundred tries', async () => {
    const { callback, app, store, cookie } = await untilCallback()
    callback.searchParams.set('code', 'made-up')
    let woken = 0
    const unlisten = store.events.listen(() => woken++)
    const before = (await store.access.audit(null, 1000)).length
    const statuses = new Map<number, number>()
    for (let attempt = 0; attempt < 150; attempt++) {
      const { status } = await app.request(`${callback.pathname}${callback.search}`, { headers: { cookie } })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    unlisten()
    expect(Object.fromEntries(statuses)).toEqual({ 302: 100, 429: 50 })
    expect([woken, (await store.access.audit(null, 1000)).length - before]).toEqual([0, 2])
  })

  it('with what this server has not said, which it does not even take to the provider', async () => {
    const { app, store, reported } = await desk()
    const begun = { state: 's', nonce: 'n', codeVerifier: 'v', to: '/', until: Date.now() + 60_000 }
    const value = encodeURIComponent(JSON.stringify(begun))
    for (const cookie of [value, `${value}.${'A'.repeat(43)}%3D`]) {
      const headers = { cookie: `hotfix-report-sign-in-s=${cookie}` }
      const response = await app.request('/api/sign-in/openid/callback?code=c&state=s', { headers })
      expect(destination(response)).toBe('/sign-in?refused=refused')
    }
    const events = (await store.access.audit(null, 1000)).filter(({ topic }) => topic === 'access')
    expect([events, reported]).toEqual([[], []])
  })
})

it('takes a provider by https only, except on this machine', () => {
  expect(() => openIdOf(settingsOf({ issuer: 'http://login.example' }))).toThrow(
    'OIDC_ISSUER: expected an https address',
  )
})

it.each([
  { claim: ['viewer', 'admin', 'editor'], role: 'admin' },
  { claim: 'analyst', role: 'analyst' },
  { claim: 'viewer editor', role: 'editor' },
  { claim: ['Admin', 7, null], role: null },
  { claim: undefined, role: null },
])('takes the greatest role of $claim', ({ claim, role }) => {
  expect(roleFrom(claim, ownRoles)).toBe(role)
})
