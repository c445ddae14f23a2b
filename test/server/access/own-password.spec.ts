/** What people change of themselves: the password by which they come in. */
import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../../src/contract/audit.ts'
import { Me } from '../../../src/contract/access.ts'
import type { Admission } from '../../../src/server/access/admission.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { addAccounts, behindDoor, password, passwords, sessionOf, tokenOf } from '../../support/authorized.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'
import { problemOf } from '../../support/problem.ts'

const fresh = 'seventeen green bottles'
const kept = putAwayAfterEach()

async function open(admission?: Admission) {
  const { app, store } = await behindDoor(admission)
  await addAccounts(store, ['viewer', 'analyst'])
  const change = (headers: Record<string, string>, given: { current: string; password: string }) =>
    app.request('/api/me/password', {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(given),
    })
  const isPassword = async (name: string, given: string) =>
    passwords.isRight(given, (await store.access.find(name))?.password ?? null)
  const me = async (cookie: string) => Me.parse(await (await app.request('/api/me', { headers: { cookie } })).json())
  return { app, store, change, isPassword, me }
}

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
const refusedFields = async (response: Response) => (await problemOf(response)).details?.map(({ field }) => field)
const lastLine = async ({ access }: Store): Promise<AuditEntry | undefined> => (await access.audit(null, 1))[0]

describe('who signs in with an account', () => {
  it('changes the password, stays in, and is out everywhere else', async () => {
    const { store, change, isPassword, me } = await open()
    const [here, elsewhere] = [await sessionOf(store, 'viewer'), await sessionOf(store, 'viewer')]
    const other = await sessionOf(store, 'analyst')
    const response = await change(here, { current: password, password: fresh })
    expect([response.status, Me.parse(await response.json()).name]).toEqual([200, 'viewer'])
    expect(await isPassword('viewer', fresh)).toBe(true)
    const names = [cookieOf(response), here.cookie, elsewhere.cookie, other.cookie].map(
      async (cookie) => (await me(cookie)).name,
    )
    expect(await Promise.all(names)).toEqual(['viewer', null, null, 'analyst'])
    expect(await lastLine(store)).toMatchObject({
      who: 'viewer',
      event: { what: 'password-set', detail: { person: 'viewer' } },
    })
  })

  it('has to know the one that they have: an open page is not enough, and the log says that it was tried', async () => {
    const { store, change, isPassword, me } = await open()
    const headers = await sessionOf(store, 'analyst')
    const response = await change(headers, { current: 'something else', password: fresh })
    expect([response.status, await refusedFields(response)]).toEqual([400, ['current']])
    expect([await isPassword('analyst', password), (await me(headers.cookie)).name]).toEqual([true, 'analyst'])
    expect(await lastLine(store)).toMatchObject({ who: 'analyst', event: { what: 'password-refused' } })
  })

  it.each([
    { why: 'too short', given: 'eleven char' },
    { why: 'guessed', given: 'password password' },
    { why: 'their name', given: 'analyst analyst' },
  ])('gets none that is $why', async ({ given }) => {
    const { store, change, isPassword } = await open()
    const response = await change(await sessionOf(store, 'analyst'), { current: password, password: given })
    expect([response.status, await refusedFields(response)]).toEqual([400, ['password']])
    expect(await isPassword('analyst', password)).toBe(true)
  })

  it('tries as often as somebody who signs in, and no more', async () => {
    const { app, store, change } = await open()
    const headers = await sessionOf(store, 'analyst')
    for (let attempt = 0; attempt < 10; attempt++)
      expect((await change(headers, { current: 'wrong wrong wrong', password: fresh })).status).toBe(400)
    const response = await change(headers, { current: password, password: fresh })
    expect([response.status, response.headers.has('retry-after')]).toEqual([429, true])
    const signIn = await app.request('/api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'analyst', password }),
    })
    expect(signIn.status).toBe(429)
  })
})

describe('nobody else', () => {
  it.each([
    { who: 'whoever looks without signing in', admission: { signIn: 'accounts', anonymous: 'viewer' }, status: 401 },
    { who: 'who works alone', admission: { signIn: 'single-user', user: 'Ito' }, status: 404 },
  ] as const)('has a password here: $who', async ({ admission, status }) => {
    const { change } = await open(admission)
    const response = await change({ host: 'localhost' }, { current: password, password: fresh })
    expect(response.status).toBe(status)
  })

  it('changes it, such as a program that a person has made', async () => {
    const { store, change } = await open()
    const { headers } = await tokenOf(store, 'admin')
    expect((await change(headers, { current: password, password: fresh })).status).toBe(403)
  })
})

describe.each(engines(kept))('in $name', ({ make }) => {
  it('two changes at once are one after the other: whoever began with an old password is refused', async () => {
    const { access } = await make()
    await access.set('Ito', { role: 'viewer', password: 'old' }, 'test')
    const before = await access.find('Ito')
    if (before === null) throw new Error('there is no Ito')
    const outcomes = await Promise.all([access.setOwnPassword(before, 'one'), access.setOwnPassword(before, 'two')])
    expect(outcomes.toSorted()).toEqual([false, true])
    const after = await access.find('Ito')
    expect(after).toEqual({ ...before, password: outcomes[0] ? 'one' : 'two' })
  })

  it('a password that an admin has set meanwhile, with a role, stays', async () => {
    const { access } = await make()
    await access.set('Ito', { role: 'viewer', password: 'old' }, 'test')
    const before = await access.find('Ito')
    if (before === null) throw new Error('there is no Ito')
    await access.set('Ito', { role: 'editor', password: 'by an admin' }, 'test')
    expect(await access.setOwnPassword(before, 'own')).toBe(false)
    expect(await access.find('Ito')).toMatchObject({ role: 'editor', password: 'by an admin' })
  })
})
