import { describe, expect, it } from 'vitest'
import { endpoints } from '../../src/contract/endpoints.ts'
import type { Bulletin } from '../../src/contract/bulletin.ts'
import { defaultState } from '../../src/domain/triage/triage.ts'
import { buildApp } from '../../src/server/app.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { listing } from '../support/listing.ts'

const fix = (id: string, build: string): Bulletin => ({
  ...listing(id, ['CVE-2031-0001'], 'windows-11.24h2'),
  kb: [id.slice(2)],
  publishedOn: '2031-04-08',
  // Only a page about it is named, which nobody has read.
  knownIssues: [
    {
      id: 'page',
      title: { en: 'Known issues' },
      platforms: ['windows-11.24h2'],
      references: [{ kind: 'kb', title: { en: 'A page' }, url: 'https://example.com/' }],
    },
  ],
  packages: [{ name: id, platforms: ['windows-11.24h2'], fixedBuild: build, files: [] }],
  source: { kind: 'msrc-cvrf', document: '2031-Apr', retrievedAt: null },
})

/** A server whose clock is set by hand, with a fix of April 2031 that its three machines need. */
async function serverOf() {
  let moment = '2031-04-09T08:00:00Z'
  const now = () => new Date(moment)
  const store = await storeInMemory(now)
  const app = buildApp({ store, now })
  const month = (name: string, bulletins: Bulletin[]) =>
    store.save({ document: { key: `msrc-cvrf ${name}`, order: [{ moment }] }, platforms: [], bulletins }, 'test', {
      name,
      source: null,
      by: 'person',
    })
  await store.fleet.set(0, [{ platform: 'windows-11.24h2', edition: null, machines: 3 }], 'test')
  await month('2031-Apr', [fix('KB5000002', '10.0.26100.2')])
  const get = async (path: string): Promise<unknown> => {
    const answer = await app.request(path)
    expect(answer.status).toBe(200)
    return answer.json()
  }
  return {
    store,
    app,
    month,
    at: (next: string) => (moment = next),
    set: async (status: 'planned' | 'done', assignee: string | null = null) => {
      const { version } = (await store.triage.find('KB5000002')) ?? { version: 0 }
      const outcome = await store.triage.set([{ id: 'KB5000002', version, ...defaultState, status, assignee }], 'Ito')
      expect(outcome.outcome).toBe('saved')
    },
    report: async () => endpoints.viewHandling.reply.parse(await get('/api/reports/handling')),
    rows: async (query = '') => endpoints.listHandled.reply.parse(await get(`/api/reports/handling/alerts${query}`)),
    record: async () => endpoints.viewRecord.reply.parse(await get('/api/bulletins/KB5000002/record')),
  }
}

describe('the report on handling', () => {
  it('follows an alert from known to deployed, and tells what waits and what is overdue', async () => {
    const { at, set, report, rows, app, store } = await serverOf()
    expect(await report()).toMatchObject({
      sentence: [{ code: 'nothing' }, { code: 'none-overdue' }],
      all: { alerts: 1, steps: { triaged: { count: 0, waiting: 1 } } },
      backlog: [{ age: '7', count: 1 }],
      coverage: [{ key: '2031-04', fixes: 1, done: 0, applied: 0, of: 3 }],
    })
    at('2031-04-10T08:00:00Z')
    await set('planned', 'Sato, Ken')
    at('2031-07-10T08:00:00Z')
    const late = await report()
    expect(late.overdue).toMatchObject([{ owner: 'Sato, Ken', count: 1 }])
    expect(late.backlog).toMatchObject([{ age: '365', count: 1 }])
    const { assignee = '', due = '' } = late.overdue[0]?.query ?? {}
    const query = new URLSearchParams({ assignee, due })
    const listed = endpoints.listBulletins.reply.parse(await (await app.request(`/api/bulletins?${query}`)).json())
    expect(listed.map(({ id }) => id)).toEqual(['KB5000002'])
    await set('done')
    expect(await rows('?timing=late')).toMatchObject([
      { id: 'KB5000002', state: 'deployed', known: '2031-04-09T08:00:00.000Z', triaged: '2031-04-10T08:00:00.000Z' },
    ])
    expect(await rows('?waiting=deployed')).toEqual([])
    expect((await report()).overdue).toEqual([])
    expect(await store.events.last()).toBeGreaterThan(0)
  })

  it('judges what a newer fix has replaced by the day that counted when it was deployed', async () => {
    const { at, set, month, rows } = await serverOf()
    at('2031-04-11T08:00:00Z')
    await set('done')
    const before = await rows()
    at('2031-05-14T08:00:00Z')
    await month('2031-May', [fix('KB5000003', '10.0.26100.3')])
    expect(before).toMatchObject([{ id: 'KB5000002', timing: 'in-time' }])
    expect((await rows()).find(({ id }) => id === 'KB5000002')).toEqual(before[0])
  })

  it('counts a day that was moved as in time, until the last day of it', async () => {
    const { at, set, rows, app } = await serverOf()
    const extended = await app.request('/api/bulletins/KB5000002/due/exception', {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '"0"' },
      body: JSON.stringify({ until: '2031-08-01', reason: 'no window' }),
    })
    expect(extended.status).toBe(200)
    const exception = { by: 'local', until: '2031-08-01', since: '2031-04-09T08:00:00.000Z', renewals: 0 }
    expect(await rows('?exception=30')).toMatchObject([{ due: '2031-08-01', timing: 'running', exception }])
    at('2031-07-31T08:00:00Z')
    await set('done')
    at('2031-09-01T08:00:00Z')
    expect(await rows('?exception=30')).toEqual([])
    expect(await rows('?timing=in-time')).toMatchObject([{ due: '2031-08-01', isExtended: true, exception: null }])
  })

  it('refuses a figure that there is not', async () => {
    const { app } = await serverOf()
    expect((await app.request('/api/reports/handling/alerts?reached=forgotten')).status).toBe(400)
  })
})

describe('the record of a plan', () => {
  it('has its history, oldest first, and the record of each of its bulletins', async () => {
    const { store, app, set } = await serverOf()
    await set('planned')
    const gate = { donePercent: 95, failurePercent: 3, soakHours: 24, noNewIssues: true }
    const wave = { key: 'all', name: '', machines: [{ platform: 'windows-11.24h2', count: 3 }], waitsFor: [], gate }
    const inputs = '1;b:KB5000002;m:windows-11.24h2:3;c:2;z:Asia/Tokyo;s:2031-04-15'
    const plan = await store.plans.keep({ name: 'April', owner: null, ticket: null, inputs }, [wave], 'Sato')
    await store.plans.setState(plan.id, plan.version, { state: 'approved', why: '' }, 'Ito')
    const answer = await app.request(`/api/plans/${plan.id}/record`)
    const record = endpoints.viewPlanRecord.reply.parse(await answer.json())
    expect(record.history.map(({ what, who }) => [what, who])).toEqual([
      ['created', 'Sato'],
      ['state-set', 'Ito'],
    ])
    expect(record.plan.approval?.by).toBe('Ito')
    expect(record.bulletins.map(({ id, steps }) => [id, steps.map(({ step }) => step)])).toEqual([
      ['KB5000002', ['known', 'triaged']],
    ])
    expect((await app.request('/api/plans/999/record')).status).toBe(404)
  })
})

it('both records tell every hold that was on their bulletins, also one that is over', async () => {
  const { store, app, record, month } = await serverOf()
  await month('2031-Mar', [fix('KB5000001', '10.0.26100.1')])
  const hold = { bulletins: ['KB5000002'], platforms: [], roles: ['kiosk'], reason: 'It hangs', until: '2031-04-20' }
  const set = async (more: object) => {
    const result = await store.holds.set({ ...hold, ...more }, 'Ito')
    if (!('hold' in result)) throw new Error('it was not set')
    return result.hold
  }
  const first = await set({})
  await set({ bulletins: ['KB5000001'] })
  await set({ bulletins: null, platforms: ['windows-11'], reason: 'Closing of the books' })
  await store.holds.end(first.id, { version: first.version, why: 'It is mended' }, 'Sato')
  const told = [
    { reason: 'It hangs', by: 'Ito', ended: { by: 'Sato', why: 'It is mended' } },
    { reason: 'Closing of the books', bulletins: null, ended: null },
  ]
  expect((await record()).holds).toMatchObject(told)
  const inputs = '1;b:KB5000002;m:windows-11.24h2:3;z:Asia/Tokyo;s:2031-04-10'
  const gate = { donePercent: 95, failurePercent: 3, soakHours: 24, noNewIssues: true }
  const wave = { key: 'pilot', name: '', machines: [{ platform: 'windows-11.24h2', count: 3 }], waitsFor: [], gate }
  const plan = await store.plans.keep({ name: 'April', owner: null, ticket: null, inputs }, [wave], 'Ito')
  const answer = await app.request(`/api/plans/${plan.id}/record`)
  expect(endpoints.viewPlanRecord.reply.parse(await answer.json()).holds).toMatchObject(told)
})

describe('the record of a bulletin', () => {
  it('tells in order who did what, and what was known when somebody decided', async () => {
    const { at, set, record, store } = await serverOf()
    at('2031-04-10T08:00:00Z')
    await set('planned')
    await store.lab.record(
      'KB5000002',
      {
        edition: 'Windows 11 24H2 Pro',
        platform: 'windows-11.24h2',
        outcome: 'passed',
        on: '2031-04-10',
        minutes: null,
        restarted: null,
        uninstalled: null,
        note: '',
        knownIssue: null,
        corrects: null,
      },
      'Sato',
    )
    await store.fleet.report('KB5000002', [{ name: 'PC1', isApplied: true }], 'Sato')
    at('2031-04-11T08:00:00Z')
    await set('done')
    const { entries, handling, steps, last, by } = await record()
    expect(steps.map(({ step, who }) => [step, who])).toEqual([
      ['known', 'test'],
      ['triaged', 'Ito'],
      ['tested', 'Sato'],
      ['deployed', 'Ito'],
    ])
    expect(entries.map(({ event }) => [event.topic, event.who])).toEqual([
      ['bulletins', 'test'],
      ['triage', 'Ito'],
      ['lab', 'Sato'],
      ['coverage', 'Sato'],
      ['triage', 'Ito'],
    ])
    expect(entries.map(({ facts }) => facts?.tests ?? null)).toEqual([null, {}, null, null, { passed: 1 }])
    expect(entries.at(-1)?.facts).toMatchObject({
      version: 1,
      applied: 1,
      checked: 1,
      knownIssues: 0,
      unreadIssues: 1,
    })
    expect(handling).toMatchObject({ state: 'deployed', tested: '2031-04-10T08:00:00.000Z' })
    expect(JSON.stringify(entries)).not.toContain('PC1')
    expect([last > 0, by]).toEqual([true, 'local'])
  })

  it('is none of a bulletin that is not on file', async () => {
    const { app } = await serverOf()
    expect((await app.request('/api/bulletins/KB1/record')).status).toBe(404)
  })
})
