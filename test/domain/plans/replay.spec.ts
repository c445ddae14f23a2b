import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { planStates } from '../../../src/contract/plans.ts'
import type { PlanContent, PlanEvent } from '../../../src/domain/plans/events.ts'
import { historyOf } from '../../../src/domain/plans/history.ts'
import { readyWaves } from '../../../src/domain/plans/ready-waves.ts'
import { replayed } from '../../../src/domain/plans/replay.ts'
import { countOf } from '../../../src/domain/rollout/waves.ts'
import { inputs, wave } from './support.ts'

const content = { name: 'June', owner: null, ticket: null, inputs, waves: [wave('pilot', 5), wave('rest', 90)] }
const at = '2031-06-09T01:00:00.000Z'
const created: PlanEvent = { id: 7, at, who: 'Sato', what: 'created', detail: { ...content, fleet: [] } }

type Said = PlanEvent extends infer E ? (E extends PlanEvent ? Pick<E, 'what' | 'detail'> : never) : never
const events = (...all: Said[]): PlanEvent[] => [
  created,
  ...all.map((said, index) => ({ id: 8 + index, at, who: 'Ito', ...said })),
]
const state = (name: (typeof planStates)[number]): Said => ({
  what: 'state-set',
  detail: { plan: 7, state: name, why: '' },
})
const changed = (more: Partial<PlanContent>): Said => ({
  what: 'changed',
  detail: { plan: 7, ...content, ...more, why: 'The rack moves' },
})

describe('a kept plan', () => {
  it('has the number of its first event, and the version of the last that changed it', () => {
    const count: Said = { what: 'counted', detail: { plan: 7, wave: 'pilot', done: 3, at } }
    expect(replayed(events())).toMatchObject({ id: 7, version: 7, bulletins: ['KB5000001'], state: 'draft' })
    expect(replayed(events(state('approved'), count))).toMatchObject({
      version: 8,
      approval: { by: 'Ito' },
      counts: [{ wave: 'pilot', done: 3, by: 'Ito' }],
    })
  })

  it('asks for another approval where other things are done or at other times, and not for a name', () => {
    const approved = [state('approved'), state('running')]
    expect(replayed(events(...approved, changed({ name: 'July' })))).toMatchObject({
      name: 'July',
      state: 'running',
      approval: { by: 'Ito' },
    })
    expect(replayed(events(...approved, changed({ waves: [wave('pilot', 6), wave('rest', 89)] })))).toMatchObject({
      state: 'draft',
      approval: null,
      startedAt: at,
    })
  })

  it('forgets the gates and counts of a wave that is taken out', () => {
    const opened: Said = { what: 'gate-opened', detail: { plan: 7, wave: 'rest', why: 'So', waits: [], stops: [] } }
    const count: Said = { what: 'counted', detail: { plan: 7, wave: 'rest', done: 3, at } }
    expect(replayed(events(opened, count))).toMatchObject({ opened: [{ wave: 'rest' }], counts: [{ wave: 'rest' }] })
    expect(replayed(events(opened, count, changed({ waves: [wave('pilot', 5)] })))).toMatchObject({
      opened: [],
      counts: [],
    })
  })

  it('takes the last count of a wave and moment', () => {
    const count = (done: number): Said => ({ what: 'counted', detail: { plan: 7, wave: 'pilot', done, at } })
    expect(replayed(events(count(3), count(5)))?.counts).toMatchObject([{ done: 5 }])
  })
})

describe('the history of a plan', () => {
  it('says what changed from what to what, and why', () => {
    const [last] = historyOf(
      events(
        changed({
          ticket: 'CHG-1',
          inputs: inputs.replace('c:2', 'c:3'),
          waves: [wave('pilot', 6), wave('servers', 9)],
        }),
      ),
    )
    expect(last?.why).toBe('The rack moves')
    expect(last?.changes).toMatchObject([
      { what: 'ticket', from: null, to: 'CHG-1' },
      { what: 'consoles', from: '2', to: '3' },
      { what: 'wave-removed', wave: 'rest' },
      { what: 'wave.machines', wave: 'pilot' },
      { what: 'wave-added', wave: 'servers' },
    ])
  })
})

describe('the ready rule', () => {
  const kinds = { 'windows-11.24h2': 'client', 'windows-server-2022': 'server', edge: 'application' } as const
  const kindOf = (platform: string) => kinds[platform as keyof typeof kinds]
  const given = { kindOf, pilotShare: 0.05, soakHours: 24 }

  it('makes a pilot of 5 % of every platform, then clients, then servers, then domain controllers', () => {
    const fleet = [
      { platform: 'windows-11.24h2', count: 240 },
      { platform: 'windows-server-2022', count: 60 },
      { platform: 'edge', count: 9 },
    ]
    const lines = [{ platform: 'windows-server-2022', machines: 4, roles: ['domain-controller'] }]
    expect(
      readyWaves({ ...given, fleet, lines }).map((each) => [each.key, countOf(each.machines), each.waitsFor]),
    ).toEqual([
      ['pilot', 12 + 3 + 1, []],
      ['clients', 228 + 8, ['pilot']],
      ['servers', 53, ['clients']],
      ['domain-controllers', 4, ['servers']],
    ])
  })

  it('places every machine once', () => {
    const counts = fc.record({ clients: fc.nat(500), servers: fc.nat(500), controllers: fc.nat(600) })
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ clients, servers, controllers }, pilotShare) => {
          const fleet = [
            { platform: 'windows-11.24h2', count: clients },
            { platform: 'windows-server-2022', count: servers },
          ]
          const lines = [{ platform: 'windows-server-2022', machines: controllers, roles: ['domain-controller'] }]
          const waves = readyWaves({ ...given, pilotShare, fleet, lines })
          for (const { platform, count } of fleet)
            expect(
              countOf(waves.flatMap(({ machines }) => machines).filter((each) => each.platform === platform)),
            ).toBe(count)
        },
      ),
    )
  })
})
