import { describe, expect, it } from 'vitest'
import { MadePrivateFeed } from '../../src/contract/private-feeds.ts'
import { KeptPlan, type NewPlan, type PlanEdit } from '../../src/contract/plans.ts'
import { buildApp } from '../../src/server/app.ts'
import { eventsIn, propertyIn, type ReadEvent } from '../support/calendar.ts'
import { contentStore } from '../support/content-store.ts'

/** Windows 2000 SP3 in Tokyo, on Tuesdays and Thursdays from 10 June 2031 on. */
const draft: NewPlan = {
  name: 'June',
  owner: 'Sato',
  ticket: 'CHG-1',
  inputs: '1;b:MS05-019;m:windows-2000.sp3:220;c:2;k:24;w:24@22:00-05:00;z:Asia/Tokyo;s:2031-06-10',
  waves: ['pilot', 'rest'].map((key, place) => ({
    key,
    name: '',
    machines: [{ platform: 'windows-2000.sp3', count: place === 0 ? 20 : 200 }],
    waitsFor: place === 0 ? [] : ['pilot'],
    gate: { donePercent: 95, failurePercent: 3, soakHours: 24, noNewIssues: true },
  })),
}

/** A server on a given day, with a plan on file. */
async function server(sent = draft) {
  const clock = { now: new Date('2031-06-09T01:00:00.000Z') }
  const store = await contentStore(() => clock.now)
  const app = buildApp({ store, now: () => clock.now })
  const ask = async (path: string, method = 'GET', body?: unknown, headers: Record<string, string> = {}) => {
    const response = await app.request(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    expect([path, response.status]).toEqual([path, body === undefined || method === 'PUT' ? 200 : 201])
    return response
  }
  const keep = async (plan: NewPlan) => KeptPlan.parse(await (await ask('/api/plans', 'POST', plan)).json())
  const plan = await keep(sent)
  return {
    clock,
    store,
    keep,
    plan,
    file: async (id = plan.id, lang = 'en') => (await ask(`/api/plans/${id}/calendar?lang=${lang}`)).text(),
    edit: async (more: Partial<PlanEdit>) => {
      const now = await store.plans.find(plan.id)
      if (now === null) throw new Error('the plan is there')
      const { name, owner, ticket, inputs, waves } = now
      const body = { name, owner, ticket, inputs, waves, why: 'Postponed', ...more }
      await ask(`/api/plans/${plan.id}`, 'PUT', body, { 'if-match': `"${now.version}"` })
    },
    subscribe: async (parts: readonly string[]) => {
      const feed = { name: 'Plans', kind: 'calendar', search: '', parts, language: 'ja' }
      const { address } = MadePrivateFeed.parse(await (await ask('/api/private-feeds', 'POST', feed)).json())
      return async () => (await ask(new URL(address).pathname)).text()
    },
  }
}

const sessions = (file: string): ReadEvent[] => eventsIn(file).filter(({ isBusy }) => isBusy)
const moments = (file: string) =>
  sessions(file).map(({ uid, sequence, start, status }) => [uid, sequence, start, status])

describe('the calendar of a kept plan', () => {
  it('has its sessions, and the windows that they are in', async () => {
    const { file, plan } = await server()
    const events = eventsIn(await file())
    expect(events.map(({ summary, start, isBusy }) => [start, isBusy, summary])).toEqual([
      ['2031-06-10T13:00:00Z', true, 'Pilot: June, 20 machines (draft)'],
      ['2031-06-10T13:00:00Z', false, 'Maintenance window: June (draft)'],
      ['2031-06-12T13:00:00Z', true, 'rest: June, 200 machines (draft)'],
      ['2031-06-12T13:00:00Z', false, 'Maintenance window: June (draft)'],
    ])
    const [first] = events
    expect(first?.description.split('\n')).toEqual([
      'Windows 2000 SP3: 20 machines',
      '2 consoles',
      'MS05-019',
      'Owner Sato',
      'Change CHG-1',
      `http://localhost/plans/${plan.id}`,
    ])
    expect(first?.status).toBe('TENTATIVE')
    expect(sessions(await file(plan.id, 'ja')).map(({ summary }) => summary)).toEqual([
      '先行 June 20 台（下書き）',
      'rest June 200 台（下書き）',
    ])
  })

  it('moves a session that is postponed, by a greater number under the id that it has', async () => {
    const { file, edit, clock, plan } = await server()
    const before = moments(await file())
    clock.now = new Date('2031-06-09T02:00:00.000Z')
    await edit({ inputs: plan.inputs.replace('22:00', '23:00') })
    const moved = await file()
    expect(moments(moved)).toEqual([
      [before[0]?.[0], 1, '2031-06-10T14:00:00Z', 'TENTATIVE'],
      [before[1]?.[0], 1, '2031-06-12T14:00:00Z', 'TENTATIVE'],
    ])
    expect(sessions(moved).map(({ modified }) => modified)).toEqual(['2031-06-09T02:00:00Z', '2031-06-09T02:00:00Z'])
    // On another first day it is still the same plan.
    await edit({ inputs: plan.inputs.replace('2031-06-10', '2031-06-17') })
    expect(moments(await file()).map(([uid, sequence]) => [uid, sequence])).toEqual([
      [before[0]?.[0], 2],
      [before[1]?.[0], 2],
    ])
    expect(await file()).toBe(await file())
  })

  it('cancels what falls away, for sixty days', async () => {
    const { file, edit, clock, plan } = await server()
    const [, rest] = sessions(await file())
    await edit({ waves: plan.waves.slice(0, 1) })
    const cancelled = sessions(await file()).find(({ uid }) => uid === rest?.uid)
    expect([cancelled?.sequence, cancelled?.status]).toEqual([1, 'CANCELLED'])
    clock.now = new Date('2031-08-20T00:00:00.000Z')
    expect(sessions(await file()).some(({ uid }) => uid === rest?.uid)).toBe(false)
    // What comes back goes on counting.
    await edit({ waves: plan.waves })
    expect(sessions(await file()).find(({ uid }) => uid === rest?.uid)?.sequence).toBe(2)
  })

  it('keeps two plans of one bulletin, day and zone apart', async () => {
    const { file, keep, plan, subscribe } = await server()
    const other = await keep({ ...draft, name: 'June, site 2' })
    const [ours, theirs] = [sessions(await file(plan.id)), sessions(await file(other.id))]
    expect(ours.map(({ start }) => start)).toEqual(theirs.map(({ start }) => start))
    const all = [...ours, ...theirs].map(({ uid }) => uid)
    expect(new Set(all).size).toBe(all.length)
    const read = await subscribe(['sessions'])
    expect(
      eventsIn(await read())
        .map(({ uid }) => uid)
        .toSorted(),
    ).toEqual(all.toSorted())
  })

  it('tells a subscribed calendar and the file the same numbers', async () => {
    const { file, edit, plan, subscribe } = await server()
    const read = await subscribe(['windows', 'sessions'])
    const first = await read()
    expect([propertyIn(first, 'refresh-interval'), propertyIn(first, 'x-wr-calname')]).toEqual(['PT1H', 'Plans'])
    await edit({ inputs: plan.inputs.replace('22:00', '23:00') })
    const numbers = (text: string) => eventsIn(text).map(({ uid, sequence }) => [uid, sequence])
    expect(numbers(await read())).toEqual(numbers(await file()))
    expect(numbers(await read()).every(([, sequence]) => sequence === 1)).toBe(true)
  })

  it('is at the same time on the clock before and after summer time ends', async () => {
    // Summer time ends in Berlin on Sunday 26 October 2031, in the night in which the second window opens.
    const inputs = draft.inputs.replace('24@22:00', '67@22:00').replace('Asia/Tokyo', 'Europe/Berlin')
    const { file } = await server({ ...draft, inputs: inputs.replace('2031-06-10', '2031-10-25') })
    const windows = eventsIn(await file()).filter(({ isBusy }) => !isBusy)
    expect(windows.map(({ start, end }) => [start, end])).toEqual([
      ['2031-10-25T20:00:00Z', '2031-10-26T04:00:00Z'],
      ['2031-10-26T21:00:00Z', '2031-10-27T04:00:00Z'],
    ])
  })

  it('is not there for a plan that is not', async () => {
    const app = buildApp({ store: await contentStore() })
    expect((await app.request('/api/plans/999/calendar')).status).toBe(404)
  })
})
