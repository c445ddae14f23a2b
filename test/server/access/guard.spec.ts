/** Under which names a server answers, and what it writes down of those whom it refuses. */
import { describe, expect, it } from 'vitest'
import { leavesOutGroups } from '../../../src/server/access/openid.ts'
import { buildApp } from '../../../src/server/app.ts'
import { contentStore } from '../../support/content-store.ts'
import { addAccounts, behindDoor, sessionOf } from '../../support/authorized.ts'

describe('a server with PUBLIC_URL', async () => {
  const app = buildApp({
    store: await contentStore(),
    origin: 'https://hotfix.example',
    admission: { signIn: 'accounts', anonymous: 'viewer' },
  })
  it.each([
    { host: 'hotfix.example', status: 200 },
    { host: 'HOTFIX.example', status: 200 },
    { host: '10.1.2.3:4870', status: 200 },
    { host: '[::1]:4870', status: 200 },
    { host: 'backend:4870', status: 200 },
    { host: 'evil.example', status: 421 },
    { host: 'hotfix.example.evil.test', status: 421 },
  ])('answers $status to the name $host', async ({ host, status }) => {
    expect((await app.request('/api/fleet', { headers: { host } })).status).toBe(status)
  })
})

it('writes down once who asked for more than their role opens, and a write from another site', async () => {
  const { app, store } = await behindDoor()
  await addAccounts(store, ['viewer', 'analyst'])
  const viewer = await sessionOf(store, 'viewer')
  for (let twice = 0; twice < 2; twice++) await app.request('/api/audit', { headers: viewer })
  const analyst = { ...(await sessionOf(store, 'analyst')), origin: 'https://evil.example' }
  await app.request('/api/fleet', { method: 'PUT', headers: analyst })
  await app.request('/api/audit')
  const refused = (await store.access.audit(null, 20)).flatMap((entry) =>
    entry.topic === 'access' && entry.event.what === 'access-refused' ? { who: entry.who, ...entry.event.detail } : [],
  )
  expect(refused).toEqual([
    { who: 'analyst', reason: 'other-site', to: 'PUT /api/fleet', address: 'unknown' },
    { who: 'viewer', reason: 'role', to: 'GET /api/audit', address: 'unknown' },
  ])
})

it.each([
  { claims: { _claim_names: { groups: 'src1' }, _claim_sources: {} }, is: true },
  { claims: { hasgroups: true }, is: true },
  { claims: { groups: ['a'] }, is: false },
  { claims: {}, is: false },
])('knows a token whose groups were left out because they are too many: $claims is $is', ({ claims, is }) => {
  expect(leavesOutGroups(claims)).toBe(is)
})
