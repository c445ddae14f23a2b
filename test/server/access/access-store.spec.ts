import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PersonName } from '../../../src/contract/person-name.ts'
import type { AuditEntry } from '../../../src/contract/audit.ts'
import { endpoints } from '../../../src/contract/endpoints.ts'
import type { Endpoint } from '../../../src/contract/endpoints/endpoint.ts'
import { nameFrom } from '../../../src/server/access/openid.ts'
import { buildApp } from '../../../src/server/app.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()
const [issuer, way] = ['https://login.example/', 'accounts']
const session = (hash: string) => ({ hash, expiresAt: '2100-01-01T00:00:00.000Z', way, address: null })

async function find({ access }: Store, name: string) {
  const person = await access.find(name)
  if (person === null) throw new Error(`there is no ${name}`)
  return person
}

describe.each(engines(kept))('who may come in, in $name', ({ make }) => {
  it('is in the log, the last first, from the end or from an event on', async () => {
    const { access } = await make()
    for (const title of ['a', 'b', 'c'])
      await access.note({ who: 'Ito', what: 'source-added', detail: { source: 's', title } })
    const titles = (entries: readonly AuditEntry[]) =>
      entries.map((entry) => (entry.topic === 'access' ? entry.event : null)).map((event) => event?.detail)
    const [last, ...before] = await access.audit(null, 2)
    expect(last).toMatchObject({ event: { detail: { title: 'c' } } })
    expect(titles(before)).toMatchObject([{ title: 'b' }])
    expect(titles(await access.audit(last?.id ?? 0, 5))).toMatchObject([{ title: 'b' }, { title: 'a' }])
  })

  it('is never nobody who lets people in, even where two admins take it from each other at once', async () => {
    const { access } = await make()
    for (const name of ['Ito', 'Sato']) await access.set(name, { role: 'admin', password: name }, 'test')
    const outcomes = await Promise.all([
      access.set('Ito', { role: 'viewer' }, 'Sato', 'an-admin'),
      access.remove('Sato', 'Ito', 'an-admin'),
    ])
    expect(outcomes.toSorted()).toEqual(['done', 'no-admin'])
    expect((await access.people()).filter(({ role }) => role === 'admin')).toHaveLength(1)
  })

  it('begins with an admin, so that the first account shuts nobody out', async () => {
    const { access } = await make()
    expect(await access.set('Ito', { role: 'analyst', password: 'p' }, 'test', 'an-admin')).toBe('no-admin')
    expect(await access.set('Ito', { role: 'admin', password: 'p' }, 'test', 'an-admin')).toBe('done')
    expect(await access.set('Sato', { role: 'analyst', password: 'p' }, 'test', 'an-admin')).toBe('done')
    expect((await access.people()).map(({ name, role }) => `${name}: ${role}`)).toEqual(['Ito: admin', 'Sato: analyst'])
  })

  it('keeps what is not set of them, so that a new password gives no role back that somebody else has taken', async () => {
    const store = await make()
    const { access } = store
    for (const name of ['Ito', 'Sato']) await access.set(name, { role: 'admin', password: 'p' }, 'test')
    await access.set('Sato', { role: 'viewer' }, 'Ito', 'an-admin')
    expect(await access.set('Sato', { password: 'q' }, 'Ito', 'an-admin')).toBe('done')
    expect(await find(store, 'Sato')).toMatchObject({ role: 'viewer', password: 'q' })
    const [last] = await access.audit(null, 1)
    expect(last).toMatchObject({ event: { what: 'password-set' } })
    expect(await access.set('Suzuki', { password: 'p' }, 'Ito', 'an-admin')).toBe('no-role')
    expect(await access.set('Suzuki', { role: 'viewer' }, 'Ito', 'an-admin')).toBe('no-password')
  })

  it('may be nobody, where whoever has the database says so', async () => {
    const { access } = await make()
    await access.set('Ito', { role: 'admin', password: 'p' }, 'test')
    expect(await access.remove('Ito', 'command line')).toBe('done')
    expect(await access.accounts()).toBe(0)
  })

  it('is not who had a password that was changed, or an account that was removed, while it was looked at', async () => {
    const store = await make()
    await store.access.set('Ito', { role: 'admin', password: 'old' }, 'test')
    const before = await find(store, 'Ito')
    await store.access.set('Ito', { role: 'admin', password: 'new' }, 'test')
    expect(await store.access.startSession(before, session('hash 1'))).toBe(false)
    const after = await find(store, 'Ito')
    expect(await store.access.startSession(after, session('hash 2'))).toBe(true)
    await store.access.remove('Ito', 'test')
    expect(await store.access.startSession(after, session('hash 3'))).toBe(false)
    expect(await Promise.all(['hash 1', 'hash 2', 'hash 3'].map((hash) => store.access.session(hash, way)))).toEqual([
      null,
      null,
      null,
    ])
  })

  it('is no more who has no role at the provider any more', async () => {
    const { access } = await make()
    const ito = await access.meet({ issuer, subject: 's-1', name: 'Ito', role: 'admin' })
    const sato = await access.meet({ issuer, subject: 's-2', name: 'Sato', role: 'admin' })
    await access.startSession(ito, session('hash 1'))
    await access.startSession(sato, session('hash 2'))
    await access.shutOut({ issuer, subject: 's-1', name: 'Ito' })
    expect([await access.session('hash 1', way), (await access.session('hash 2', way))?.person.name]).toEqual([
      null,
      'Sato',
    ])
  })

  it('has a name of its own, which the contract takes, whatever providers call them', async () => {
    const odd = fc.constantFrom('', ' ', '/', '\u0000', '\u200B', 'token: x', '\uD800', '😀'.repeat(40), 'a'.repeat(80))
    const text = fc.oneof(odd, fc.constantFrom('Ito', 'Ito (s)', 'Ito (2)', 's'), fc.string({ unit: 'binary' }))
    const claims = fc.array(fc.oneof(text, fc.constant(undefined), fc.integer()), { maxLength: 3 })
    const people = fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 12 }), claims), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(people, async (met) => {
        const { access } = await make()
        for (const [subject, names] of met)
          await access.meet({ issuer, subject, name: nameFrom([...names, subject]), role: 'viewer' })
        const known = (await access.people()).map(({ name }) => name)
        expect(known).toHaveLength(new Set(met.map(([subject]) => subject)).size)
        expect(known.filter((name) => !PersonName.safeParse(name).success)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})

it('a session that never was ends without anybody being told', async () => {
  const { access, events } = await storeInMemory()
  const ito = await access.meet({ issuer, subject: 's-1', name: 'Ito', role: 'viewer' })
  await access.startSession(ito, session('hash'))
  let told = 0
  const unlisten = events.listen(() => told++)
  await access.endSession('made up')
  expect([told, (await access.audit(null, 1))[0]]).toMatchObject([0, { event: { what: 'signed-in' } }])
  await access.endSession('hash')
  expect([told, (await access.audit(null, 1))[0]]).toMatchObject([1, { event: { what: 'signed-out' } }])
  unlisten()
})

/** The greatest number that an address may have, and one that no database has. */
const numbers = [2 ** 31 - 1, 2 ** 31, 9_999_999_999]

describe.each(engines(kept))('the API on $name', ({ make }) => {
  it('answers every route without failing, whatever numbers are in its address', async () => {
    const reported: unknown[] = []
    const app = buildApp({ store: await make(), report: (error) => void reported.push(error) })
    const failed: string[] = []
    for (const { method, path, query, body } of Object.values<Endpoint>(endpoints))
      for (const number of numbers) {
        const parameters = Object.keys(query?.shape ?? {}).map((name) => `${name}=${number}`)
        const plain = path.replaceAll(/\{(id|name)\}/g, 'MS05-019').replaceAll(/\{\w+\}/g, String(number))
        for (const address of [plain, ...parameters.map((parameter) => `${plain}?${parameter}`)]) {
          const response = await app.request(address, {
            method: method.toUpperCase(),
            ...(body !== undefined && { body: '{}', headers: { 'content-type': 'application/json' } }),
          })
          if (response.status >= 500) failed.push(`${method} ${address}: ${response.status}`)
          await response.body?.cancel()
        }
      }
    expect([failed, reported]).toEqual([[], []])
  })
})
