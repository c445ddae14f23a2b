import { expect, it } from 'vitest'
import type { MiddlewareHandler } from 'hono'
import type { Admission } from '../../../src/server/access/admission.ts'
import type { AppEnv } from '../../../src/server/access/principal.ts'
import { buildApp } from '../../../src/server/app.ts'
import { addAccounts, sessionOf } from '../../support/authorized.ts'
import { contentStore } from '../../support/content-store.ts'

const site: MiddlewareHandler<AppEnv> = async (c) => c.text('the page')

async function visit(path: string, admission: Admission, headers: Record<string, string> = {}) {
  const store = await contentStore()
  await addAccounts(store, ['viewer'])
  const { cookie } = await sessionOf(store, 'viewer')
  const app = buildApp({ store, site, admission })
  return {
    ofNobody: await app.request(path, { headers }),
    ofViewer: await app.request(path, { headers: { ...headers, cookie } }),
  }
}

const behindDoor: Admission = { signIn: 'accounts', anonymous: null }

it('leads who has not signed in to where they do, and from there back to what they wanted to see', async () => {
  const { ofNobody, ofViewer } = await visit('/alerts?release=2025-06&severity=1,2', behindDoor)
  expect(ofNobody.status).toBe(302)
  const to = new URL(ofNobody.headers.get('location') ?? '', 'http://localhost')
  expect(to.pathname).toBe('/sign-in')
  expect([...to.searchParams]).toEqual([['to', '/alerts?release=2025-06&severity=1,2']])
  expect(ofNobody.headers.get('cache-control')).toContain('no-store')
  expect(await ofViewer.text()).toBe('the page')
})

it.each(['/sign-in?to=/alerts', '/password', '/confirm', '/unsubscribe'])('shows %s to everybody', async (path) => {
  const { ofNobody } = await visit(path, behindDoor)
  expect(await ofNobody.text()).toBe('the page')
})

it('leads nobody away from a file', async () => {
  const { ofNobody } = await visit('/assets/index-abc.js', behindDoor)
  expect(await ofNobody.text()).toBe('the page')
})

it.each<Admission>([
  { signIn: 'accounts', anonymous: 'viewer' },
  { signIn: 'single-user', user: 'local' },
])('leads nobody away where anybody may look: %j', async (admission) => {
  const { ofNobody } = await visit('/alerts', admission)
  expect(await ofNobody.text()).toBe('the page')
})
