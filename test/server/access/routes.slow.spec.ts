/** Every route, asked by everybody: nothing is open that the table of the contract does not open. */
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Role } from '../../../src/contract/access.ts'
import { isEnough } from '../../../src/domain/access/roles.ts'
import { roles } from '../../../src/contract/vocabulary.ts'
import { endpoints } from '../../../src/contract/endpoints.ts'
import type { Endpoint } from '../../../src/contract/endpoints/endpoint.ts'
import type { buildApp } from '../../../src/server/app.ts'
import { describeApi } from '../../../src/server/openapi/document.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { addAccounts, behindDoor, sessionOf, tokenOf } from '../../support/authorized.ts'
import { problemOf } from '../../support/problem.ts'

type App = ReturnType<typeof buildApp>
type Headers = Record<string, string>

const table: [string, Endpoint][] = Object.entries(endpoints)
const nameOf = ({ method, path }: Endpoint) => `${method.toUpperCase()} ${path}`

/** A value for each parameter of a path. */
const parameters: Record<string, string> = {
  id: 'MS05-019',
  version: '1',
  cve: 'CVE-2005-0048',
  comment: '1',
  rollout: '1',
  name: 'nobody',
  result: '1',
  decision: '1',
  channel: '1',
  subscription: '1',
  secret: 'made-up',
  wave: 'pilot',
}
const pathOf = ({ path }: Endpoint) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? name)

const Described = z.looseObject({ responses: z.looseObject({}) })
const Path = z.object({ parameters: z.array(z.unknown()).optional() }).catchall(Described)
const { paths } = z
  .looseObject({ paths: z.record(z.string(), Path) })
  .parse(describeApi({ origin: null, isSecure: false }).description)

/** Whether a path of the table stands for that of another endpoint, too, as one with a number does for a word. */
const isOf = (path: string, endpoint: Endpoint) =>
  new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/{}]+')}$`).test(endpoint.path) || path === endpoint.path

/** Every answer is one that the description of the API has, and every error has one shape. */
async function expectDescribed({ path, method }: Endpoint, asked: string, response: Response): Promise<void> {
  if (asked !== method.toUpperCase()) return
  expect(Object.keys(Described.parse(paths[path]?.[method]).responses)).toContain(String(response.status))
  if (response.status >= 400) await problemOf(response.clone())
}

/** Asks a route for nothing that would do harm: where a body is wanted, one that is refused. */
async function ask(app: App, endpoint: Endpoint, headers: Headers, method = endpoint.method.toUpperCase()) {
  const response = await app.request(pathOf(endpoint), {
    method,
    headers: { ...(method !== 'GET' && { 'content-type': 'application/json' }), ...headers },
    ...(endpoint.body !== undefined && method !== 'GET' && method !== 'HEAD' && { body: '"nothing"' }),
  })
  await expectDescribed(endpoint, method, response)
  // A stream would go on for ever.
  if (response.headers.get('content-type') === 'text/event-stream') await response.body?.cancel()
  return response
}

/** A server that lets viewers in without signing in, and one that is none of ours. */
const open = await behindDoor({ signIn: 'accounts', anonymous: 'viewer' })
const other = await behindDoor()
await addAccounts(other.store, ['admin'])

/** `by`: how it is known who asks. */
type Asking = { role: Role | null; by: 'session' | 'token' | 'nothing' }

/** Whether a route lets `who` in, and answers as it should to who stays outside. */
async function expectDoor(who: string, app: App, endpoint: Endpoint, headers: Headers, { role, by }: Asking) {
  const isOpen =
    endpoint.role === 'anyone' ||
    (role !== null &&
      isEnough(role, endpoint.role) &&
      (endpoint.isPersonal !== true || by === 'session') &&
      (endpoint.isForPrograms !== true || by === 'token'))
  const { status } = await ask(app, endpoint, headers)
  expect(status, `asked by ${who}`).toBeLessThan(500)
  if (isOpen) expect(status, `asked by ${who}`).not.toBeOneOf([401, 403])
  else expect(status, `asked by ${who}`).toBe(role === null || by === 'nothing' ? 401 : 403)
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']

const otherSites: [string, Headers][] = [
  ['another site', { origin: 'https://evil.example' }],
  ['a frame of another site', { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }],
  ['another port of this machine', { origin: 'http://localhost:8080' }],
  ['a page without an address', { origin: 'null' }],
  ['nowhere', {}],
]

describe('the table', () => {
  it('opens to anyone only what tells nothing, what signing in takes, and links of notices and private addresses', () => {
    expect(table.flatMap(([, endpoint]) => (endpoint.role === 'anyone' ? nameOf(endpoint) : [])).toSorted()).toEqual([
      'GET /api/me',
      'GET /api/openapi.json',
      'GET /api/private/{secret}/calendar.ics',
      'GET /api/private/{secret}/feed.atom',
      'GET /api/schemas.json',
      'GET /api/sign-in/openid',
      'GET /api/sign-in/openid/callback',
      'GET /api/unsubscribe/{secret}',
      'GET /healthz',
      'GET /readyz',
      'POST /api/confirmations',
      'POST /api/sign-in',
      'POST /api/sign-out',
      'POST /api/unsubscribe/{secret}',
    ])
  })

  it('lets nobody write who may only look, but their own password, sign-ins, filters, private addresses, notices and what they have seen, and each role write what is its own', () => {
    const writes = table.filter(([, { method, role }]) => method !== 'get' && role !== 'anyone')
    const byRole = Map.groupBy(writes, ([, { role }]) => role)
    const names = (role: Role) => (byRole.get(role) ?? []).map(([, endpoint]) => nameOf(endpoint)).toSorted()
    expect({
      viewer: names('viewer'),
      analyst: names('analyst'),
      editor: names('editor'),
      admin: names('admin'),
    }).toEqual({
      // Of channels and subscriptions it depends on whose they are; their routes see to that.
      viewer: [
        'DELETE /api/channels/{channel}',
        'DELETE /api/me/sign-ins',
        'DELETE /api/me/sign-ins/{id}',
        'DELETE /api/private-feeds/{id}',
        'DELETE /api/subscriptions/{subscription}',
        'POST /api/channels',
        'POST /api/channels/{channel}/confirmation',
        'POST /api/channels/{channel}/state',
        'POST /api/channels/{channel}/test',
        'POST /api/me/proof',
        'POST /api/private-feeds',
        'POST /api/subscription-previews',
        'POST /api/subscriptions',
        'POST /api/subscriptions/{subscription}/state',
        'POST /api/subscriptions/{subscription}/test',
        'POST /api/weekly/{issue}/try',
        'PUT /api/bulletins/{id}/watch',
        'PUT /api/concerns/read',
        'PUT /api/filters/own',
        'PUT /api/me/password',
        'PUT /api/seen',
        'PUT /api/subscriptions/{subscription}',
      ],
      analyst: [
        'DELETE /api/bulletins/{id}/comments/{comment}',
        'DELETE /api/bulletins/{id}/due/exception',
        'DELETE /api/field-reports/{report}',
        'DELETE /api/fleet/machines/{id}',
        'DELETE /api/rollouts/{rollout}',
        'POST /api/attempts',
        'POST /api/bulletins/{id}/comments',
        'POST /api/bulletins/{id}/coverage',
        'POST /api/bulletins/{id}/decisions',
        'POST /api/bulletins/{id}/field-reports',
        'POST /api/bulletins/{id}/handover',
        'POST /api/bulletins/{id}/known-issues/{issue}',
        'POST /api/bulletins/{id}/rollouts',
        'POST /api/bulletins/{id}/test-results',
        'POST /api/holds',
        'POST /api/holds/{hold}/end',
        'POST /api/machines',
        'POST /api/machines/forget',
        'POST /api/machines/preview',
        'POST /api/plans',
        'POST /api/plans/{id}/counts',
        'POST /api/plans/{id}/gates/{wave}',
        'POST /api/plans/{id}/state',
        'PUT /api/bulletins/{id}/due/exception',
        'PUT /api/bulletins/{id}/triage',
        'PUT /api/filters/team',
        'PUT /api/fleet',
        'PUT /api/holds/{hold}',
        'PUT /api/lab/checklist',
        'PUT /api/plans/{id}',
        'PUT /api/triage',
      ],
      editor: [
        'DELETE /api/sources/{id}',
        'POST /api/imports',
        'POST /api/imports/{id}/undo',
        'POST /api/sources',
        'POST /api/sources/{id}/fetch',
        'PUT /api/sources/{id}',
      ],
      admin: [
        'DELETE /api/access/private-feeds/{id}',
        'DELETE /api/people/{name}',
        'DELETE /api/tokens/{id}',
        'POST /api/backups',
        'POST /api/bounces',
        'POST /api/due/preview',
        'POST /api/tokens',
        'PUT /api/due/policy',
        'PUT /api/fleet/retention',
        'PUT /api/people/{name}',
        'PUT /api/teams',
        'PUT /api/weekly/settings',
      ],
    })
  })

  it('shows people, tokens, backups and the log to admins, and all else to viewers', () => {
    const reads = table.filter(([, { method, role }]) => method === 'get' && role !== 'anyone' && role !== 'viewer')
    expect(reads.map(([, endpoint]) => `${endpoint.role}: ${nameOf(endpoint)}`).toSorted()).toEqual([
      'admin: GET /api/access/private-feeds',
      'admin: GET /api/audit',
      'admin: GET /api/backups',
      'admin: GET /api/people',
      'admin: GET /api/people/{name}',
      'admin: GET /api/teams',
      'admin: GET /api/tokens',
      'admin: GET /api/tokens/{id}',
      'analyst: GET /api/assignees',
      'analyst: GET /api/fleet/machines/{id}',
      'analyst: GET /api/machines',
      'analyst: GET /api/machines/fixes.csv',
    ])
  })

  it('keeps from programs what a person answers for: who comes in, a signature, and what is their own', () => {
    const personal = table.filter(([, { isPersonal }]) => isPersonal === true)
    expect(personal.map(([, endpoint]) => nameOf(endpoint)).toSorted()).toEqual([
      'DELETE /api/access/private-feeds/{id}',
      'DELETE /api/channels/{channel}',
      'DELETE /api/me/sign-ins',
      'DELETE /api/me/sign-ins/{id}',
      'DELETE /api/people/{name}',
      'DELETE /api/private-feeds/{id}',
      'DELETE /api/subscriptions/{subscription}',
      'DELETE /api/tokens/{id}',
      'GET /api/me/sign-ins',
      'GET /api/private-feeds',
      'GET /api/private-feeds/{id}',
      'POST /api/bulletins/{id}/decisions',
      'POST /api/channels',
      'POST /api/channels/{channel}/confirmation',
      'POST /api/channels/{channel}/state',
      'POST /api/channels/{channel}/test',
      'POST /api/holds/{hold}/end',
      'POST /api/me/proof',
      'POST /api/private-feeds',
      'POST /api/subscription-previews',
      'POST /api/subscriptions',
      'POST /api/subscriptions/{subscription}/state',
      'POST /api/subscriptions/{subscription}/test',
      'POST /api/tokens',
      'POST /api/weekly/{issue}/try',
      'PUT /api/bulletins/{id}/watch',
      'PUT /api/concerns/read',
      'PUT /api/filters/own',
      'PUT /api/holds/{hold}',
      'PUT /api/me/password',
      'PUT /api/people/{name}',
      'PUT /api/seen',
      'PUT /api/subscriptions/{subscription}',
    ])
  })

  it('asks people again who they are before they change who may come in or where notices go, which no program can show', () => {
    const guarded = table.filter(
      ([, { method, path }]) =>
        // To send a test or the link once more changes nothing.
        (method !== 'get' && /^\/api\/(people|tokens|channels)(\/(?!.*(test|confirmation)$)|$)/.test(path)) ||
        // What a private address gave is ended at once.
        (method === 'post' && path === '/api/private-feeds'),
    )
    const proved = table.filter(([, { needsProof }]) => needsProof === true)
    const names = (entries: typeof table) => entries.map(([, endpoint]) => nameOf(endpoint)).toSorted()
    expect(names(proved)).toEqual(names(guarded))
    expect(proved.length).toBeGreaterThan(3)
    expect(proved.every(([, { isPersonal }]) => isPersonal === true)).toBe(true)
  })

  it('names every route that the server has', async () => {
    const { app } = await behindDoor()
    const inTable = new Set(table.map(([, endpoint]) => nameOf(endpoint).replaceAll(/\{(\w+)\}/g, ':$1')))
    const routes = new Set(
      app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
    )
    expect([...routes].toSorted()).toEqual([...inTable].toSorted())
  })

  it.each(['GET', 'POST', 'ALL'])('keeps shut what somebody adds to the server and not to it: %s', async (method) => {
    const { app, store } = await behindDoor()
    await addAccounts(store, ['admin'])
    if (method === 'ALL') app.all('/api/secret/*', (c) => c.text('secret'))
    else app.on(method, '/api/secret/key', (c) => c.text('secret'))
    app.get('/elsewhere', (c) => c.text('secret'))
    const headers = await sessionOf(store, 'admin')
    const asked = method === 'ALL' ? 'PUT' : method
    expect((await app.request('/api/secret/key', { method: asked, headers })).status).toBe(404)
    expect((await app.request('/elsewhere', { headers })).status).toBe(404)
  })
})

// To begin and report a test takes longer than to ask a route: what is like one another is asked in one.
describe.each(table)('%s', (_, endpoint) => {
  let app: App
  let store: Store
  beforeAll(async () => {
    ;({ app, store } = await behindDoor())
    await addAccounts(store, roles)
  })

  it('opens to who has not signed in as the table says, and where viewers are let in so, as far as a viewer may', async () => {
    await expectDoor('who has not signed in', app, endpoint, {}, { role: null, by: 'nothing' })
    await expectDoor('who may look', open.app, endpoint, {}, { role: 'viewer', by: 'nothing' })
  })

  it('opens to a session and to a token of each role as the table says', async () => {
    for (const role of roles) {
      const session = await sessionOf(store, role)
      await expectDoor(`a session of the role ${role}`, app, endpoint, session, { role, by: 'session' })
      const { headers } = await tokenOf(store, role)
      await expectDoor(`a token of the role ${role}`, app, endpoint, headers, { role, by: 'token' })
    }
  })

  it('is asked by each method as the table says, or has no such method', async () => {
    for (const method of methods) {
      const asHead = method === 'HEAD' ? 'GET' : method
      const isThere = table.some(([, { method: own, path }]) => own.toUpperCase() === asHead && isOf(path, endpoint))
      const { status } = await ask(app, endpoint, method === 'PROPFIND' ? {} : await sessionOf(store, 'admin'), method)
      if (!isThere) expect(status, `asked by ${method}`).toBe(method === 'OPTIONS' ? 204 : 405)
      else if (endpoint.role === 'anyone' || endpoint.isForPrograms === true)
        expect(status, `asked by ${method}`).toBeLessThan(500)
      else expect(status, `asked by ${method}`).not.toBeOneOf([401, 403])
    }
  })

  it('is to sessions that do not count what it is to nobody', async () => {
    await store.access.set('Gone', { role: 'admin', password: 'scrypt$none' }, 'test')
    const gone = await sessionOf(store, 'Gone')
    await store.access.remove('Gone', 'test')
    const sessions = {
      'a session that has ended': await sessionOf(store, 'admin', '2020-01-01T00:00:00.000Z'),
      'a session that nobody began': { cookie: 'hotfix-report=made-up' },
      'a session of another server': await sessionOf(other.store, 'admin'),
      'a session of somebody who was removed': gone,
    }
    for (const [who, { cookie }] of Object.entries(sessions))
      await expectDoor(who, app, endpoint, { cookie }, { role: null, by: 'nothing' })
  })

  // Whether the server is alive is told whoever asks, without looking at who it is.
  it.skipIf(endpoint.role === 'anyone' && !endpoint.path.startsWith('/api/'))(
    'tells that it is not for others, and refuses tokens that do not count, even where anyone may come in',
    async () => {
      const response = await ask(app, endpoint, await sessionOf(store, 'admin'))
      expect(response.headers.get('cache-control')).toMatch(/^private, no-(cache|store)/)
      const revoked = await tokenOf(store, 'admin')
      await store.access.revokeToken(revoked.id, 'test')
      const tokens = {
        expired: (await tokenOf(store, 'admin', '2020-01-01T00:00:00.000Z')).headers,
        revoked: revoked.headers,
        'made-up': { authorization: 'Bearer hfr_made-up' },
        foreign: { authorization: 'Bearer ghp_made-up' },
      }
      for (const [which, headers] of Object.entries(tokens))
        expect((await ask(app, endpoint, headers)).status, `a token that is ${which}`).toBe(401)
    },
  )

  it.skipIf(endpoint.method === 'get')('is not written by a session for another site', async () => {
    for (const [from, headers] of otherSites) {
      const { cookie, host } = await sessionOf(other.store, 'admin')
      const response = await ask(other.app, endpoint, { cookie, host, ...headers })
      expect([from, response.status, (await problemOf(response)).code]).toEqual([from, 403, 'forbidden'])
    }
  })
})
