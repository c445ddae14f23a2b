import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../../src/contract/audit.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()
const issuer = 'https://login.example/'
const [account, ito] = [{ role: 'analyst', password: 'p' } as const, { issuer, subject: 's-1', name: 'Ito' } as const]

/** What the log says of who comes in, the first first. */
const eventsIn = (entries: readonly AuditEntry[]) =>
  entries.flatMap((entry) => (entry.topic === 'access' ? { who: entry.who, ...entry.event } : [])).toReversed()

describe.each(engines(kept))('a name, in $name', ({ make }) => {
  it('is one, in whatever case and form it is written', async () => {
    const { access } = await make()
    await access.set('René', account, 'test')
    expect((await access.find('rene\u0301'))?.name).toBe('René')
    await access.set('RENÉ', { role: 'viewer' }, 'test')
    expect(await access.people()).toMatchObject([{ name: 'René', role: 'viewer' }])
    expect((await access.meet({ ...ito, name: 'RENÉ', role: 'viewer' })).name).toBe('RENÉ (s-1)')
  })

  it('is one, where letters of another script make it look the same', async () => {
    const { access } = await make()
    await access.set('admin', account, 'test')
    expect(await access.set('\u0430dmin', account, 'test')).toBe('taken')
    await access.set('Ito', account, 'test')
    expect((await access.meet({ ...ito, name: 'It\u043E', role: 'viewer' })).name).toBe('It\u043E (s-1)')
    expect(await access.set('Иванова', account, 'test')).toBe('done')
  })

  it('of somebody who has gone goes to nobody else, by whatever way they come', async () => {
    const { access } = await make()
    await access.set('Ito', account, 'test')
    await access.remove('Ito', 'test')
    expect(await access.set('ITO', account, 'test')).toBe('taken')
    expect((await access.meet({ ...ito, role: 'viewer' })).name).toBe('Ito (s-1)')
    expect(await access.remove('ito', 'test')).toBe('missing')
  })

  it('of somebody who has gone is given again, where whoever has the database says that it is the same person', async () => {
    const { access } = await make()
    await access.set('Ito', account, 'test')
    await access.remove('Ito', 'test')
    expect([await access.releaseName('ITO', 'test'), await access.releaseName('Ito', 'test')]).toEqual([true, false])
    expect(await access.set('Ito', account, 'test')).toBe('done')
    expect(eventsIn(await access.audit(null, 10)).map(({ what }) => what)).toEqual([
      'person-added',
      'person-removed',
      'name-released',
      'person-added',
    ])
  })

  it('is theirs again, when the same person comes back from the same provider', async () => {
    const { access } = await make()
    await access.meet({ ...ito, role: 'viewer' })
    await access.remove('Ito', 'test')
    expect((await access.meet({ ...ito, issuer: 'https://other.example/', role: 'viewer' })).name).toBe('Ito (s-1)')
    expect((await access.meet({ ...ito, role: 'viewer' })).name).toBe('Ito')
  })

  it('that the provider has changed stays with who had it before, and the log tells of both', async () => {
    const { access } = await make()
    await access.meet({ ...ito, role: 'viewer' })
    const married = { ...ito, name: 'Sato' }
    expect((await access.meet({ ...married, role: 'admin' })).name).toBe('Sato')
    expect((await access.meet({ ...ito, subject: 's-2', role: 'viewer' })).name).toBe('Ito (s-2)')
    expect(await access.set('Ito', account, 'test')).toBe('taken')
    expect(eventsIn(await access.audit(null, 10)).slice(0, 3)).toEqual([
      { who: 'sign-in provider', what: 'person-added', detail: { person: 'Ito', role: 'viewer' } },
      { who: 'sign-in provider', what: 'person-renamed', detail: { from: 'Ito', to: 'Sato' } },
      { who: 'sign-in provider', what: 'role-changed', detail: { person: 'Sato', from: 'viewer', to: 'admin' } },
    ])
  })

  it('tells nothing of who somebody is at another provider', async () => {
    const { access } = await make()
    await access.meet({ ...ito, role: 'admin' })
    await access.meet({ ...ito, issuer: 'https://other.example/', name: 'Mallory', role: 'viewer' })
    expect(await access.people()).toMatchObject([
      { name: 'Ito', role: 'admin' },
      { name: 'Mallory', role: 'viewer' },
    ])
  })
})

describe.each(engines(kept))('somebody without a role, in $name', ({ make }) => {
  it('is seen to have none, and has it again once the provider says so', async () => {
    const { access } = await make()
    await access.meet({ ...ito, role: 'admin' })
    await access.shutOut(ito)
    await access.shutOut(ito)
    expect(await access.people()).toMatchObject([{ name: 'Ito', role: null }])
    expect((await access.meet({ ...ito, role: 'viewer' })).role).toBe('viewer')
    const changes = eventsIn(await access.audit(null, 10)).slice(1)
    expect(changes.map(({ detail }) => detail)).toEqual([
      { person: 'Ito', from: 'admin', to: null },
      { person: 'Ito', from: null, to: 'viewer' },
    ])
  })
})

describe.each(engines(kept))('a session, in $name', ({ make }) => {
  it('counts only where people still sign in as its person did', async () => {
    const { access } = await make()
    const person = await access.meet({ ...ito, role: 'admin' })
    const session = { hash: 'hash', expiresAt: '2100-01-01T00:00:00.000Z', way: issuer, address: null }
    await access.startSession(person, session)
    const ways = [issuer, 'https://other.example/', 'accounts']
    const found = await Promise.all(ways.map((way) => access.session('hash', way)))
    expect(found.map((each) => each?.person.name)).toEqual(['Ito', undefined, undefined])
  })
})

describe.each(engines(kept))('a token, in $name', ({ make }) => {
  const settings = { title: 'CI', role: 'admin', days: 7 } as const
  const add = (access: Awaited<ReturnType<typeof make>>['access'], who: string, maker?: 'a-person') =>
    access.addToken(settings, `hash of ${who}`, '2100-01-01T00:00:00.000Z', who, maker)

  it('may never do more than who has made it may do now', async () => {
    const { access } = await make()
    await access.set('Ito', { role: 'admin', password: 'p' }, 'test')
    await add(access, 'Ito')
    const role = async () => (await access.token('hash of Ito'))?.role
    expect(await role()).toBe('admin')
    await access.set('Ito', { role: 'viewer' }, 'test')
    expect(await role()).toBe('viewer')
    expect(await access.tokens()).toMatchObject([{ role: 'viewer', madeBy: 'Ito' }])
    await access.set('Ito', { role: 'editor' }, 'test')
    expect(await role()).toBe('editor')
  })

  it('ends when who has made it is removed, and the log says so', async () => {
    const { access } = await make()
    await access.set('Ito', { role: 'admin', password: 'p' }, 'test')
    const made = await add(access, 'Ito')
    await access.remove('Ito', 'Sato')
    expect([await access.token('hash of Ito'), await access.tokens()]).toEqual([null, []])
    expect(eventsIn(await access.audit(null, 1))).toEqual([
      { who: 'Sato', what: 'token-revoked', detail: { token: made?.id, title: 'CI' } },
    ])
  })

  it('does nothing while who has made it has no role at the provider', async () => {
    const { access } = await make()
    await access.meet({ ...ito, role: 'admin' })
    await add(access, 'Ito')
    await access.shutOut(ito)
    expect((await access.token('hash of Ito'))?.role).toBeNull()
    await access.meet({ ...ito, role: 'editor' })
    expect((await access.token('hash of Ito'))?.role).toBe('editor')
  })

  it('is made by a person who is there, or where nobody signs in by whoever works alone', async () => {
    const { access } = await make()
    expect(await add(access, 'Ito', 'a-person')).toBeNull()
    expect(await add(access, 'Ito')).toMatchObject({ role: 'admin', madeBy: 'Ito' })
    expect((await access.token('hash of Ito'))?.role).toBe('admin')
  })
})
