/** What is created is answered 201, and `Location` leads to it. */
import { describe, expect, it } from 'vitest'
import { endpoints } from '../../src/contract/endpoints.ts'
import { PlanView } from '../../src/contract/plan-view.ts'
import type { Endpoint } from '../../src/contract/endpoints/endpoint.ts'
import { operations, type EndpointName } from '../../src/server/openapi/operations.ts'
import { addAccounts, behindDoor, password, sessionOf } from '../support/authorized.ts'
import { decided } from '../support/decision.ts'

const { store, app } = await behindDoor()
await addAccounts(store, ['admin'])
const headers = { ...(await sessionOf(store, 'admin')), 'content-type': 'application/json' }

const bulletin = '/api/bulletins/MS05-019'
const source = { title: 'Ours', url: 'https://hotfix.example/a.json', isOn: false, everyHours: 24, since: null }
const passed = {
  edition: 'Windows 2000 Server',
  platform: 'windows-2000.sp4',
  outcome: 'passed',
  on: '2005-04-14',
  minutes: null,
  restarted: null,
  uninstalled: null,
  note: '',
  knownIssue: null,
  corrects: null,
}

const plan = {
  name: 'April',
  owner: null,
  ticket: null,
  inputs: '1;b:MS05-019;m:windows-2000.sp4:20;z:Asia/Tokyo;s:2031-06-10',
}
const privateFeed = { name: 'Outlook', kind: 'calendar', search: '', parts: ['due'], language: 'en' }
const broke = { outcome: 'broke', platform: 'windows-2000.sp4', edition: '', machines: 3, build: '', text: '' }
const hold = { bulletins: ['MS05-019'], platforms: [], roles: [], reason: 'It breaks the till', until: '2031-06-10' }

const owner = { kind: 'person', name: 'admin' } as const
const channel = { kind: 'email', owner, name: '', address: 'admin@hotfix.example', language: 'en' }
const mine = await store.channels.add(
  {
    kind: 'email',
    owner,
    person: (await store.access.find('admin'))?.id ?? null,
    name: '',
    shown: 'other@hotfix.example',
    target: 'other@hotfix.example',
    secret: null,
    language: 'en',
    confirmation: null,
  },
  'admin',
)
const subscription = {
  name: 'Urgent',
  owner,
  about: 'changes',
  search: '?urgency=immediate',
  kinds: ['new'],
  isAssigned: false,
  isWatched: false,
  channel: mine.id,
  when: { every: 'change' },
  language: 'en',
}

/** A request that creates something, by its endpoint, and a part of what is then there. */
const requests: [EndpointName, string, unknown, object][] = [
  ['addComment', `${bulletin}/comments`, { text: 'Hello' }, { detail: { text: 'Hello' } }],
  ['addFieldReport', `${bulletin}/field-reports`, broke, { by: 'admin', outcome: 'broke', machines: 3 }],
  ['recordTest', `${bulletin}/test-results`, passed, { by: 'admin', outcome: 'passed' }],
  ['decide', `${bulletin}/decisions`, decided('go'), { what: 'go', who: 'admin' }],
  [
    'recordRollout',
    `${bulletin}/rollouts`,
    { machines: 9, consoles: 1, minutes: 30, on: '2005-04-14' },
    { machines: 9 },
  ],
  ['addSource', '/api/sources', source, { title: 'Ours', isShipped: false }],
  ['addToken', '/api/tokens', { title: 'Report', role: 'viewer', days: 7 }, { title: 'Report', madeBy: 'admin' }],
  ['makePrivateFeed', '/api/private-feeds', privateFeed, { name: 'Outlook', lastUsedAt: null }],
  ['keepPlan', '/api/plans', plan, { name: 'April', owner: null }],
  ['setHold', '/api/holds', hold, { reason: 'It breaks the till' }],
  ['addChannel', '/api/channels', channel, { address: 'admin@hotfix.example', state: 'unconfirmed' }],
  ['addSubscription', '/api/subscriptions', subscription, { name: 'Urgent', state: 'active', madeBy: 'admin' }],
  ['setPerson', '/api/people/Sato%20(lab)', { role: 'viewer', password }, { name: 'Sato (lab)', role: 'viewer' }],
]

it('is all that the description says is created', () => {
  const creating = Object.entries(operations).flatMap(([name, { success }]) => (success?.includes(201) ? [name] : []))
  expect(requests.map(([name]) => name).toSorted()).toEqual(creating.toSorted())
})

describe.each(requests)('%s', (name, path, body, there) => {
  const endpoint: Endpoint = endpoints[name]

  it('answers 201 with what was created, and leads to it', async () => {
    const response = await app.request(path, {
      method: endpoint.method.toUpperCase(),
      headers,
      body: JSON.stringify(body),
    })
    const made: unknown = endpoint.reply.parse(await response.json())
    expect(response.status).toBe(201)
    const found = await app.request(response.headers.get('location') ?? '', { headers })
    // Secrets are told once; of a private address it is the address itself.
    const { token: _, secret: _secret, ...shown } = made as Record<string, unknown>
    if (name === 'makePrivateFeed') delete shown['address']
    const answer: unknown = await found.json()
    // A plan is there with all that it comes to.
    const thing: unknown = name === 'keepPlan' ? PlanView.parse(answer).plan : answer
    expect([found.status, thing]).toEqual([200, expect.objectContaining({ ...shown, ...there }) as unknown])
  })
})

it.each([
  '/api/people/nobody',
  '/api/tokens/999',
  '/api/sources/none',
  '/api/rollouts/999',
  '/api/plans/999',
  '/api/holds/999',
  '/api/channels/999',
  '/api/subscriptions/999',
  '/api/private-feeds/999',
  `${bulletin}/comments/1`,
  `${bulletin}/decisions/1`,
  `${bulletin}/test-results/999`,
])('is not found at %s', async (path) => {
  expect((await app.request(path, { headers })).status).toBe(404)
})

it('answers 200 where a person was there and is changed', async () => {
  const init = { method: 'PUT', headers, body: JSON.stringify({ role: 'analyst' }) }
  const response = await app.request('/api/people/Sato%20(lab)', init)
  expect([response.status, await response.json()]).toMatchObject([200, { name: 'Sato (lab)', role: 'analyst' }])
})
