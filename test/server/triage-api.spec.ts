import { describe, expect, it } from 'vitest'
import { History } from '../../src/contract/history.ts'
import { Triaged, TriageList, type TriageState } from '../../src/contract/triage.ts'
import { defaultState } from '../../src/domain/triage/triage.ts'
import { buildApp } from '../../src/server/app.ts'
import { contentStore } from '../support/content-store.ts'
import { problemOf } from '../support/problem.ts'

const planned: TriageState = { ...defaultState, status: 'planned', assignee: 'Sato' }

/** An application over a store of its own, where Ito works alone. */
async function desk(now = () => new Date()) {
  const store = await contentStore()
  const app = buildApp({ store, now, admission: { signIn: 'single-user', user: 'Ito' } })
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return { store, get: async (path: string) => app.request(path), send }
}
const put = 'PUT'
const path = '/api/bulletins/MS05-019/triage'

describe('the state of a bulletin', () => {
  it('is set in place of the version that If-Match names, which its ETag told', async () => {
    const { get, send } = await desk()
    const first = await get(path)
    const set = await send(put, path, planned, { 'if-match': first.headers.get('etag') ?? '' })
    expect([first.headers.get('etag'), set.status]).toEqual(['"0"', 200])
    const state = Triaged.parse(await set.json())
    expect(state).toMatchObject({ id: 'MS05-019', by: 'Ito', ...planned })
    expect(set.headers.get('etag')).toBe(`"${state.version}"`)
    expect(Triaged.parse(await (await get(path)).json())).toEqual(state)
  })

  it('is not overwritten by who has not seen it: 412 says what is there now', async () => {
    const { send } = await desk()
    await send(put, path, planned, { 'if-match': '"0"' })
    const late = await send(put, path, { ...defaultState, status: 'done' }, { 'if-match': '"0"' })
    const problem = await problemOf(late)
    expect([late.status, problem.code, problem.message]).toEqual([
      412,
      'conflict',
      'changed meanwhile: MS05-019 by Ito',
    ])
    expect(problem.current).toMatchObject([{ id: 'MS05-019', ...planned }])
  })

  it.each([undefined, '*', 'W/"0"', '0'])('asks for a version where If-Match is %o', async (match) => {
    const { send } = await desk()
    const response = await send(put, path, planned, match === undefined ? {} : { 'if-match': match })
    expect(response.status).toBe(428)
    expect((await problemOf(response)).message).toContain('If-Match')
  })

  it.each([
    { state: { ...defaultState, status: 'deferred', reason: 'later' }, field: 'reviewOn' },
    { state: { ...defaultState, status: 'deferred', reviewOn: '2026-12-01' }, field: 'reason' },
    { state: { ...defaultState, status: 'not-applicable' }, field: 'reason' },
    { state: { ...defaultState, status: 'done', reason: 'why not' }, field: 'reason' },
    { state: { ...defaultState, status: 'finished' }, field: 'status' },
    { state: { ...defaultState, assignee: ' ' }, field: 'assignee' },
    { state: { ...defaultState, note: 'x'.repeat(2001) }, field: 'note' },
  ])('is refused with the name of its field: $field', async ({ state, field }) => {
    const { send, get } = await desk()
    const response = await send(put, path, state, { 'if-match': '"0"' })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).details?.map((detail) => detail.field)).toContain(field)
    expect(Triaged.parse(await (await get(path)).json()).version).toBe(0)
  })

  it('is 404 where there is no such bulletin', async () => {
    const { get, send } = await desk()
    const missing = '/api/bulletins/MS99-999/triage'
    expect((await get(missing)).status).toBe(404)
    expect((await send(put, missing, planned, { 'if-match': '"0"' })).status).toBe(404)
  })

  it('shows in the list of bulletins, in its filter and in the export', async () => {
    const { get, send } = await desk()
    await get('/api/bulletins')
    await send(put, path, planned, { 'if-match': '"0"' })
    const rowsAt = async (address: string): Promise<unknown> => (await get(address)).json()
    expect(await rowsAt('/api/bulletins?triage=planned')).toMatchObject([{ id: 'MS05-019', triage: 'planned' }])
    expect(await rowsAt('/api/bulletins?triage=new')).toHaveLength(22)
    expect(await rowsAt('/api/bulletins')).toContainEqual(
      expect.objectContaining({ id: 'MS05-019', triage: 'planned' }),
    )
    expect(await (await get('/api/bulletins.csv?triage=planned')).text()).toContain('MS05-019')
  })
})

describe('what is deferred', () => {
  it('is found as due from its day of review on, as it is where the team is', async () => {
    let moment = '2026-12-04T09:59Z'
    const { store, get, send } = await desk(() => new Date(moment))
    const { version, at: _at, by: _by, ...policy } = await store.due.policy()
    await store.due.setPolicy(version, { ...policy, zone: 'Pacific/Kiritimati' }, 'Ito')
    await send(
      put,
      path,
      { ...defaultState, status: 'deferred', reason: 'freeze', reviewOn: '2026-12-05' },
      { 'if-match': '"0"' },
    )
    const due = async () => (await get('/api/bulletins?triage=review-due')).json() as Promise<unknown>
    expect(await due()).toEqual([])
    moment = '2026-12-04T10:00Z'
    expect(await due()).toMatchObject([{ id: 'MS05-019', triage: 'deferred' }])
    expect(await (await get('/api/bulletins?triage=review-due,done&platform=windows-2000')).json()).toHaveLength(1)
  })
})

describe('the states of many', () => {
  const change = (id: string, version = 0) => ({ id, version, ...planned })

  it('are set together, and told together', async () => {
    const { get, send } = await desk()
    const set = TriageList.parse(
      await (await send(put, '/api/triage', { changes: [change('MS05-001'), change('MS05-002')] })).json(),
    )
    expect(TriageList.parse(await (await get('/api/triage')).json())).toEqual(set)
    expect(TriageList.parse(await (await get(`/api/triage?since=${set.version}`)).json()).states).toEqual([])
  })

  it.each([
    { why: 'one was changed meanwhile', changes: [change('MS05-001'), change('MS05-002', 7)], status: 412 },
    { why: 'one is not there', changes: [change('MS05-001'), change('MS99-999')], status: 404 },
    { why: 'one is named twice', changes: [change('MS05-001'), change('MS05-001')], status: 400 },
    { why: 'there is none', changes: [], status: 400 },
    {
      why: 'they are more than the contract takes at once',
      changes: Array.from({ length: 3000 }, (_, at) => ({ ...change(`X-${at}`), note: 'あ'.repeat(1900) })),
      status: 413,
    },
  ])('are not set at all where $why', async ({ changes, status }) => {
    const { get, send } = await desk()
    expect((await send(put, '/api/triage', { changes })).status).toBe(status)
    expect(TriageList.parse(await (await get('/api/triage')).json()).states).toEqual([])
  })
})

describe('the discussion and the history of a bulletin', () => {
  it('tell who did and said what', async () => {
    const { get, send } = await desk()
    await send(put, path, planned, { 'if-match': '"0"' })
    await send('POST', '/api/bulletins/MS05-019/comments', { text: 'Tested on *one* machine.' })
    const { events } = History.parse(await (await get('/api/bulletins/MS05-019/history')).json())
    expect(events.map(({ who, topic, what }) => [who, topic, what])).toEqual([
      ['content', 'bulletins', 'added'],
      ['Ito', 'triage', 'set'],
      ['Ito', 'discussion', 'said'],
    ])
    const said = events.at(-1)?.id ?? 0
    expect((await send('DELETE', `/api/bulletins/MS05-019/comments/${said}`)).status).toBe(204)
    expect((await send('DELETE', `/api/bulletins/MS05-019/comments/${said}`)).status).toBe(404)
    expect(JSON.stringify(await (await get('/api/bulletins/MS05-019/history')).json())).not.toContain('Tested on')
  })

  it('take a text once that is sent again under its key, and no other under it', async () => {
    const { get, send } = await desk()
    const say = (text: string, key: string) =>
      send('POST', '/api/bulletins/MS05-019/comments', { text }, { 'idempotency-key': key })
    expect([(await say('Hello', 'k1')).status, (await say('Hello', 'k1')).status]).toEqual([201, 201])
    const other = await say('Good evening', 'k1')
    expect([other.status, (await problemOf(other)).details?.[0]?.field]).toEqual([400, 'Idempotency-Key'])
    expect((await say('Hello', 'a key')).status).toBe(400)
    const { events } = History.parse(await (await get('/api/bulletins/MS05-019/history')).json())
    expect(events.filter(({ topic }) => topic === 'discussion')).toHaveLength(1)
  })

  it('refuse a text without words', async () => {
    const { send } = await desk()
    expect((await send('POST', '/api/bulletins/MS05-019/comments', { text: '  ' })).status).toBe(400)
  })
})
