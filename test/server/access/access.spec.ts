import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Me } from '../../../src/contract/access.ts'
import { AuditEntry } from '../../../src/contract/audit.ts'
import { NewToken } from '../../../src/contract/people.ts'
import type { buildApp } from '../../../src/server/app.ts'
import { decided } from '../../support/decision.ts'
import { addAccounts, behindDoor, password, sessionOf, tokenOf } from '../../support/authorized.ts'
import { problemOf } from '../../support/problem.ts'

type App = ReturnType<typeof buildApp>
type Headers = Record<string, string>

describe('a session', () => {
  const open = async () => {
    const { app, store } = await behindDoor()
    await addAccounts(store, ['analyst', 'admin'])
    const signIn = (name: string, given = password) =>
      app.request('/api/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, password: given }),
      })
    const cookieOf = (response: Response) => response.headers.get('set-cookie') ?? ''
    const me = async (cookie: string) =>
      Me.parse(await (await app.request('/api/me', { headers: { cookie: cookie.split(';', 1)[0] ?? '' } })).json())
    return { app, store, signIn, cookieOf, me }
  }

  it('begins with the right password, in a cookie that no script and no other site can use', async () => {
    const { store, signIn, cookieOf, me } = await open()
    const response = await signIn('analyst')
    expect(response.status).toBe(200)
    expect(cookieOf(response)).toMatch(/HttpOnly/)
    expect(cookieOf(response)).toMatch(/SameSite=Lax/)
    const last = await store.events.last()
    expect(await me(cookieOf(response))).toEqual({
      name: 'analyst',
      role: 'analyst',
      signIn: 'accounts',
      last,
      seen: null,
    })
  })

  it.each([
    { name: 'analyst', given: 'something else altogether' },
    { name: 'nobody', given: password },
  ])('does not begin for $name with "$given", and which of both is wrong is not told', async ({ name, given }) => {
    const { signIn, cookieOf } = await open()
    const response = await signIn(name, given)
    expect([response.status, cookieOf(response)]).toEqual([401, ''])
    expect((await problemOf(response)).message).toBe('name and password do not match')
  })

  it('ends when its person signs out, whatever the browser keeps', async () => {
    const { app, signIn, cookieOf, me } = await open()
    const cookie = cookieOf(await signIn('analyst'))
    const answer = await app.request('/api/sign-out', {
      method: 'POST',
      headers: { cookie: cookie.split(';', 1)[0] ?? '', origin: 'http://localhost', host: 'localhost' },
    })
    expect(answer.headers.get('clear-site-data')).toBe('"cache"')
    expect(await me(cookie)).toEqual({ name: null, role: null, signIn: 'accounts', last: 0, seen: null })
  })

  it('ends when an admin changes or removes the person', async () => {
    const { store, signIn, cookieOf, me } = await open()
    const [first, second] = [cookieOf(await signIn('analyst')), cookieOf(await signIn('analyst'))]
    await store.access.set('analyst', { role: 'viewer' }, 'admin')
    expect((await me(first)).name).toBeNull()
    const third = cookieOf(await signIn('analyst'))
    expect((await me(third)).role).toBe('viewer')
    await store.access.remove('analyst', 'admin')
    expect([(await me(second)).name, (await me(third)).name]).toEqual([null, null])
  })

  it('is tried ten times and no more', async () => {
    const { signIn } = await open()
    for (let attempt = 0; attempt < 10; attempt++)
      expect((await signIn('analyst', 'wrong wrong wrong')).status).toBe(401)
    const response = await signIn('analyst')
    expect([response.status, (await problemOf(response)).code]).toEqual([429, 'too_many'])
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it.each([
    { from: 'another site', headers: { origin: 'https://evil.example' } },
    { from: 'a frame of another site', headers: { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' } },
    { from: 'nowhere', headers: {} },
  ])('does not write for a page from $from', async ({ headers }) => {
    const { app, store } = await open()
    const { cookie } = await sessionOf(store, 'admin')
    const response = await app.request('/api/bulletins/MS05-019/comments', {
      method: 'POST',
      headers: { cookie, host: 'localhost', 'content-type': 'application/json', ...(headers as Headers) },
      body: JSON.stringify({ text: 'hello' }),
    })
    expect(response.status).toBe(403)
    expect(await store.events.of('MS05-019')).toHaveLength(1)
  })
})

describe('a program', () => {
  it('signs nothing, whatever its role: only a person says go', async () => {
    const { app, store } = await behindDoor()
    const { headers } = await tokenOf(store, 'admin')
    const response = await app.request('/api/bulletins/MS05-019/decisions', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(decided('go')),
    })
    expect([response.status, (await problemOf(response)).message]).toEqual([
      403,
      'this is for people who sign in, and token: for the role admin is a program',
    ])
    expect((await store.events.of('MS05-019')).map(({ topic }) => topic)).toEqual(['bulletins'])
  })

  it('that is called like a person is not that person', async () => {
    const { app, store } = await behindDoor()
    await addAccounts(store, ['analyst'])
    await store.events.addComment('MS05-019', 'Hello', 'analyst')
    const comment = await store.events.last()
    const { headers } = await tokenOf(store, 'analyst', undefined, 'analyst')
    const response = await app.request(`/api/bulletins/MS05-019/comments/${comment}`, {
      method: 'DELETE',
      headers,
    })
    expect(response.status).toBe(403)
    expect(Me.parse(await (await app.request('/api/me', { headers })).json()).name).toBe('token: analyst')
  })

  it.each(['Bearer', 'Bearer ', 'Token hfr_x', 'hfr_x', 'Bearer hfr_a hfr_b'])(
    'is told so where what it shows is no token, and is never taken for nobody: "%s"',
    async (authorization) => {
      const { app } = await behindDoor({ signIn: 'accounts', anonymous: 'viewer' })
      expect((await app.request('/api/me', { headers: { authorization } })).status).toBe(401)
    },
  )

  it.each(['Basic aXRvOnNlY3JldA==', 'Negotiate YII='])(
    'is not meant by what a proxy in front has asked for: %s',
    async (authorization) => {
      const { app } = await behindDoor({ signIn: 'accounts', anonymous: 'viewer' })
      expect((await app.request('/api/me', { headers: { authorization } })).status).toBe(200)
    },
  )
})

describe('who comes in, and who does not,', () => {
  it('is written down with who and when, and never with a password', async () => {
    const { app, store } = await behindDoor()
    await addAccounts(store, ['admin'])
    const headers = { ...(await sessionOf(store, 'admin')), 'content-type': 'application/json' }
    const send = (method: string, path: string, body?: unknown) =>
      app.request(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    await app.request('/api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'my secret password', password: 'x' }),
    })
    await send('PUT', '/api/people/Sato', { role: 'analyst', password: 'a long enough password' })
    await send('PUT', '/api/people/Sato', { role: 'editor' })
    await send('PUT', '/api/people/Sato', { role: 'editor', password: 'another long enough one' })
    const token = NewToken.parse(
      await (await send('POST', '/api/tokens', { title: 'CI', role: 'viewer', days: 30 })).json(),
    )
    await send('DELETE', `/api/tokens/${token.id}`)
    await send('DELETE', '/api/people/Sato')
    const audit = z.array(AuditEntry).parse(await (await send('GET', '/api/audit')).json())
    const events = audit.flatMap((entry) => (entry.topic === 'access' ? { who: entry.who, ...entry.event } : []))
    const title = 'CI'
    const ofAccess = audit.filter(({ topic }) => topic === 'access')
    expect(await (await send('GET', '/api/audit?topic=access')).json()).toEqual(ofAccess)
    expect(events).toEqual([
      { who: 'admin', what: 'person-removed', detail: { person: 'Sato' } },
      { who: 'admin', what: 'token-revoked', detail: { token: token.id, title } },
      {
        who: 'admin',
        what: 'token-made',
        detail: { token: token.id, title, role: 'viewer', expiresAt: token.expiresAt },
      },
      { who: 'admin', what: 'password-set', detail: { person: 'Sato' } },
      { who: 'admin', what: 'role-changed', detail: { person: 'Sato', from: 'analyst', to: 'editor' } },
      { who: 'admin', what: 'person-added', detail: { person: 'Sato', role: 'analyst' } },
      { who: 'anyone', what: 'sign-in-refused', detail: { reason: 'password', person: null, address: 'unknown' } },
      { who: 'admin', what: 'signed-in', detail: { address: null } },
      { who: 'test', what: 'person-added', detail: { person: 'admin', role: 'admin' } },
    ])
    const text = JSON.stringify(audit)
    for (const secret of ['secret password', 'long enough', token.token]) expect(text).not.toContain(secret)
  })

  it('leaves somebody who lets people in', async () => {
    const { app, store } = await behindDoor()
    await addAccounts(store, ['admin'])
    const headers = { ...(await sessionOf(store, 'admin')), 'content-type': 'application/json' }
    const demoted = await app.request('/api/people/admin', { method: 'PUT', headers, body: '{"role":"viewer"}' })
    const removed = await app.request('/api/people/admin', { method: 'DELETE', headers })
    expect([demoted.status, removed.status]).toEqual([400, 400])
  })
})

/** What the last of more writes than anybody makes in a minute is answered; all are refused for what they say. */
async function lastOfMany(app: App, headers: Headers): Promise<number> {
  let status = 0
  for (let write = 0; write <= 600; write++)
    ({ status } = await app.request('/api/bulletins/MS05-019/comments', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{"text":""}',
    }))
  return status
}

describe('more writes than anybody makes in a minute', () => {
  it('are taken from nobody who is known by name', async () => {
    const { app, store } = await behindDoor()
    await addAccounts(store, ['analyst'])
    expect(await lastOfMany(app, await sessionOf(store, 'analyst'))).toBe(429)
  })

  it('are taken from somebody who works alone: there is nobody to be kept from', async () => {
    const { app } = await behindDoor({ signIn: 'single-user', user: 'Ito' })
    expect(await lastOfMany(app, { host: 'localhost' })).toBe(400)
  })
})

describe('a body that is too large', () => {
  /** A body of no end, and how much of it was taken. */
  function endless() {
    const taken = { bytes: 0 }
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = new Uint8Array(64 * 1024)
        taken.bytes += piece.length
        controller.enqueue(piece)
      },
    })
    return { taken, body }
  }
  function send(app: App, path: string, body: ReadableStream, given: Headers = {}) {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked', ...given }
    const request = { method: 'POST', headers, body, duplex: 'half' }
    return app.request(path, request)
  }

  it.each(['/api/imports', '/api/bulletins/MS05-019/comments', '/api/nothing'])(
    'is not read from somebody who may not write: %s',
    async (path) => {
      const { app } = await behindDoor({ signIn: 'accounts', anonymous: 'viewer' })
      const { taken, body } = endless()
      expect((await send(app, path, body)).status).toBeOneOf([401, 404])
      expect(taken.bytes).toBeLessThanOrEqual(64 * 1024)
    },
  )

  it.each([
    { path: '/api/sign-in', role: null, most: 1024 * 1024 },
    { path: '/api/bulletins/MS05-019/comments', role: 'analyst', most: 17 * 1024 * 1024 },
    { path: '/api/imports', role: 'editor', most: 65 * 1024 * 1024 },
  ] as const)('is refused soon after it is: $path', async ({ path, role, most }) => {
    const { app, store } = await behindDoor()
    const { taken, body } = endless()
    const headers = role === null ? {} : (await tokenOf(store, role)).headers
    const response = await send(app, path, body, headers)
    expect([response.status, (await problemOf(response)).code]).toEqual([413, 'too_large'])
    expect(taken.bytes).toBeLessThanOrEqual(most)
  })
})

describe('where somebody works alone', () => {
  const alone = () => behindDoor({ signIn: 'single-user', user: 'Ito' })

  it.each([
    { host: 'localhost:4870', status: 200 },
    { host: '127.0.0.1:4870', status: 200 },
    { host: '[::1]:4870', status: 200 },
    { host: 'rebound.example:4870', status: 421 },
    { host: '192.168.0.7:4870', status: 421 },
  ])('the server answers as $host with $status', async ({ host, status }) => {
    const { app } = await alone()
    expect((await app.request('/api/me', { headers: { host } })).status).toBe(status)
  })

  it.each(['Forwarded', 'Via', 'X-Real-IP', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto'])(
    'nobody comes in through a proxy, which may name this machine and bring anybody: %s',
    async (mark) => {
      const { app } = await alone()
      const response = await app.request('/api/me', { headers: { host: '127.0.0.1:4870', [mark]: '203.0.113.9' } })
      expect([response.status, (await problemOf(response)).message]).toEqual([
        421,
        expect.stringContaining('PUBLIC_URL'),
      ])
    },
  )
})
