import { describe, expect, it } from 'vitest'
import { PackedBulletin } from '../../src/contract/packed-bulletin.ts'
import { History } from '../../src/contract/history.ts'
import { TestGrid } from '../../src/contract/lab-grid.ts'
import { endpoints } from '../../src/contract/endpoints.ts'
import { RecordedTest, type IssueResolution, type TestRecord } from '../../src/contract/lab.ts'
import { countCells } from '../../src/domain/lab/release-grid.ts'
import { buildApp } from '../../src/server/app.ts'
import { readContent } from '../../src/server/content.ts'
import { contentStore } from '../support/content-store.ts'
import { decided } from '../support/decision.ts'
import { engines, putAwayAfterEach } from '../support/stores.ts'
import { june, may } from '../domain/fixes/months.ts'
import { problemOf } from '../support/problem.ts'

const content = await readContent()
const kept = putAwayAfterEach()

const failed: TestRecord = {
  edition: 'Windows 2000 Server SP4',
  platform: 'windows-2000.sp4',
  outcome: 'failed',
  on: '2026-11-23',
  minutes: 12.5,
  restarted: true,
  uninstalled: 'worked',
  note: '再起動後に起動しない',
  knownIssue: { title: 'It does not start', symptom: 'A blue screen', workaround: '', registry: [] },
  corrects: null,
}

const registry = { key: 'HKEY_LOCAL_MACHINE\\SOFTWARE', name: 'Window', type: 'DWORD', value: 1 }

describe.each(engines(kept))('the lab in $name', ({ make }) => {
  it('keeps what was seen, corrections beside it, and the index counts what counts', async () => {
    const store = await make()
    await store.seed(content)
    const countsOf = async () => {
      const row = (await store.summaries()).find(({ id }) => id === 'MS05-019')
      return [row?.tests, row?.knownIssues]
    }
    const version = await store.version()
    const first = await store.lab.record('MS05-019', failed, 'Ito')
    if (first.outcome !== 'recorded') throw new Error('it must be recorded')
    expect(await countsOf()).toEqual([{ unrecorded: 10, failed: 1 }, 2])
    expect(await store.version()).toBeGreaterThan(version)
    const again: TestRecord = { ...failed, outcome: 'passed', knownIssue: null, corrects: first.result.id }
    expect((await store.lab.record('MS05-019', again, 'Sato')).outcome).toBe('recorded')
    expect(await countsOf()).toEqual([{ unrecorded: 10, passed: 1 }, 1])
    expect((await store.lab.results('MS05-019')).map(({ by, outcome, corrects }) => [by, outcome, corrects])).toEqual([
      ['Ito', 'failed', null],
      ['Sato', 'passed', first.result.id],
    ])
    expect((await store.lab.record('MS05-019', again, 'Ito')).outcome).toBe('corrected')
  })

  it('refuses to correct what is not there', async () => {
    const store = await make()
    await store.seed(content)
    expect((await store.lab.record('MS99-999', failed, 'Ito')).outcome).toBe('missing')
    expect((await store.lab.record('MS05-019', { ...failed, corrects: 4 }, 'Ito')).outcome).toBe('not-there')
  })

  it('counts a known issue until somebody says that it is none, and again once it is', async () => {
    const store = await make()
    await store.seed(content)
    const recorded = await store.lab.record('MS05-019', failed, 'Ito')
    if (recorded.outcome !== 'recorded') throw new Error('it must be recorded')
    const id = `lab-${recorded.result.id}`
    const count = async () => (await store.summaries()).find((row) => row.id === 'MS05-019')?.knownIssues
    const settle = async (state: IssueResolution['state'], issue = id) =>
      (await store.lab.setIssueState('MS05-019', issue, { state, why: 'driver 2.1' }, 'Sato')).outcome
    expect([await settle('reopened'), await count()]).toEqual(['settled', 2])
    expect([await settle('resolved'), await count()]).toEqual(['done', 1])
    expect([await settle('resolved'), await count()]).toEqual(['settled', 1])
    expect([await settle('reopened'), await count()]).toEqual(['done', 2])
    expect(await settle('resolved', 'lab-0')).toBe('not-there')
    expect((await store.lab.setIssueState('MS99-999', id, { state: 'resolved', why: 'x' }, 'Sato')).outcome).toBe(
      'missing',
    )
    // The issue of a result that is corrected is another one.
    await settle('resolved')
    const { result } = recorded
    await store.lab.record('MS05-019', { ...failed, minutes: 13, corrects: result.id }, 'Ito')
    expect(await count()).toBe(2)
    expect((await store.lab.all()).get('MS05-019')).toEqual(await store.lab.recorded('MS05-019'))
  })

  it('still counts its results when a document speaks of the bulletin again', async () => {
    const store = await make()
    await store.seed(content)
    const first = await store.lab.record('MS05-019', failed, 'Ito')
    const issue = first.outcome === 'recorded' ? `lab-${first.result.id}` : ''
    await store.lab.setIssueState('MS05-019', issue, { state: 'resolved', why: 'driver 2.1' }, 'Ito')
    const ms05019 = await store.find('MS05-019')
    if (ms05019 === null) throw new Error('it is needed')
    await store.save({ platforms: [], bulletins: [{ ...ms05019, updatedOn: '2026-11-24', revision: '3' }] }, 'test')
    const row = (await store.summaries()).find(({ id }) => id === 'MS05-019')
    expect([row?.revision, row?.tests.failed, row?.knownIssues]).toEqual(['3', 1, 1])
  })
})

describe('a result that is recorded', () => {
  const desk = async () => {
    const store = await contentStore()
    const app = buildApp({ store, admission: { signIn: 'single-user', user: 'Ito' } })
    const post = (path: string, body: unknown) =>
      app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const get = async (path: string): Promise<unknown> => (await app.request(path)).json()
    return { store, post, get }
  }
  const path = '/api/bulletins/MS05-019/test-results'

  it('is found on the bulletin, in its filter, among the reports and in its history', async () => {
    const { post, get } = await desk()
    const result = RecordedTest.parse(await (await post(path, failed)).json())
    expect(result).toMatchObject({ ...failed, by: 'Ito', bulletin: 'MS05-019' })
    expect(await get(path)).toEqual([result])
    const bulletin = PackedBulletin.parse(await get('/api/bulletins/MS05-019'))
    expect(bulletin.tests.at(-1)).toEqual({
      edition: failed.edition,
      platform: failed.platform,
      outcome: 'failed',
      by: 'Ito',
      on: '2026-11-23',
      minutes: 12.5,
      restarted: true,
      uninstalled: 'worked',
      note: { ja: failed.note },
    })
    expect(bulletin.knownIssues.at(-1)).toMatchObject({
      title: { en: 'It does not start' },
      by: 'Ito',
      on: '2026-11-23',
    })
    expect(await get('/api/bulletins?lab=failed')).toMatchObject([{ id: 'MS05-019' }])
    expect(JSON.stringify(await get('/api/lab'))).toContain('It does not start')
    const { events } = History.parse(await get('/api/bulletins/MS05-019/history'))
    expect(events.at(-1)).toMatchObject({ topic: 'lab', what: 'recorded', who: 'Ito' })
  })

  it.each([
    [{ outcome: 'unrecorded' }, 'outcome'],
    [{ edition: ' ' }, 'edition'],
    [{ minutes: 0 }, 'minutes'],
    [{ platform: 'Windows 2000' }, 'platform'],
    [{ on: '23.11.2026' }, 'on'],
    [{ corrects: 99 }, 'corrects'],
    [{ knownIssue: { ...failed.knownIssue, registry: [registry] } }, 'knownIssue.workaround'],
    [{ knownIssue: { ...failed.knownIssue, registry: [{ ...registry, type: 'WORD' }] } }, 'knownIssue.registry.0.type'],
  ])('is refused with %o, and the field named', async (change, field) => {
    const { post, get } = await desk()
    const response = await post(path, { ...failed, ...change })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).details?.[0]?.field).toBe(field)
    expect(await get(path)).toEqual([])
  })

  it('cannot be corrected twice', async () => {
    const { post } = await desk()
    const { id } = RecordedTest.parse(await (await post(path, failed)).json())
    const correction = { ...failed, outcome: 'passed', corrects: id }
    expect([(await post(path, correction)).status, (await post(path, correction)).status]).toEqual([201, 412])
  })
})

describe.each(engines(kept))('the checklist in $name', ({ make }) => {
  it('is what was set last, in place of what was seen, and each result keeps the points of its time', async () => {
    const store = await make()
    await store.seed(content)
    expect(await store.lab.checklist()).toEqual({ version: 0, at: null, by: null, points: [] })
    const first = await store.lab.setChecklist(0, ['Boot', 'Printing'], 'Ito')
    expect(first).toMatchObject({ by: 'Ito', points: ['Boot', 'Printing'] })
    const checks = [
      { point: 'Boot', done: true },
      { point: 'Printing', done: false },
    ]
    await store.lab.record('MS05-019', { ...failed, checks }, 'Ito')
    expect(await store.lab.setChecklist(0, [], 'Sato')).toBeNull()
    await store.lab.setChecklist(first?.version ?? 0, ['Sign-in'], 'Sato')
    expect((await store.lab.checklist()).points).toEqual(['Sign-in'])
    expect((await store.lab.results('MS05-019')).map((each) => each.checks)).toEqual([checks])
  })
})

describe('the checklist by the API', () => {
  it('is set in place of the version that its ETag told, each point once', async () => {
    const app = buildApp({ store: await contentStore(), admission: { signIn: 'single-user', user: 'Ito' } })
    const put = (points: string[], version: string) =>
      app.request('/api/lab/checklist', {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': version },
        body: JSON.stringify({ points }),
      })
    const etag = (await app.request('/api/lab/checklist')).headers.get('etag') ?? ''
    expect((await put(['Boot', 'Boot'], etag)).status).toBe(400)
    expect((await put([' Boot ', 'Printing'], etag)).status).toBe(200)
    const late = await put(['Sign-in'], etag)
    expect([late.status, (await problemOf(late)).current]).toEqual([
      412,
      expect.objectContaining({ points: ['Boot', 'Printing'], by: 'Ito' }),
    ])
  })
})

describe('the grid of a release', () => {
  const desk = async () => {
    const store = await contentStore()
    for (const month of [await may(), await june()]) await store.save({ platforms: [], bulletins: month }, 'Ito')
    const app = buildApp({ store, admission: { signIn: 'single-user', user: 'Ito' } })
    const grid = async (query = '') => TestGrid.parse(await (await app.request(`/api/lab/grid${query}`)).json())
    return { store, app, grid }
  }

  it('is nothing where no release is on file, and a release that is not there is not found', async () => {
    const app = buildApp({ store: await contentStore(), admission: { signIn: 'single-user', user: 'Ito' } })
    const grid = TestGrid.parse(await (await app.request('/api/lab/grid')).json())
    expect(grid).toMatchObject({ release: null, hasFleet: false, editions: [] })
    expect((await app.request('/api/lab/grid?release=2031-01')).status).toBe(404)
  })

  it('is of the newest release for the fleet, and says at once what was recorded', async () => {
    const { store, grid } = await desk()
    const [client, server] = ['windows-11.24h2.x64', 'windows-server-2025']
    expect((await grid()).hasFleet).toBe(false)
    await store.fleet.set(
      0,
      [
        { platform: server, edition: 'Standard', machines: 3 },
        { platform: client, edition: null, machines: 5 },
      ],
      'Ito',
    )
    const before = await grid()
    expect(before.release).toBe('2026-06')
    expect(before.editions.map(({ platform, machines, cells }) => [platform, machines, cells[0]?.bulletin])).toEqual([
      [server, 3, 'KB5100011'],
      [client, 5, 'KB5100011'],
    ])
    const edition = before.editions[1]?.edition ?? ''
    await store.lab.record('KB5100011', { ...failed, edition, platform: client }, 'Sato')
    const after = await grid('?release=2026-06')
    expect(after.editions.map(({ cells }) => cells[0]?.outcome)).toEqual([null, 'failed'])
    expect(after.editions[1]?.cells[0]).toMatchObject({ by: 'Sato', on: failed.on, issues: 1 })
    expect(after.issues.map(({ bulletin, issue }) => [bulletin, issue.title])).toEqual([
      ['KB5100011', { en: 'It does not start' }],
    ])
    expect((await grid('?release=2026-05')).editions[1]?.cells[0]).toMatchObject({
      bulletin: 'KB5100001',
      need: 'other',
    })
  })

  it('says the same as the overview, whatever a result was recorded for', async () => {
    const { store, app, grid } = await desk()
    const [client, server] = ['windows-11.24h2.x64', 'windows-server-2025']
    const lines = [
      { platform: server, edition: 'Standard', machines: 3 },
      { platform: client, edition: null, machines: 5 },
    ]
    await store.fleet.set(0, lines, 'Ito')
    // An edition in other words, one that nobody has machines of, and a fix that is not to be installed there.
    await store.lab.record('KB5100011', { ...failed, edition: 'Windows standard', platform: server }, 'Sato')
    await store.lab.record('KB5100011', { ...failed, edition: 'Core', platform: server }, 'Sato')
    await store.lab.record('KB5100012', { ...failed, edition: 'Pro', platform: client }, 'Sato')
    for (const release of ['2026-06', '2026-05']) {
      const { editions, issues } = await grid(`?release=${release}`)
      const answer = await app.request(`/api/overview?release=${release}`)
      const { tests } = endpoints.viewOverview.reply.parse(await answer.json())
      const { total, untested } = countCells(editions.flatMap(({ cells }) => cells))
      expect(tests).toMatchObject({ of: total, tested: total - untested, editionCount: editions.length })
      expect(tests.issues.map(({ id }) => id)).toEqual(issues.map(({ issue }) => issue.id))
      const counted = editions.map((each) => [each.platform, each.machines, countCells(each.cells).total])
      expect(tests.editions.map(({ platform, machines, count }) => [platform.id, machines, count]).toSorted()).toEqual(
        counted.filter(([, , count]) => count !== 0).toSorted(),
      )
      if (release === '2026-06') expect(tests).toMatchObject({ tested: 3, of: 4, issueCount: 3 })
    }
  })
})

describe('a known issue', () => {
  const desk = async () => {
    const store = await contentStore()
    const app = buildApp({ store, admission: { signIn: 'single-user', user: 'Ito' } })
    const bulletin = PackedBulletin.parse(await (await app.request('/api/bulletins/MS05-019')).json())
    const id = bulletin.knownIssues[0]?.id ?? ''
    const settle = (body: unknown, issue = id) =>
      app.request(`/api/bulletins/MS05-019/known-issues/${encodeURIComponent(issue)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const get = async (path: string): Promise<unknown> => (await app.request(path)).json()
    return { settle, get, id }
  }
  const gone = { state: 'resolved', why: ' KB898060 で修正された ' }

  it('of the publisher, too, is resolved by who says so, and that is on its bulletin, judged by, and on record', async () => {
    const { settle, get, id } = await desk()
    expect((await settle(gone)).status).toBe(204)
    const { knownIssues } = PackedBulletin.parse(await get('/api/bulletins/MS05-019'))
    expect(knownIssues[0]?.resolved).toMatchObject({ by: 'Ito', why: { ja: 'KB898060 で修正された' } })
    const { events, judged } = History.parse(await get('/api/bulletins/MS05-019/history'))
    expect(judged.knownIssues).toEqual(knownIssues)
    expect(events.at(-1)).toMatchObject({
      topic: 'issues',
      what: 'resolved',
      who: 'Ito',
      detail: { issue: id, title: knownIssues[0]?.title, why: 'KB898060 で修正された' },
    })
    expect(JSON.stringify(await get('/api/lab'))).toContain('KB898060')
  })

  it('is not settled over what somebody else has said, nor without a reason, nor where there is none', async () => {
    const { settle } = await desk()
    expect((await settle(gone)).status).toBe(204)
    const late = await settle({ ...gone, why: 'a driver' })
    expect([late.status, (await problemOf(late)).message]).toEqual([
      412,
      expect.stringContaining('was resolved by Ito'),
    ])
    expect((await settle({ state: 'reopened', why: ' ' })).status).toBe(400)
    expect((await settle({ state: 'closed', why: 'x' })).status).toBe(400)
    expect((await settle(gone, 'no such issue')).status).toBe(404)
  })
})

describe('a decision', () => {
  const desk = async () => {
    const store = await contentStore()
    const app = buildApp({ store, admission: { signIn: 'single-user', user: 'Ito' } })
    const decide = (id: string, change: object = {}) =>
      app.request(`/api/bulletins/${id}/decisions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...decided('go', '検証機 3 台で確認'), ...change }),
      })
    const last = async () => (await store.events.of('MS05-019')).at(-1)
    return { store, decide, last }
  }

  it('is signed by who is asking, and on record with what it rests on', async () => {
    const { decide, last } = await desk()
    expect((await decide('MS05-019')).status).toBe(201)
    expect((await decide('MS05-019', { verdict: 'perhaps' })).status).toBe(400)
    expect((await decide('MS05-019', { basis: { overall: 'go', aspects: { lab: 'go' } } })).status).toBe(400)
    expect((await decide('MS99-999')).status).toBe(404)
    const { note, basis } = decided('go', '検証機 3 台で確認')
    expect(await last()).toMatchObject({ who: 'Ito', topic: 'decision', what: 'go', detail: { note, basis } })
  })

  it('is not signed where a failure has come that its author has not seen, and that is told', async () => {
    const { store, decide, last } = await desk()
    const seen = (await last())?.id
    await store.lab.record('MS05-019', failed, 'Sato')
    const response = await decide('MS05-019', { seen })
    expect(response.status).toBe(412)
    expect(await problemOf(response)).toMatchObject({
      code: 'conflict',
      details: [{ field: 'seen', message: 'lab recorded by Sato' }],
    })
    expect(await last()).toMatchObject({ topic: 'lab' })
    expect((await decide('MS05-019', { seen: (await last())?.id })).status).toBe(201)
  })

  it('is signed once by a double click, and not past what somebody else has decided', async () => {
    const { store, decide, last } = await desk()
    const seen = (await last())?.id
    expect([(await decide('MS05-019', { seen })).status, (await decide('MS05-019', { seen })).status]).toEqual([
      201, 412,
    ])
    expect((await store.events.of('MS05-019')).filter(({ topic }) => topic === 'decision')).toHaveLength(1)
  })

  it('does not wait for what is only said', async () => {
    const { store, decide, last } = await desk()
    const seen = (await last())?.id
    await store.events.addComment('MS05-019', 'Good luck', 'Sato')
    expect((await decide('MS05-019', { seen })).status).toBe(201)
  })
})
