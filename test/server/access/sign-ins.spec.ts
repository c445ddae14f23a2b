/** A person's own sign-ins, the proof that it is still they, and passwords that another person has set. */
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Me } from '../../../src/contract/access.ts'
import type { AuditEntry } from '../../../src/contract/audit.ts'
import { SignInEntry } from '../../../src/contract/people.ts'
import { roles } from '../../../src/contract/vocabulary.ts'
import type { Admission } from '../../../src/server/access/admission.ts'
import { buildApp } from '../../../src/server/app.ts'
import { addAccounts, password, passwords, tokenOf } from '../../support/authorized.ts'
import { contentStore } from '../../support/content-store.ts'
import { problemOf } from '../../support/problem.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const fresh = 'seventeen green bottles'
const [firefox, edge] = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
]

/** A server whose clock is set by hand, behind one proxy, and browsers that sign in there. */
async function open(admission: Admission = { signIn: 'accounts', anonymous: null }) {
  let at = Date.parse('2026-06-01T08:00:00Z')
  const now = () => new Date(at)
  const store = await contentStore(now)
  await addAccounts(store, roles)
  const app = buildApp({ store, admission, passwords, now, proxies: 1 })
  const pass = (minutes: number) => (at += minutes * 60_000)

  function browser(from = '192.0.2.1', userAgent = firefox) {
    let cookie = ''
    const ask = async (method: string, path: string, body?: unknown) => {
      const response = await app.request(path, {
        method,
        headers: {
          ...(cookie !== '' && { cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          origin: 'http://localhost',
          host: 'localhost',
          // Who works alone has no proxy in front.
          ...(admission.signIn !== 'single-user' && { 'x-forwarded-for': from }),
          'user-agent': userAgent,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      cookie = response.headers.get('set-cookie')?.split(';', 1)[0] ?? cookie
      return response
    }
    return {
      ask,
      signIn: (name: string, given = password) => ask('POST', '/api/sign-in', { name, password: given }),
      prove: (given = password) => ask('POST', '/api/me/proof', { password: given }),
      me: async () => Me.parse(await (await ask('GET', '/api/me')).json()),
      signIns: async () => z.array(SignInEntry).parse(await (await ask('GET', '/api/me/sign-ins')).json()),
      makeToken: (title = 'watch') => ask('POST', '/api/tokens', { title, role: 'viewer', days: 7 }),
    }
  }
  const signedIn = async (name: string, from?: string, userAgent?: string) => {
    const its = browser(from, userAgent)
    expect((await its.signIn(name)).status).toBe(200)
    return its
  }
  const events = async (count: number) =>
    (await store.access.audit(null, count)).map((entry: AuditEntry) =>
      entry.topic === 'access' ? [entry.who, entry.event.what] : null,
    )
  return { store, app, pass, browser, signedIn, events }
}

const outcome = async (response: Response) =>
  response.ok ? response.status : [response.status, (await problemOf(response)).code]

describe('a person’s own sign-ins', () => {
  it('are listed with when, from where and in which browser, the one last used first, and this one is marked', async () => {
    const { pass, signedIn } = await open()
    const office = await signedIn('analyst', '192.0.2.1', edge)
    pass(30)
    const home = await signedIn('analyst', '2001:db8:1:2:3::4', firefox)
    await signedIn('viewer')
    pass(30)
    expect(await office.signIns()).toMatchObject([
      {
        startedAt: '2026-06-01T08:00:00.000Z',
        lastUsedAt: '2026-06-01T09:00:00.000Z',
        address: '192.0.2.1',
        browser: 'Edge',
        system: 'Windows',
        isCurrent: true,
      },
      {
        startedAt: '2026-06-01T08:30:00.000Z',
        lastUsedAt: '2026-06-01T08:30:00.000Z',
        address: '2001:db8:1:2::',
        browser: 'Firefox',
        system: 'Linux',
        isCurrent: false,
      },
    ])
    expect((await home.signIns()).map(({ isCurrent }) => isCurrent)).toEqual([true, false])
  })

  it('tell nothing by which anybody could come in', async () => {
    const { signedIn } = await open()
    const its = await signedIn('viewer')
    const [{ id } = { id: '' }] = await its.signIns()
    const taken = await its.ask('GET', '/api/me/sign-ins')
    expect(await taken.text()).not.toMatch(/hash|secret/)
    expect(taken.headers.get('cache-control')).toMatch(/no-store/)
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('say from where they were used last, as of who uses what is not theirs', async () => {
    const { app, pass, signedIn } = await open()
    const its = await signedIn('viewer', '192.0.2.1')
    const stolen = (await its.signIn('viewer')).headers.get('set-cookie')?.split(';', 1)[0] ?? ''
    pass(2)
    await app.request('/api/platforms', { headers: { cookie: stolen, 'x-forwarded-for': '203.0.113.9' } })
    expect((await its.signIns()).map(({ address }) => address)).toEqual(['203.0.113.9'])
  })

  it('end one by one, or all but this', async () => {
    const { signedIn, events } = await open()
    const [here, one, two, other] = [
      await signedIn('viewer'),
      await signedIn('viewer'),
      await signedIn('viewer'),
      await signedIn('analyst'),
    ]
    const named = async (...its: (typeof here)[]) => Promise.all(its.map(async ({ me }) => (await me()).name))
    const ofOne = (await one.signIns()).find(({ isCurrent }) => isCurrent)?.id ?? ''
    expect((await here.ask('DELETE', `/api/me/sign-ins/${ofOne}`)).status).toBe(200)
    expect(await named(here, one, two, other)).toEqual(['viewer', null, 'viewer', 'analyst'])
    expect(await outcome(await here.ask('DELETE', `/api/me/sign-ins/${ofOne}`))).toEqual([404, 'not_found'])
    const left = z.array(SignInEntry).parse(await (await here.ask('DELETE', '/api/me/sign-ins')).json())
    expect(left.map(({ isCurrent }) => isCurrent)).toEqual([true])
    expect(await named(here, one, two, other)).toEqual(['viewer', null, null, 'analyst'])
    expect(await events(2)).toEqual([
      ['viewer', 'sign-ins-ended'],
      ['viewer', 'sign-ins-ended'],
    ])
  })

  it('end for their own person only: another’s is not found', async () => {
    const { signedIn } = await open()
    const [viewer, admin] = [await signedIn('viewer'), await signedIn('admin')]
    const [{ id } = { id: '' }] = await viewer.signIns()
    expect(await outcome(await admin.ask('DELETE', `/api/me/sign-ins/${id}`))).toEqual([404, 'not_found'])
    expect((await viewer.me()).name).toBe('viewer')
  })

  it('are none where one person works alone', async () => {
    const { browser } = await open({ signIn: 'single-user', user: 'Ito' })
    expect(await browser().signIns()).toEqual([])
  })
})

describe('people and tokens', () => {
  it('change within ten minutes of a sign-in, and then only after the password was given again', async () => {
    const { pass, signedIn } = await open()
    const admin = await signedIn('admin')
    pass(9)
    expect(await outcome(await admin.makeToken())).toBe(201)
    pass(1)
    for (const response of [
      await admin.makeToken(),
      await admin.ask('DELETE', '/api/tokens/1'),
      await admin.ask('PUT', '/api/people/viewer', { role: 'admin' }),
      await admin.ask('DELETE', '/api/people/viewer'),
    ])
      expect(await outcome(response)).toEqual([403, 'proof_required'])
    expect((await admin.ask('GET', '/api/people')).status, 'to look takes nothing').toBe(200)
    expect(await (await admin.prove()).json()).toEqual({ until: '2026-06-01T08:20:00.000Z' })
    pass(9)
    expect(await outcome(await admin.makeToken())).toBe(201)
    pass(1)
    expect(await outcome(await admin.makeToken())).toEqual([403, 'proof_required'])
  })

  it('do not change by a proof that was given in another browser', async () => {
    const { pass, signedIn } = await open()
    const [here, elsewhere] = [await signedIn('admin'), await signedIn('admin')]
    pass(60)
    expect((await here.prove()).status).toBe(200)
    expect(await outcome(await elsewhere.makeToken())).toEqual([403, 'proof_required'])
  })

  it('do not change by a wrong password, which is in the log and is tried ten times and no more', async () => {
    const { pass, signedIn, events, browser } = await open()
    const admin = await signedIn('admin')
    pass(60)
    // One attempt was used up by the sign-in.
    for (let attempt = 1; attempt < 10; attempt++)
      expect(await outcome(await admin.prove('wrong wrong wrong'))).toEqual([400, 'invalid'])
    expect(await events(1)).toEqual([['admin', 'password-refused']])
    const late = await admin.prove()
    expect([late.status, late.headers.has('retry-after')]).toEqual([429, true])
    expect((await browser().signIn('admin')).status, 'it is the same limit').toBe(429)
    expect(await outcome(await admin.makeToken())).toEqual([403, 'proof_required'])
  })

  it('keep the rest of the proof where an admin changes themselves, whose session is a new one then', async () => {
    const { pass, signedIn } = await open()
    const admin = await signedIn('admin')
    pass(5)
    expect((await admin.ask('PUT', '/api/people/admin', { password: fresh })).status).toBe(200)
    expect(await outcome(await admin.makeToken())).toBe(201)
    pass(5)
    expect(await outcome(await admin.makeToken())).toEqual([403, 'proof_required'])
  })

  it('are nothing that a program changes or shows a password for', async () => {
    const { app, store } = await open()
    const { headers } = await tokenOf(store, 'admin')
    const response = await app.request('/api/me/proof', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ password }),
    })
    expect(await outcome(response)).toEqual([403, 'forbidden'])
  })

  it('change unasked where one person works alone', async () => {
    const { browser, pass } = await open({ signIn: 'single-user', user: 'Ito' })
    pass(600)
    const alone = browser()
    expect(await outcome(await alone.makeToken())).toBe(201)
    expect(await outcome(await alone.prove())).toEqual([404, 'not_found'])
  })
})

describe('a password that another person has set', () => {
  const reset = async () => {
    const desk = await open()
    const admin = await desk.signedIn('admin')
    expect((await admin.ask('PUT', '/api/people/analyst', { password: fresh })).status).toBe(200)
    return { ...desk, admin }
  }

  it('has to be changed before anything else, and its person is told who has set it', async () => {
    const { browser } = await reset()
    const its = browser()
    const passwordSet = { by: 'admin', at: '2026-06-01T08:00:00.000Z' }
    expect(Me.parse(await (await its.signIn('analyst', fresh)).json())).toMatchObject({ name: 'analyst', passwordSet })
    for (const path of ['/api/bulletins', '/api/overview', '/api/events', '/api/me/sign-ins'])
      expect(await outcome(await its.ask('GET', path))).toEqual([403, 'password_change_required'])
    expect(await outcome(await its.ask('POST', '/api/me/proof', { password: fresh }))).toEqual([
      403,
      'password_change_required',
    ])
    const same = await its.ask('PUT', '/api/me/password', { current: fresh, password: fresh })
    expect((await problemOf(same)).details).toMatchObject([{ field: 'password' }])
    expect((await its.me()).passwordSet).toEqual(passwordSet)
    const own = 'nineteen yellow umbrellas'
    expect((await its.ask('PUT', '/api/me/password', { current: fresh, password: own })).status).toBe(200)
    expect((await its.me()).passwordSet).toBeUndefined()
    expect((await its.ask('GET', '/api/platforms')).status).toBe(200)
    expect(Me.parse(await (await browser().signIn('analyst', own)).json()).passwordSet).toBeUndefined()
  })

  it('lets them go out again', async () => {
    const { browser } = await reset()
    const its = browser()
    await its.signIn('analyst', fresh)
    expect((await its.ask('POST', '/api/sign-out')).status).toBe(200)
  })

  it('is also that of a new account, and none that people have set themselves', async () => {
    const { admin, browser } = await reset()
    await admin.ask('PUT', '/api/people/Sato', { role: 'viewer', password: fresh })
    expect(Me.parse(await (await browser().signIn('Sato', fresh)).json()).passwordSet?.by).toBe('admin')
    await admin.ask('PUT', '/api/people/admin', { password: fresh })
    expect((await admin.me()).passwordSet).toBeUndefined()
  })

  it('stays to be changed where only the role is set then', async () => {
    const { admin, browser } = await reset()
    await admin.ask('PUT', '/api/people/analyst', { role: 'editor' })
    expect(Me.parse(await (await browser().signIn('analyst', fresh)).json()).passwordSet?.by).toBe('admin')
  })

  it('is not that of the first account, which its maker has for themselves; all after it are', async () => {
    const store = await contentStore()
    const app = buildApp({ store, passwords })
    const add = (name: string, role: string) =>
      app.request(`/api/people/${name}`, {
        method: 'PUT',
        headers: { host: 'localhost', 'content-type': 'application/json' },
        body: JSON.stringify({ role, password: fresh }),
      })
    for (const [name, role] of [
      ['Ito', 'admin'],
      ['Sato', 'viewer'],
    ] as const)
      expect((await add(name, role)).status).toBe(201)
    const setBy = async (name: string) => (await store.access.find(name))?.passwordSet?.by ?? null
    expect([await setBy('Ito'), await setBy('Sato')]).toEqual([null, 'local'])
  })
})

describe.each(engines(putAwayAfterEach()))('in $name', ({ make }) => {
  it('a person’s sign-ins are theirs, of one way to sign in, and end together', async () => {
    const { access } = await make()
    for (const name of ['Ito', 'Sato']) await access.set(name, { role: 'viewer', password: 'p' }, 'test')
    const [ito, sato] = [await access.find('Ito'), await access.find('Sato')]
    if (ito === null || sato === null) throw new Error('somebody is missing')
    const start = (person: typeof ito, hash: string, way = 'accounts') =>
      access.startSession(person, { hash, expiresAt: '2100-01-01T00:00:00.000Z', way, address: '192.0.2.1' })
    for (const hash of ['a', 'b', 'c']) await start(ito, hash)
    await start(ito, 'd', 'https://login.example/')
    await start(sato, 'e')
    expect(await access.signIns(ito.id, 'accounts')).toHaveLength(3)
    const kept = await access.session('b', 'accounts')
    expect(await access.endSignIns(ito, { except: kept?.id ?? '' })).toBe(3)
    expect((await access.signIns(ito.id, 'accounts')).map(({ id }) => id)).toEqual([kept?.id])
    expect(await access.signIns(sato.id, 'accounts')).toHaveLength(1)
    expect(await access.endSignIns(sato, { id: kept?.id ?? '' })).toBe(0)
    await access.proveSession('b', '2026-06-01T08:00:00.000Z')
    await access.useSession('b', { expiresAt: '2100-01-02T00:00:00.000Z', address: '192.0.2.2' })
    expect(await access.session('b', 'accounts')).toMatchObject({
      provedAt: '2026-06-01T08:00:00.000Z',
      expiresAt: '2100-01-02T00:00:00.000Z',
      address: '192.0.2.2',
    })
  })

  it('a person is told by mail that another has set their password, where they have confirmed an address', async () => {
    const store = await make()
    const { access, channels, outbox } = store
    for (const name of ['Ito', 'Sato']) await access.set(name, { role: 'viewer', password: 'p' }, 'test')
    for (const [name, isConfirmed] of [
      ['Ito', true],
      ['Sato', false],
    ] as const) {
      const person = (await access.find(name))?.id ?? null
      const mail = `${name}@example.org`
      await channels.add(
        {
          name: '',
          language: 'en',
          kind: 'email',
          owner: { kind: 'person', name },
          person,
          shown: mail,
          target: mail,
          secret: null,
          confirmation: isConfirmed ? null : { secret: 'link', before: '2100-01-01T00:00:00.000Z' },
        },
        name,
      )
      await access.set(name, { role: 'analyst' }, 'admin')
      await access.set(name, { password: 'q', isForOther: true }, 'admin')
    }
    const before = await access.find('Ito')
    if (before !== null) await access.setOwnPassword(before, 'own')
    const notices = (await outbox.list({ person: null }, null, 10)) ?? []
    expect(notices).toMatchObject([
      { address: 'Ito@example.org', state: 'waiting', content: { about: 'password', by: 'admin' } },
    ])
    expect(await outbox.claim(10, '2100-01-01T00:00:00.000Z')).toHaveLength(1)
  })

  it('who has set a password is known until its person has chosen another', async () => {
    const { access } = await make()
    await access.set('Ito', { role: 'viewer', password: 'p', isForOther: true }, 'admin')
    const before = await access.find('Ito')
    expect(before?.passwordSet).toMatchObject({ by: 'admin' })
    expect(before !== null && (await access.setOwnPassword(before, 'own'))).toBe(true)
    expect((await access.find('Ito'))?.passwordSet).toBeNull()
  })
})
