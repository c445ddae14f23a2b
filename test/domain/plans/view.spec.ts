import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeptPlan } from '../../../src/contract/plans.ts'
import { PlanView } from '../../../src/contract/plan-view.ts'
import type { MachineFact } from '../../../src/domain/plans/facts.ts'
import { beginOf, foldedMachines } from '../../../src/domain/plans/machines.ts'
import { computedPlan, type PlanFacts } from '../../../src/domain/plans/view.ts'
import { fact, isoIn, june, planWith, wave } from './support.ts'

/** An hour for 250 machines with one console, and a quarter of an hour to set up; no restart. */
const fixable = (id: string, platforms: string[]) => ({
  id,
  platforms: platforms.map((platform) => ({ platform, rating: 1 as const })),
  restart: 'not-required' as const,
  rollout: [
    {
      package: id,
      tool: 'WSUS',
      consoles: 1,
      points: [
        { machines: 1, minutes: 15 },
        { machines: 251, minutes: 75 },
      ],
    },
  ],
})

type Given = Omit<Partial<PlanFacts>, 'machines'> & { machines?: readonly MachineFact[] }

const facts = ({ machines = [], ...more }: Given = {}): PlanFacts => ({
  bulletins: [fixable('KB5000001', ['windows-11.24h2', 'windows-server-2022'])],
  holidays: [],
  machines: foldedMachines(machines, beginOf(planWith([]))),
  holds: [],
  issues: [],
  due: new Map([['KB5000001', { on: '2031-06-24', isByKev: true }]]),
  zone: 'Asia/Tokyo',
  ...more,
})

/** Three waves: each Tuesday and Thursday one, since each soaks for a day. */
const waves = [
  wave('pilot', 20),
  wave('clients', 130, { waitsFor: ['pilot'] }),
  wave('servers', 57, { machines: [{ platform: 'windows-server-2022', count: 57 }], waitsFor: ['clients'] }),
]

const count = (key: string, done: number, at: string) => ({ wave: key, done, at, by: 'Ito' })

const viewAt = (now: number, more: Partial<KeptPlan> = {}, with_: Given = {}) =>
  computedPlan(planWith(waves, more), facts(with_), now)

const shape = ({ waiting, ...view }: ReturnType<typeof computedPlan>) =>
  PlanView.parse({ ...view, waiting: waiting.map(({ ids: _ids, ...group }) => ({ ...group, names: null })) })

describe('a plan', () => {
  it('that has not begun says when each wave is to be done, and has neither actual nor forecast', () => {
    const view = shape(viewAt(june(9, '12:00'), { state: 'draft', startedAt: null }))
    expect(view.waves.map(({ planned }) => [planned.start, planned.last])).toEqual([
      // The windows are those of 10, 12 and 17 June.
      [isoIn(10, '22:00'), expect.stringMatching(/^2031-06-10T13:1/) as string],
      [isoIn(12, '22:00'), expect.stringMatching(/^2031-06-12T13:3/) as string],
      [isoIn(17, '22:00'), expect.stringMatching(/^2031-06-17T13:2/) as string],
    ])
    expect(view.burnUp).toMatchObject({ actual: [], forecast: [], ifClosed: [] })
    expect(view.finish).toMatchObject({ planned: view.waves[2]?.planned.last, expected: null })
    expect(view.burnUp.planned.at(-1)?.done).toBe(207)
    expect(view.due).toMatchObject([{ on: '2031-06-24', of: 207, done: 0, finish: null, slackMinutes: null }])
  })

  it('says how many of the machines done were counted by hand, and not reported', () => {
    const reported = [fact(1, { platform: 'windows-server-2022', doneAt: isoIn(10, '22:10') })]
    const view = viewAt(june(11, '12:00'), { counts: [count('pilot', 15, isoIn(11, '09:00'))] }, { machines: reported })
    expect(view).toMatchObject({ done: 16, counted: 15 })
  })

  it('takes as long for variants and families that its fixes are for as for the versions themselves', () => {
    const on = (platform: string) => {
      const plan = planWith([wave('pilot', 20, { machines: [{ platform, count: 20 }] })], { state: 'draft' })
      const bulletins = [fixable('KB5000001', ['windows-11.24h2', 'windows-server-2022.rtm'])]
      const { planned } = computedPlan(plan, facts({ bulletins }), june(9, '12:00')).waves[0] ?? {}
      return Date.parse(planned?.last ?? '') - Date.parse(planned?.start ?? '')
    }
    const platforms = ['windows-11.24h2', 'windows-11.24h2.x64', 'windows-server-2022', 'windows-server-2016']
    const [version = 0, variant, family, other] = platforms.map(on)
    expect(version).toBeGreaterThan(0)
    expect([variant, family, other]).toEqual([version, version, 0])
  })

  it('that is behind goes on in the next windows, and says by how much it is late', () => {
    // The pilot ran as planned, and half of the clients on Thursday; now it is Friday.
    const counts = [count('pilot', 20, isoIn(10, '22:20')), count('clients', 65, isoIn(12, '22:31'))]
    const view = shape(viewAt(june(13, '09:00'), { counts }))
    expect(view.waves.map(({ done, state }) => [done, state])).toEqual([
      [20, 'done'],
      [65, 'running'],
      [0, 'waiting'],
    ])
    const [, clients, servers] = view.waves
    expect(clients?.forecast?.start).toBe(isoIn(17, '22:00'))
    expect(clients?.actual).toMatchObject({ half: isoIn(12, '22:31'), ninety: null, last: null })
    expect(clients?.slipMinutes).toBeGreaterThan(4 * 24 * 60)
    expect(servers?.forecast?.start).toBe(isoIn(19, '22:00'))
    expect(view.finish.expected).toBe(servers?.forecast?.last)
    expect(view.slips.map(({ code }) => code)).toEqual(['gate-waits', 'wave-late', 'wave-late'])
    // In time by the end of the 24th in Tokyo.
    expect(view.due[0]?.slackMinutes).toBe(
      Math.round((june(25, '00:00') - Date.parse(view.finish.expected ?? '')) / 60_000),
    )
    expect(view.waiting).toMatchObject([
      { why: 'not-tried', wave: 'clients', machines: 65, nextAt: isoIn(17, '22:00') },
    ])
    expect(view.burnUp.forecast.at(-1)?.done).toBe(207)
  })

  it('with a stopped gate says until when to open it, and what follows where nobody does', () => {
    const failed = { tried: 20, failed: 2 }
    const counts = [{ ...count('pilot', 20, isoIn(10, '22:20')), ...failed }]
    const view = shape(viewAt(june(12, '09:00'), { counts }))
    expect(view.nextGate).toMatchObject({ wave: 'clients', gateState: { state: 'stopped' } })
    expect(view.waves.map(({ state }) => state)).toEqual(['done', 'stopped', 'stopped'])
    expect(view.ifClosed).toMatchObject({ wave: 'clients', openBy: isoIn(12, '22:00') })
    // The clients go on the 17th then, and the servers on the 19th.
    expect(view.ifClosed?.finish).toMatch(/^2031-06-19/)
    expect(view.finish.expected).toMatch(/^2031-06-17/)
    expect(view.slips[0]).toEqual({ code: 'gate-stopped', wave: 'clients', openBy: isoIn(12, '22:00') })
  })

  it('has its due day at risk where only an opened gate keeps it', () => {
    const counts = [{ ...count('pilot', 20, isoIn(10, '22:20')), tried: 20, failed: 2 }]
    const due = new Map([['KB5000001', { on: '2031-06-18', isByKev: false }]])
    const { slips } = viewAt(june(12, '09:00'), { counts }, { due })
    expect(slips[0]).toMatchObject({ code: 'due-at-risk', on: '2031-06-18', wave: 'clients' })
  })

  it('goes by the pace that its waves really had', () => {
    const slow = [count('pilot', 20, isoIn(10, '22:40'))]
    const [quick, late] = [viewAt(june(12, '09:00')), viewAt(june(12, '09:00'), { counts: slow })]
    expect(quick.pace).toBeNull()
    // 20 machines with two consoles are estimated at 17.2 minutes.
    expect(late.pace?.factor).toBeCloseTo(40 / 17.16, 1)
    const lengthOf = ({ waves: [, clients] }: typeof late) =>
      Date.parse(clients?.forecast?.last ?? '') - Date.parse(clients?.forecast?.start ?? '')
    expect(lengthOf(late) / 60_000).toBeCloseTo((late.pace?.factor ?? 0) * 30.6, -1)
  })

  it('is the same while it is stopped or finished, without a forecast', () => {
    const counts = [count('pilot', 20, isoIn(10, '22:20'))]
    for (const state of ['stopped', 'finished'] as const) {
      const view = viewAt(june(13, '09:00'), { counts, state })
      expect([view.done, view.finish.expected, view.burnUp.forecast]).toEqual([20, null, []])
    }
  })
})

describe('machines that answer', () => {
  const attempt = (day: number, time: string, outcome: 'installed' | 'failed' | 'restart-pending', code?: string) => ({
    at: isoIn(day, time),
    outcome,
    ...(code !== undefined && { code }),
  })
  const seen = isoIn(11, '06:00')

  it('are done when they have every fix of the plan that is meant for them', () => {
    const machines = [
      fact(1, { doneAt: isoIn(10, '22:10') }),
      fact(1, { fix: 'KB5000002', doneAt: isoIn(10, '22:20') }),
      fact(2, { doneAt: isoIn(10, '22:11') }),
      fact(2, { fix: 'KB5000002' }),
      fact(3, { doneAt: isoIn(10, '22:12') }),
    ]
    const bulletins = [fixable('KB5000001', ['windows-11.24h2']), fixable('KB5000002', ['windows-11.24h2'])]
    const view = viewAt(june(11, '09:00'), {}, { machines, bulletins })
    expect(view.done).toBe(2)
    expect(view.byFix.map(({ bulletin, done }) => [bulletin, done])).toEqual([
      ['KB5000001', 3],
      ['KB5000002', 1],
    ])
    expect(view.burnUp.actual.map(({ done }) => done)).toEqual([0, 0, 1, 1, 2, 2])
  })

  it('wait for a reason', () => {
    const hold = {
      id: 1,
      bulletins: null,
      platforms: [],
      roles: ['kiosk'],
      reason: 'It hangs',
      until: '2031-06-30',
      at: isoIn(11, '07:00'),
    }
    const machines = [
      fact(1, { doneAt: isoIn(10, '22:10') }),
      fact(2, { attempts: [attempt(10, '22:15', 'failed', '0x800F0922')], lastSeen: seen }),
      fact(3, { attempts: [attempt(10, '22:16', 'failed', '0x800F0922')], lastSeen: seen }),
      fact(4, { attempts: [attempt(10, '22:16', 'restart-pending')], lastSeen: seen }),
      fact(5, { lastSeen: isoIn(9, '06:00') }),
      fact(6, { lastSeen: seen, roles: ['kiosk'] }),
      fact(7, { lastSeen: seen }),
    ]
    const plan = planWith([wave('pilot', 8, { machineIds: [1, 2, 3, 4, 5, 6, 7, 8] })])
    const { waiting } = computedPlan(plan, facts({ machines, holds: [hold] }), june(11, '09:00'))
    expect(waiting.map(({ why, machines: count_, code, ids }) => [why, count_, code, ids])).toEqual([
      ['failed', 2, '0x800F0922', [2, 3]],
      ['restart-pending', 1, null, [4]],
      ['held', 1, null, [6]],
      ['not-seen', 1, null, [5]],
      // Nothing is on file of the eighth.
      ['not-seen', 1, null, []],
      ['not-tried', 1, null, [7]],
    ])
  })

  it('that are held go when their hold is over, and keep back only who waits for their wave', () => {
    const hold = {
      id: 1,
      bulletins: null,
      platforms: [],
      roles: ['kiosk'],
      reason: 'It hangs',
      until: '2031-06-18',
      at: isoIn(11, '07:00'),
    }
    const ids = Array.from({ length: 10 }, (_, at) => at + 1)
    const machines = ids.map((id) => fact(id, { roles: [id > 8 ? 'kiosk' : 'office'] }))
    const fleet = [{ platform: 'windows-server-2022', edition: null, machines: 5, roles: ['file'] }]
    const ofServers = { machines: [{ platform: 'windows-server-2022', count: 5 }] }
    const plan = planWith(
      [
        wave('clients', 10, { machineIds: ids }),
        wave('servers', 5, ofServers),
        wave('last', 5, { ...ofServers, waitsFor: ['clients'] }),
      ],
      { fleet },
    )
    const view = computedPlan(plan, facts({ machines, holds: [hold] }), june(11, '09:00'))
    expect(view.waves.map(({ gateState, held }) => [gateState.state, held.map((each) => each.machines)])).toEqual([
      ['open', [2]],
      ['open', []],
      ['waits', []],
    ])
    // The windows are those of 12, 17, 19 and 24 June.
    expect(view.waves[0]?.forecast?.start).toBe(isoIn(12, '22:00'))
    expect(view.waves[0]?.forecast?.last).toMatch(/^2031-06-19T13/)
    expect(view.waves[1]?.forecast?.last).toMatch(/^2031-06-12T13/)
    expect(view.waves[2]?.forecast?.start).toBe(isoIn(24, '22:00'))
    expect(view.burnUp.forecast.at(-1)?.done).toBe(20)
  })

  it('without names fill the waves in the order in which something was done to them', () => {
    const machines = [
      ...Array.from({ length: 20 }, (_, id) => fact(id + 1, { doneAt: isoIn(10, '22:10') })),
      ...Array.from({ length: 30 }, (_, id) => fact(id + 100, { doneAt: isoIn(12, '22:10') })),
      ...Array.from({ length: 50 }, (_, id) => fact(id + 200)),
      fact(500, { platform: 'windows-server-2022', doneAt: isoIn(11, '22:10') }),
      fact(501, { platform: 'windows-10.22h2.x64', doneAt: isoIn(11, '22:10') }),
    ]
    const view = viewAt(june(13, '09:00'), {}, { machines })
    expect(view.waves.map(({ done, source }) => [done, source])).toEqual([
      [20, 'platform'],
      [30, 'platform'],
      [1, 'platform'],
    ])
  })
})

describe('a rollout of 10,000 machines over 13 waves', () => {
  const size = 10_000
  const thirteen = Array.from({ length: 13 }, (_, number) =>
    wave(`wave-${number}`, number < 12 ? 770 : 760, number === 0 ? {} : { waitsFor: [`wave-${number - 1}`] }),
  )
  const told = Array.from({ length: size }, (_, id): MachineFact => {
    const at = new Date(june(10, '22:00') + id * 20_000).toISOString()
    const failed = { at: new Date(june(10, '21:59') + id * 20_000).toISOString(), outcome: 'failed' as const }
    const attempts = [...(id % 50 === 0 ? [failed] : []), { at, outcome: 'installed' as const }]
    return fact(id + 1, { doneAt: id % 100 === 7 ? null : at, attempts: id % 100 === 7 ? [failed] : attempts })
  })
  const plan = planWith(thirteen)
  const now = june(12, '23:00')
  const known = computedPlan(plan, facts({ machines: told }), now)

  it('is the same in whatever order reports arrive, twice, and late', () => {
    expect(known.done).toBeGreaterThan(8000)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: size - 1 }), fc.integer({ min: 2, max: 97 }), (turn, step) => {
        const turned = [...told.slice(turn), ...told.slice(0, turn)]
        const mixed = Array.from({ length: step }, (_, from) => turned.filter((_, at) => at % step === from)).flat()
        // A report from before the attempt says less, and comes late.
        const early = mixed.filter((_, at) => at % 3 === 0).map((each) => ({ ...each, doneAt: null, attempts: [] }))
        const machines = [...mixed, ...early, ...mixed.slice(0, turn)]
        expect(computedPlan(plan, facts({ machines }), now)).toEqual(known)
      }),
      { numRuns: 5 },
    )
  })

  it('never counts more machines than there are, and every machine in one wave at most', () => {
    for (const { done, of } of known.waves) expect(done).toBeLessThanOrEqual(of)
    const { actual } = known.burnUp
    expect(actual.at(-1)).toEqual({ at: new Date(now).toISOString(), done: known.done })
    expect(actual.length).toBeLessThan(1000)
    for (const [at, { done }] of actual.entries()) expect(done).toBeGreaterThanOrEqual(actual[at - 1]?.done ?? 0)
  })
})
