import { describe, expect, it } from 'vitest'
import { KeptPlan, PlanConflict, type NewPlan, type PlanEdit } from '../../src/contract/plans.ts'
import { PlanHistoryEntry, PlanRow, PlanView } from '../../src/contract/plan-view.ts'
import { Overview } from '../../src/contract/overview.ts'
import { replayed } from '../../src/domain/plans/replay.ts'
import { buildApp } from '../../src/server/app.ts'
import { IdempotencyKeyReused } from '../../src/server/store/idempotency-key-reused.ts'
import type { PlanOutcome } from '../../src/server/store/plans.ts'
import { contentStore } from '../support/content-store.ts'
import { problemOf } from '../support/problem.ts'
import { engines, putAwayAfterEach } from '../support/stores.ts'

const kept = putAwayAfterEach()
const now = () => new Date('2031-06-09T01:00:00.000Z')

/** Windows 2000 SP3 and SP4 in Tokyo, on Tuesdays and Thursdays from 10 June 2031 on. */
const draft: NewPlan = {
  name: 'June',
  owner: 'Sato',
  ticket: 'CHG-1',
  inputs: '1;b:MS05-019;m:windows-2000.sp3:220,windows-2000.sp4:80;c:2;k:24;z:Asia/Tokyo;s:2031-06-10',
}
const gate = { donePercent: 95, failurePercent: 3, soakHours: 24, noNewIssues: true }
const waves = ['pilot', 'rest'].map((key, at) => ({
  key,
  name: '',
  machines: [{ platform: 'windows-2000.sp3', count: 10 + at * 210 }],
  waitsFor: at === 0 ? [] : ['pilot'],
  gate,
}))

const planIn = (result: PlanOutcome): KeptPlan => {
  if (result.outcome !== 'saved') throw new Error(`expected it to be saved, and it was ${result.outcome}`)
  return result.plan
}

describe.each(engines(kept))('kept plans in the $name store', ({ make }) => {
  const editOf = ({ name, owner, ticket, inputs }: KeptPlan, more: Partial<PlanEdit>): PlanEdit => ({
    name,
    owner,
    ticket,
    inputs,
    waves,
    why: '',
    ...more,
  })

  it('are what their events add up to', async () => {
    const { plans } = await make(now)
    let plan = await plans.keep(draft, waves, 'Sato')
    expect(plan).toMatchObject({ name: 'June', state: 'draft', version: plan.id, bulletins: ['MS05-019'], waves })
    plan = planIn(await plans.change(plan.id, plan.version, editOf(plan, { name: 'July', why: 'Late' }), 'Ito'))
    plan = planIn(await plans.setState(plan.id, plan.version, { state: 'approved', why: '' }, 'Ito'))
    plan = planIn(await plans.setState(plan.id, plan.version, { state: 'running', why: '' }, 'Ito'))
    plan = planIn(await plans.count(plan.id, { wave: 'pilot', done: 9, at: '2031-06-10T13:30:00.000Z' }, 'Ito'))
    const opening = { wave: 'rest', isOpen: true, why: 'One is broken', waits: [], stops: [] }
    plan = planIn(await plans.setGate(plan.id, plan.version, opening, 'Sato'))
    expect(plan).toMatchObject({ name: 'July', state: 'running', opened: [{ wave: 'rest', by: 'Sato' }] })
    expect(await plans.find(plan.id)).toEqual(plan)
    expect(replayed(await plans.events(plan.id))).toEqual(plan)
    expect(await plans.list()).toEqual([plan])
  })

  it('change only in place of the version that was seen', async () => {
    const { plans } = await make(now)
    const plan = await plans.keep(draft, waves, 'Sato')
    const both = await Promise.all(
      ['July', 'August'].map((name) => plans.change(plan.id, plan.version, editOf(plan, { name }), 'Ito')),
    )
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['conflict', 'saved'])
    const [saved, lost] = both.toSorted((a, b) => b.outcome.localeCompare(a.outcome))
    expect(lost).toEqual({ outcome: 'conflict', plan: saved === undefined ? null : planIn(saved) })
    expect(await plans.change(99_999, 1, editOf(plan, {}), 'Ito')).toEqual({ outcome: 'missing' })
  })

  it('are kept once under a key, whatever became of the fleet since, and counted once', async () => {
    const { plans, fleet } = await make(now)
    const plan = await plans.keep(draft, waves, 'Sato', 'a-key')
    await fleet.set(0, [{ platform: 'windows-2000.sp3', edition: null, machines: 5 }], 'Sato')
    expect(await plans.keep(draft, waves, 'Sato', 'a-key')).toEqual(plan)
    await expect(plans.keep({ ...draft, name: 'July' }, waves, 'Sato', 'a-key')).rejects.toThrow(IdempotencyKeyReused)
    const count = { wave: 'pilot', done: 9, at: '2031-06-10T13:30:00.000Z' }
    const first = planIn(await plans.count(plan.id, count, 'Sato', 'b-key'))
    expect(planIn(await plans.count(plan.id, count, 'Sato', 'b-key'))).toEqual(first)
    await expect(plans.count(plan.id, { ...count, done: 8 }, 'Sato', 'b-key')).rejects.toThrow(IdempotencyKeyReused)
    expect(await plans.events(plan.id)).toHaveLength(2)
    expect(await plans.list()).toHaveLength(1)
  })

  it('run only once they are approved, and are over when they are finished', async () => {
    const { plans } = await make(now)
    let plan = await plans.keep(draft, waves, 'Sato')
    const set = async (state: KeptPlan['state']) => {
      const result = await plans.setState(plan.id, plan.version, { state, why: 'So' }, 'Ito')
      if (result.outcome === 'saved') ({ plan } = result)
      return result.outcome
    }
    expect(await set('running')).toBe('not-possible')
    for (const state of ['approved', 'running', 'stopped', 'running', 'finished'] as const)
      expect(await set(state)).toBe('saved')
    expect(await set('running')).toBe('not-possible')
    expect((await plans.change(plan.id, plan.version, editOf(plan, {}), 'Ito')).outcome).toBe('not-possible')
  })
})

describe('kept plans by the API', () => {
  const desk = async (clock = now) => {
    const store = await contentStore()
    const app = buildApp({ store, now: clock, admission: { signIn: 'single-user', user: 'Ito' } })
    const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      app.request(path, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    const keep = async () => {
      const answer = await send('POST', '/api/plans', draft)
      expect(answer.status).toBe(201)
      return KeptPlan.parse(await answer.json())
    }
    const read = async (id: number) => PlanView.parse(await (await app.request(`/api/plans/${id}`)).json())
    return { store, app, send, keep, read }
  }

  it('are made of a draft, with the waves of the ready rule', async () => {
    const { send, read } = await desk()
    const answer = await send('POST', '/api/plans', draft)
    const plan = KeptPlan.parse(await answer.json())
    expect(answer.headers.get('location')).toBe(`/api/plans/${plan.id}`)
    expect(answer.headers.get('etag')).toBe(`"${plan.version}"`)
    expect(plan.waves.map(({ key }) => key)).toEqual(['pilot', 'clients'])
    const view = await read(plan.id)
    expect(view).toMatchObject({ of: 300, done: 0, pace: null })
    expect(view.waves[0]?.planned.start).toBe('2031-06-10T13:00:00.000Z')
    // The clients wait for a day of soak, and so for Thursday.
    expect(view.waves[1]?.planned.start).toBe('2031-06-12T13:00:00.000Z')
  })

  it('leave out the machines that none of their bulletins is for', async () => {
    const { send } = await desk()
    const inputs = `${draft.inputs};`.replace('m:', 'm:windows-11.24h2:20,')
    const plan = KeptPlan.parse(await (await send('POST', '/api/plans', { ...draft, inputs })).json())
    const planned = plan.waves.flatMap(({ machines }) => machines.map(({ platform }) => platform))
    expect(new Set(planned)).toEqual(new Set(['windows-2000.sp3', 'windows-2000.sp4']))
  })

  it('refuse a draft without day, zone, bulletin or machines, and waves that wait in a circle', async () => {
    const { send } = await desk()
    const refused = async (more: object) => {
      const answer = await send('POST', '/api/plans', { ...draft, ...more })
      expect(answer.status).toBe(400)
      return (await problemOf(answer)).message
    }
    expect(await refused({ inputs: '1;b:MS05-019' })).toContain('first day and zone')
    expect(await refused({ inputs: '1;z:Asia/Tokyo;s:2031-06-10' })).toContain('a bulletin')
    expect(await refused({ inputs: '1;b:MS05-019;z:Asia/Tokyo;s:2031-06-10' })).toContain('machines')
    const others = { inputs: '1;b:MS05-019;m:windows-11.24h2:20;z:Asia/Tokyo;s:2031-06-10' }
    expect(await refused(others)).toContain('machines that a bulletin of the plan is for')
    const [pilot, rest] = waves
    expect(await refused({ waves: [{ ...pilot, waitsFor: ['rest'] }, rest] })).toContain('waits only for waves before')
    expect(await refused({ waves: [pilot, { ...rest, key: 'pilot', waitsFor: [] }] })).toContain('at most once')
  })

  it('answer a lost race with what is there now', async () => {
    const { send, keep } = await desk()
    const plan = await keep()
    const edit = { name: 'July', owner: null, ticket: null, inputs: plan.inputs, waves: plan.waves, why: 'Late' }
    const path = `/api/plans/${plan.id}`
    expect((await send('PUT', path, edit)).status).toBe(428)
    const unexplained = { ...edit, inputs: `${plan.inputs};c:4`, why: ' ' }
    const refused = await send('PUT', path, unexplained, { 'if-match': `"${plan.version}"` })
    expect((await problemOf(refused)).message).toContain('a reason for other times')
    const first = await send('PUT', path, edit, { 'if-match': `"${plan.version}"` })
    expect(first.status).toBe(200)
    const second = await send('PUT', path, edit, { 'if-match': `"${plan.version}"` })
    expect(second.status).toBe(412)
    expect(PlanConflict.parse(await second.json()).current).toEqual(KeptPlan.parse(await first.json()))
  })

  it('go from draft to approved to running, count by hand, and open a gate by hand with what did not hold', async () => {
    const { app, send, keep, read } = await desk()
    let plan = await keep()
    const path = `/api/plans/${plan.id}`
    const post = async (part: string, body: unknown) => {
      const answer = await send('POST', `${path}/${part}`, body, { 'if-match': `"${plan.version}"` })
      if (answer.ok) plan = KeptPlan.parse(await answer.clone().json())
      return answer
    }
    expect((await post('state', { state: 'running', why: '' })).status).toBe(409)
    expect((await post('state', { state: 'stopped', why: ' ' })).status).toBe(400)
    for (const state of ['approved', 'running']) expect((await post('state', { state, why: '' })).status).toBe(200)
    expect(plan).toMatchObject({ approval: { by: 'Ito' }, state: 'running' })
    expect((await post('counts', { wave: 'nowhere', done: 1, at: now().toISOString() })).status).toBe(400)
    expect((await post('counts', { wave: 'pilot', done: 14, at: now().toISOString() })).status).toBe(200)
    expect((await read(plan.id)).nextGate).toMatchObject({
      wave: 'clients',
      gateState: { state: 'waits', waits: [{ wave: 'pilot', machines: 1 }] },
    })
    expect((await post('gates/clients', { isOpen: true, why: '' })).status).toBe(400)
    expect((await post('gates/clients', { isOpen: true, why: 'One has no power' })).status).toBe(200)
    const view = await read(plan.id)
    expect(view.waves[1]?.gateState).toMatchObject({ state: 'opened-by-hand', by: 'Ito', why: 'One has no power' })
    const history = PlanHistoryEntry.array().parse(await (await app.request(`${path}/history`)).json())
    expect(history.map(({ what }) => what)).toEqual(['gate-opened', 'counted', 'state-set', 'state-set', 'created'])
    expect(history[0]).toMatchObject({ wave: 'clients', why: 'One has no power', waits: [{ machines: 1 }] })
    const rows = PlanRow.array().parse(await (await app.request('/api/plans')).json())
    expect(rows).toMatchObject([{ id: plan.id, state: 'running', done: 14, of: 300, nextGate: null }])
    const { plans } = Overview.parse(await (await app.request('/api/overview')).json())
    expect(plans).toEqual(rows)
  })

  it('leave what their waves took as measured runs once they are finished', async () => {
    const { store, send, keep } = await desk(() => new Date('2031-06-20T01:00:00.000Z'))
    let plan = await keep()
    const set = async (state: string) => {
      const headers = { 'if-match': `"${plan.version}"` }
      plan = KeptPlan.parse(
        await (await send('POST', `/api/plans/${plan.id}/state`, { state, why: '' }, headers)).json(),
      )
    }
    await set('approved')
    await set('running')
    // From 22:00 in Tokyo 21 minutes; of the clients most come a week later.
    const counts = [
      { wave: 'pilot', done: 15, at: '2031-06-10T13:21:00.000Z' },
      { wave: 'clients', done: 100, at: '2031-06-12T13:40:00.000Z' },
      { wave: 'clients', done: 285, at: '2031-06-19T13:40:00.000Z' },
    ]
    for (const count of counts) await send('POST', `/api/plans/${plan.id}/counts`, count)
    await set('finished')
    expect(await store.fleet.rollouts()).toMatchObject([
      { bulletin: 'MS05-019', by: 'Ito', machines: 15, consoles: 2, minutes: 21, on: '2031-06-10', plan: plan.id },
    ])
  })
})
