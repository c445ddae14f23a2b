/** Lists by pages: all lists that the endpoint table says can be asked for so. */
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { endpoints } from '../../src/contract/endpoints.ts'
import type { Endpoint } from '../../src/contract/endpoints/endpoint.ts'
import type { TestRecord } from '../../src/contract/lab.ts'
import type { Table } from '../../src/contract/table.ts'
import { defaultState } from '../../src/domain/triage/triage.ts'
import { openTable, rowAt } from '../../src/domain/table/open.ts'
import { buildApp } from '../../src/server/app.ts'
import { contentStore } from '../support/content-store.ts'
import { problemOf } from '../support/problem.ts'

const store = await contentStore()
for (const on of ['2005-04-14', '2005-04-15', '2005-04-16'])
  await store.fleet.record('MS05-019', { machines: 100, consoles: 1, minutes: 30, on }, 'Ito')
const passed: TestRecord = {
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
for (const id of ['MS05-016', 'MS05-018', 'MS05-020']) await store.lab.record(id, passed, 'Ito')
const machines = ['PC-1', 'PC-2', 'PC-3'].map((name) => ({ name, kind: 'table' as const, seenAt: null }))
await store.machines.take('table', machines, 'Ito')
const plan = {
  owner: null,
  ticket: null,
  inputs: '1;b:MS05-019;m:windows-2000.sp4:20;z:Asia/Tokyo;s:2031-06-10',
  waves: [
    {
      key: 'all',
      name: '',
      machines: [{ platform: 'windows-2000.sp4', count: 20 }],
      waitsFor: [],
      gate: { donePercent: 95, failurePercent: 3, soakHours: 24, noNewIssues: true },
    },
  ],
}
for (const name of ['April', 'May', 'June']) await store.plans.keep({ ...plan, name }, [], 'Ito')
for (const id of ['MS05-016', 'MS05-018', 'MS05-020']) {
  const seen = { platform: 'windows-2000.sp4', edition: '', machines: 12, build: '', text: '' }
  await store.board.report(id, { outcome: 'works', ...seen }, 'Ito')
}
const tried = { subscription: null, name: '', owner: { kind: 'team', name: 'Patch' }, channel: 1 } as const
for (const address of ['a.example', 'b.example', 'c.example'])
  await store.outbox.put({ ...tried, kind: 'webhook', address, content: { about: 'test' } })
const triaged = ['MS05-020', 'MS05-016', 'MS05-018'].map((id) => ({
  id,
  version: 0,
  ...defaultState,
  status: 'done' as const,
}))
await store.triage.set(triaged, 'Ito')
for (const cve of ['CVE-2005-0048', 'CVE-2005-0059', 'CVE-2005-0551'])
  await store.saveKnownExploited([{ cve, addedOn: '2005-05-01', ransomware: false }], 'Ito')
const app = buildApp({ store })
const get = async (path: string) => app.request(path)

const Rows = z.array(z.looseObject({}))

/** The items of an answer, also those within it and rows of columns. */
async function itemsOf(response: Response): Promise<object[]> {
  expect(response.status).toBe(200)
  const answer: unknown = await response.json()
  if (Array.isArray(answer)) return Rows.parse(answer)
  const within = z.object({ states: Rows }).safeParse(answer)
  if (within.success) return within.data.states
  const table = openTable<object>(answer as Table)
  return Array.from({ length: table.rows }, (_, row) => rowAt(table, row))
}

const nextOf = (response: Response) => /^<(.+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1] ?? null

/** The items of all pages, and how many of each. */
async function follow(path: string) {
  const [items, sizes]: [object[], number[]] = [[], []]
  for (let next: string | null = path; next !== null;) {
    const response = await get(next)
    const page = await itemsOf(response)
    items.push(...page)
    sizes.push(page.length)
    next = nextOf(response)
  }
  return { items, sizes }
}

const lists = Object.entries<Endpoint>(endpoints).filter(([, { isPaged }]) => isPaged)

describe.each(lists)('%s', (_, { path }) => {
  it('gives by pages what it gives whole', async () => {
    const whole = await itemsOf(await get(`${path}?limit=1000`))
    const { items, sizes } = await follow(`${path}?limit=2`)
    expect(whole.length).toBeGreaterThan(2)
    expect(items).toEqual(whole)
    expect(sizes.slice(0, -1).every((size) => size === 2)).toBe(true)
    expect(sizes.at(-1)).toBeGreaterThan(0)
  })

  it('gives the fields that are asked for', async () => {
    const [first = {}] = await itemsOf(await get(`${path}?limit=1`))
    const fields = Object.keys(first).slice(0, 2)
    const [picked] = await itemsOf(await get(`${path}?limit=1&fields=${fields.join(',')}`))
    expect(picked).toEqual(Object.fromEntries(Object.entries(first).filter(([name]) => fields.includes(name))))
  })

  it.each([
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['limit=ten', 'limit'],
    ['fields=colour', 'fields'],
    ['after=no%20such', 'after'],
  ])('refuses %s', async (query, field) => {
    const response = await get(`${path}?${query}`)
    expect([response.status, (await problemOf(response)).details?.[0]?.field]).toEqual([400, field])
  })
})

describe('the bulletins by pages', () => {
  const idsOf = async (path: string) =>
    (await follow(path)).items.map((item) => z.object({ id: z.string() }).parse(item).id)

  it.each(['', 'sort=urgency', 'sort=updated', 'severity=1,2', 'q=tcp&sort=id'])(
    'come in the order of "%s"',
    async (query) => {
      const whole = await itemsOf(await get(`/api/bulletins?${query}`))
      expect((await follow(`/api/bulletins?limit=3&${query}`)).items).toEqual(whole)
      expect(await idsOf(`/api/bulletins?limit=3&fields=id&${query}`)).toEqual(
        whole.map((item) => z.object({ id: z.string() }).parse(item).id),
      )
    },
  )

  it('go on after one that no longer matches the filter', async () => {
    const triaged = await contentStore()
    const server = buildApp({ store: triaged })
    const first = await server.request('/api/bulletins?triage=new&limit=2')
    const [, last] = z.array(z.object({ id: z.string() })).parse(await first.json())
    const rest = await itemsOf(await server.request('/api/bulletins?triage=new&limit=1000'))
    await triaged.triage.set([{ id: last?.id ?? '', version: 0, ...defaultState, status: 'done' }], 'Ito')
    const second = await server.request(nextOf(first)?.replace('limit=2', 'limit=1000') ?? '')
    expect(await second.json()).toEqual(rest.slice(2))
  })
})

describe('a flag in a query', () => {
  it.each([
    ['replaced=true', 'replaced=yes'],
    ['replaced=false', 'replaced=no'],
    ['knownIssues=true,false', 'knownIssues=yes,no'],
  ])('%s is %s', async (flag, word) => {
    const found = await itemsOf(await get(`/api/bulletins?${flag}`))
    expect(found.length).toBeGreaterThan(0)
    expect(found).toEqual(await itemsOf(await get(`/api/bulletins?${word}`)))
  })

  it('is neither a guess nor a text', async () => {
    expect((await get('/api/bulletins?replaced=1')).status).toBe(400)
    expect((await get('/api/bulletins?severity=true')).status).toBe(400)
    expect(await itemsOf(await get('/api/bulletins?q=true'))).toEqual([])
  })
})
