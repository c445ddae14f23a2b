import { describe, expect, it } from 'vitest'
import type { GateState } from '../../../src/contract/plan-view.ts'
import type { KeptPlan } from '../../../src/contract/plans.ts'
import type { HoldFact, IssueFact, MachineFact } from '../../../src/domain/plans/facts.ts'
import { beginOf, foldedMachines } from '../../../src/domain/plans/machines.ts'
import { standingOf } from '../../../src/domain/plans/view.ts'
import { fact, inputs, isoIn, june, planWith, wave } from './support.ts'

/** A pilot, clients that wait for it, servers that wait for none, and the rest that waits for clients and servers. */
const waves = [
  wave('pilot', 20),
  wave('clients', 40, { waitsFor: ['pilot'] }),
  wave('servers', 10, { machines: [{ platform: 'windows-server-2022', count: 10 }] }),
  wave('rest', 5, { waitsFor: ['clients', 'servers'] }),
]

const count = (key: string, done: number, at: string, failed?: { tried: number; failed: number }) => ({
  wave: key,
  done,
  at,
  by: 'Ito',
  ...failed,
})

type Given = { holds?: HoldFact[]; issues?: IssueFact[]; machines?: MachineFact[]; now?: number }

function gatesOfPlan(
  more: Partial<KeptPlan>,
  { holds = [], issues = [], machines = [], now = june(12, '09:00') }: Given = {},
) {
  const plan = planWith(waves, more)
  const known = { bulletins: [], holds, issues, machines: foldedMachines(machines, beginOf(plan)) }
  return Object.fromEntries<GateState>(standingOf(plan, known, now).gates)
}

const piloted = count('pilot', 20, isoIn(10, '22:31'))

describe('a gate', () => {
  it('of a wave that waits for none is open', () => {
    expect(gatesOfPlan({})['servers']).toEqual({ state: 'open', since: null })
  })

  it('waits for as many machines as the share still needs, of each wave', () => {
    const gates = gatesOfPlan({ counts: [count('pilot', 16, isoIn(10, '22:31'))] })
    expect(gates['clients']).toEqual({
      state: 'waits',
      waits: [{ wave: 'pilot', machines: 3, donePercent: 80, neededPercent: 95 }],
    })
    expect(gates['rest']).toMatchObject({
      state: 'waits',
      waits: [
        { wave: 'clients', machines: 38 },
        { wave: 'servers', machines: 10 },
      ],
    })
  })

  it('opens once the share has soaked', () => {
    expect(gatesOfPlan({ counts: [piloted] }, { now: june(11, '12:00') })['clients']).toEqual({
      state: 'opens-at',
      at: isoIn(11, '22:31'),
    })
    expect(gatesOfPlan({ counts: [piloted] })['clients']).toEqual({ state: 'open', since: isoIn(11, '22:31') })
  })

  it('is stopped by more failed first attempts than its limit, with figure and limit', () => {
    const at = isoIn(10, '22:31')
    const few = gatesOfPlan({ counts: [count('pilot', 100, at, { tried: 100, failed: 3 })] })
    expect(few['clients']).toMatchObject({ state: 'open' })
    const many = gatesOfPlan({ counts: [count('pilot', 20, at, { tried: 20, failed: 1 })] })
    expect(many['clients']).toEqual({
      state: 'stopped',
      stops: [{ by: 'failures', wave: 'pilot', failed: 1, tried: 20, percent: 5, limit: 3 }],
    })
  })

  it('that is stopped stops those that wait for it, and no others', () => {
    const gates = gatesOfPlan({ counts: [count('pilot', 20, isoIn(10, '22:31'), { tried: 20, failed: 4 })] })
    expect(gates['rest']).toEqual({ state: 'stopped', stops: [{ by: 'wave', wave: 'clients' }] })
    expect(gates['servers']).toMatchObject({ state: 'open' })
    expect(gates['pilot']).toMatchObject({ state: 'open' })
  })

  it('is stopped by a known issue that was seen after the wave before it has begun, not by one from before', () => {
    const issue = { bulletin: 'KB5000001', issue: 'i1', title: { en: 'It hangs' } }
    const counts = [piloted]
    const before = gatesOfPlan({ counts }, { issues: [{ ...issue, at: isoIn(10, '12:00') }] })
    expect(before['clients']).toMatchObject({ state: 'open' })
    const after = gatesOfPlan({ counts }, { issues: [{ ...issue, at: isoIn(11, '12:00') }] })
    expect(after['clients']).toEqual({
      state: 'stopped',
      stops: [{ by: 'new-issue', ...issue, at: isoIn(11, '12:00') }],
    })
    expect(after['servers']).toMatchObject({ state: 'open' })
  })

  const hold: HoldFact = {
    id: 7,
    bulletins: null,
    platforms: ['windows-11'],
    roles: [],
    reason: 'It hangs',
    until: '2031-06-20',
    at: isoIn(11, '12:00'),
  }
  const ofHold = (machines: number | null) => ({
    by: 'hold',
    hold: 7,
    reason: 'It hangs',
    until: '2031-06-20',
    machines,
  })

  it('is stopped by a hold on machines of its wave that are still to be done', () => {
    const gates = gatesOfPlan({ counts: [piloted, count('clients', 10, isoIn(12, '01:00'))] }, { holds: [hold] })
    expect(gates['clients']).toEqual({ state: 'stopped', stops: [ofHold(30)] })
    expect(gates['servers']).toMatchObject({ state: 'open' })
    expect(
      gatesOfPlan({ counts: [piloted] }, { holds: [{ ...hold, bulletins: ['KB5000002'] }] })['clients'],
    ).toMatchObject({ state: 'open' })
  })

  it('is stopped by a hold on a role where machines may have it, without their number, as the holds say', () => {
    const kiosks = { ...hold, roles: ['kiosk'] }
    const clientsWith = (...roles: string[][]) =>
      gatesOfPlan(
        {
          counts: [piloted],
          fleet: roles.map((each) => ({ platform: 'windows-11.24h2.x64', edition: null, machines: 9, roles: each })),
        },
        { holds: [kiosks] },
      )['clients']
    // Nobody has said what these machines are for.
    expect(clientsWith()).toEqual({ state: 'stopped', stops: [ofHold(null)] })
    expect(clientsWith(['kiosk'], ['office'])).toEqual({ state: 'stopped', stops: [ofHold(null)] })
    expect(clientsWith(['kiosk'])).toEqual({ state: 'stopped', stops: [ofHold(40)] })
    expect(clientsWith(['office'])).toMatchObject({ state: 'open' })
  })

  describe('of a wave of which every machine is known', () => {
    const ids = [101, 102, 103, 104]
    const known = (roles: (id: number) => string[]) =>
      ids.map((id) => fact(id, { roles: roles(id), doneAt: id === 101 ? isoIn(11, '23:00') : null }))
    const clients = wave('clients', 4, { machineIds: ids, waitsFor: ['pilot'] })
    const last = wave('last', 3, {
      machines: [{ platform: 'windows-server-2022', count: 3 }],
      waitsFor: ['clients'],
    })
    const kiosks = { ...hold, roles: ['kiosk'] }
    const standing = (holds: HoldFact[], machines: MachineFact[]) => {
      const plan = planWith([wave('pilot', 20), clients, last], { counts: [piloted] })
      const facts = { bulletins: [], holds, issues: [], machines: foldedMachines(machines, beginOf(plan)) }
      return standingOf(plan, facts, june(12, '09:00'))
    }

    it('is open while some of them are held: these wait, and who waits for the wave waits for them', () => {
      const { gates, held } = standing(
        [kiosks],
        known((id) => [id === 104 ? 'kiosk' : 'office']),
      )
      expect(gates.get('clients')).toMatchObject({ state: 'open' })
      expect(held.get('clients')).toMatchObject([{ machines: 1, isWhole: false, waiting: [{ machine: 104 }] }])
      expect(gates.get('last')).toMatchObject({ state: 'waits', waits: [{ machines: 3 }] })
    })

    it('is stopped when all that are left are held, or may be', () => {
      const all = standing(
        [kiosks],
        known(() => ['kiosk']),
      )
      expect(all.gates.get('clients')).toEqual({ state: 'stopped', stops: [ofHold(3)] })
      const unsaid = standing(
        [kiosks],
        known(() => []),
      )
      expect(unsaid.gates.get('clients')).toEqual({ state: 'stopped', stops: [ofHold(null)] })
    })

    it('is held by no hold on a fix that they do not lack', () => {
      const other = { ...hold, bulletins: ['KB5000002'] }
      const plan = { bulletins: ['KB5000001', 'KB5000002'] }
      const machines = foldedMachines(
        ids.flatMap((id) => [fact(id), ...(id === 102 ? [fact(id, { fix: 'KB5000002' })] : [])]),
        0,
      )
      const facts = { bulletins: [], holds: [other], issues: [], machines }
      const { held } = standingOf(planWith([clients], plan), facts, june(12, '09:00'))
      expect(held.get('clients')).toMatchObject([{ machines: 1, waiting: [{ machine: 102 }] }])
    })
  })

  it('is opened by a person, who knew what was there; what comes up since stops it again', () => {
    const opened = [{ wave: 'clients', by: 'Sato', at: isoIn(11, '08:00'), why: 'One rack has no power' }]
    const counts = [count('pilot', 16, isoIn(10, '22:31'), { tried: 20, failed: 4 })]
    expect(gatesOfPlan({ counts, opened })['clients']).toMatchObject({
      state: 'opened-by-hand',
      by: 'Sato',
      why: 'One rack has no power',
      waits: [{ machines: 3 }],
      stops: [{ by: 'failures', percent: 20 }],
    })
    expect(gatesOfPlan({ counts, opened }, { holds: [hold] })['clients']).toEqual({
      state: 'stopped',
      stops: [ofHold(40)],
    })
    const earlier = { ...hold, at: isoIn(11, '07:00') }
    expect(gatesOfPlan({ counts, opened }, { holds: [earlier] })['clients']).toMatchObject({ state: 'opened-by-hand' })
  })

  it('of a wave that is done is open, whatever comes up', () => {
    const counts = [piloted, count('clients', 40, isoIn(12, '01:00'))]
    expect(gatesOfPlan({ counts }, { holds: [hold] })['clients']).toEqual({ state: 'open', since: isoIn(11, '22:31') })
  })

  it('counts first attempts of machines: a retry that succeeds does not undo a first that failed', () => {
    const failed = { at: isoIn(10, '22:10'), outcome: 'failed' as const, code: '0x800F0922' }
    const installed = { at: isoIn(11, '00:10'), outcome: 'installed' as const }
    const machines = Array.from({ length: 20 }, (_, id) =>
      fact(id + 1, { doneAt: isoIn(11, '00:10'), attempts: id < 2 ? [installed, failed] : [installed] }),
    )
    expect(gatesOfPlan({}, { machines })['clients']).toMatchObject({
      stops: [{ by: 'failures', failed: 2, tried: 20, percent: 10 }],
    })
    // Attempts from before the plan's first day were another rollout, whenever a person said that it runs.
    const started = { startedAt: isoIn(11, '08:00') }
    expect(gatesOfPlan(started, { machines })['clients']).toMatchObject({ state: 'stopped' })
    const later = { ...started, inputs: inputs.replace('2031-06-10', '2031-06-11') }
    expect(gatesOfPlan(later, { machines })['clients']).toMatchObject({ state: 'open' })
  })
})
