/** What anybody can cause costs the others nothing. */
import { describe, expect, it } from 'vitest'
import { addAccounts, behindDoor, password, sessionOf } from '../../support/authorized.ts'
import { passwordsOf, TooBusy } from '../../../src/server/access/passwords.ts'
import type { Store } from '../../../src/server/store/store.ts'

type App = Awaited<ReturnType<typeof behindDoor>>['app']

const eventsIn = async ({ access }: Store) =>
  (await access.audit(null, 1000)).flatMap((entry) =>
    entry.topic === 'access' ? { who: entry.who, ...entry.event } : [],
  )

/** Signs in, or tries to. */
const signIn = async (app: App, name: string, given = password) =>
  app.request('/api/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: given }),
  })

const address = 'unknown'

describe('the log', () => {
  it('has one line for the wrong passwords of one name, and one for being told to wait', async () => {
    const { app, store } = await behindDoor()
    await addAccounts(store, ['analyst'])
    for (let attempt = 0; attempt < 15; attempt++) await signIn(app, 'analyst', 'wrong wrong wrong')
    expect(await eventsIn(store)).toEqual([
      { who: 'anyone', what: 'too-many', detail: { of: 'sign-ins', address } },
      { who: 'anyone', what: 'sign-in-refused', detail: { reason: 'password', person: 'analyst', address } },
      { who: 'test', what: 'person-added', detail: { person: 'analyst', role: 'analyst' } },
    ])
  })

  it('has one line for the tokens that do not count', async () => {
    const { app, store } = await behindDoor()
    for (const token of ['hfr_a', 'hfr_b', 'ghp_c'])
      await app.request('/api/me', { headers: { authorization: `Bearer ${token}` } })
    expect(await eventsIn(store)).toEqual([{ who: 'anyone', what: 'token-refused', detail: { address } }])
  })

  it('says who has signed in from where, and nothing of a session that is only renewed', async () => {
    const { app, store } = await behindDoor()
    await addAccounts(store, ['admin', 'editor'])
    await signIn(app, 'ADMIN')
    expect((await eventsIn(store))[0]).toEqual({ who: 'admin', what: 'signed-in', detail: { address } })
    const headers = { ...(await sessionOf(store, 'admin')), 'content-type': 'application/json' }
    const before = (await store.access.people()).find(({ name }) => name === 'admin')
    await store.access.set('editor', { role: 'admin' }, 'test')
    const own = await app.request('/api/people/admin', { method: 'PUT', headers, body: '{"role":"editor"}' })
    expect([own.status, own.headers.get('set-cookie')]).toEqual([200, expect.stringMatching(/^hotfix-report=/)])
    expect((await eventsIn(store))[0]).toMatchObject({ what: 'role-changed', detail: { person: 'admin' } })
    expect((await store.access.people())[0]).toEqual({ ...before, role: 'editor' })
  })

  it('wakes no open page', async () => {
    const { app, store } = await behindDoor()
    await addAccounts(store, ['analyst'])
    let woken = 0
    const unlisten = store.events.listen(() => woken++)
    await signIn(app, 'analyst', 'wrong wrong wrong')
    await signIn(app, 'analyst')
    await app.request('/api/me', { headers: { authorization: 'Bearer hfr_x' } })
    unlisten()
    expect([woken, (await eventsIn(store)).length]).toEqual([0, 4])
  })
})

describe('open pages', () => {
  it.each([
    { whose: 'of one person', signIn: 'accounts' as const, anonymous: null, most: 50 },
    {
      whose: 'from one address where anybody may look',
      signIn: 'accounts' as const,
      anonymous: 'viewer' as const,
      most: 200,
    },
  ])('are $most at most $whose, and one more when one is closed', async ({ most, ...admission }) => {
    const { app, store } = await behindDoor(admission)
    await addAccounts(store, ['viewer', 'analyst'])
    const headers = admission.anonymous === null ? await sessionOf(store, 'viewer') : {}
    const open = async () => app.request('/api/events', { headers })
    const streams = await Promise.all(Array.from({ length: most }, open))
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]))
    const refused = await open()
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 30])
    const other = await app.request('/api/events', { headers: await sessionOf(store, 'analyst') })
    expect(other.status).toBe(200)
    await streams[0]?.body?.cancel()
    await expect
      .poll(async () => {
        const next = await open()
        streams.push(next)
        return next.status
      })
      .toBe(200)
    await Promise.all([...streams, other].map(async ({ body }) => body?.cancel()))
  })
})

describe('passwords', () => {
  it('are looked at two at a time, and who would wait long is told to come again', async () => {
    const passwords = passwordsOf({ N: 16, r: 8, p: 1 })
    const tried = await Promise.allSettled(Array.from({ length: 90 }, () => passwords.isRight('x', null)))
    const refused = tried.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
    expect(refused).toHaveLength(90 - 2 - 16)
    expect(refused.every((reason) => reason instanceof TooBusy)).toBe(true)
    expect(await passwords.isRight('right', await passwords.hash('right'))).toBe(true)
  })

  it('that many people send at once are not all looked at, and the others learn when to come again', async () => {
    const { app, store } = await behindDoor()
    await addAccounts(store, ['analyst'])
    const answers = await Promise.all(Array.from({ length: 60 }, (_, at) => signIn(app, `somebody ${at}`, 'x')))
    const busy = answers.filter(({ status }) => status === 429)
    expect(busy.length).toBeGreaterThan(0)
    expect(busy.map(({ headers }) => headers.get('retry-after'))).toEqual(busy.map(() => '5'))
    expect((await signIn(app, 'analyst')).status).toBe(200)
  })

  it('that were not looked at use up no try of who has the right one', async () => {
    const { app, store } = await behindDoor()
    await addAccounts(store, ['analyst'])
    for (let round = 0; round < 3; round++) {
      const guesses = Array.from({ length: 30 }, (_, at) => signIn(app, `somebody ${at} of ${round}`, 'x'))
      const own = await Promise.all(Array.from({ length: 5 }, () => signIn(app, 'analyst')))
      await Promise.all(guesses)
      expect(own.map(({ status }) => status).filter((status) => status !== 200 && status !== 429)).toEqual([])
    }
    expect((await signIn(app, 'analyst')).status).toBe(200)
  })

  it.each([
    'aaaaaaaaaaaa',
    'password1234',
    '            ',
    'sato sato sato',
    'monkeymonkey',
    'dragon123456',
    'trustno1trustno1',
    'qazwsxedcrfv',
    'zaq12wsxcde3',
    'Winter2026!!',
    'correcthorse',
  ])('that anybody would guess are refused: "%s"', async (guessable) => {
    const { app, store } = await behindDoor()
    await addAccounts(store, ['admin'])
    const headers = { ...(await sessionOf(store, 'admin')), 'content-type': 'application/json' }
    const body = JSON.stringify({ role: 'viewer', password: guessable })
    const response = await app.request('/api/people/Sato', { method: 'PUT', headers, body })
    expect([response.status, await response.json()]).toMatchObject([400, { details: [{ field: 'password' }] }])
  })
})

describe('the address of a source', () => {
  it.each(['https://ito:secret@a.example/', 'https://token@a.example/'])(
    'holds no name and no password, which everybody would see: %s',
    async (url) => {
      const { app, store } = await behindDoor()
      await addAccounts(store, ['editor'])
      const headers = { ...(await sessionOf(store, 'editor')), 'content-type': 'application/json' }
      const body = JSON.stringify({ title: 'A', url, isOn: false, everyHours: 24, since: null })
      expect((await app.request('/api/sources', { method: 'POST', headers, body })).status).toBe(400)
    },
  )
})
