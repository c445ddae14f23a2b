import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assumedCurve, publishedCurve } from '../../../src/domain/rollout/curve.ts'
import { minutesOf } from '../../../src/domain/rollout/estimate.ts'
import { planWaves, type Plan, type PlanInput } from '../../../src/domain/rollout/plan.ts'
import { countOf, wavesOf, type Machines } from '../../../src/domain/rollout/waves.ts'
import type { Stretch } from '../../../src/domain/rollout/windows.ts'

const hour = 3_600_000
const curve = assumedCurve(10, 0.5)

/** Minutes by a set-up and a share for each machine, so that two goes never take less than one. */
const minutesWith = (consoles: number) => (machines: readonly Machines[]) =>
  minutesOf([{ curve, machines: countOf(machines), mayRestart: true }], {
    consoles,
    restartMinutes: 6,
    failureShare: 0,
  })

const nights = (count: number, hours: number): Stretch[] =>
  Array.from({ length: count }, (_, night) => ({ from: night * 24 * hour, to: (night * 24 + hours) * hour }))

const input = ({ consoles = 1, ...choice }: Partial<PlanInput>): PlanInput => ({
  waves: [],
  open: nights(20, 4),
  consoles,
  minutesFor: minutesWith(consoles),
  soakHours: 0,
  marginMinutes: 0,
  ...choice,
})

const fleet = fc.uniqueArray(fc.record({ platform: fc.constantFrom('a', 'b', 'c', 'd'), count: fc.nat(400) }), {
  selector: ({ platform }) => platform,
  minLength: 1,
})
const waves = fc
  .record({
    fleet,
    pilotShare: fc.double({ min: 0, max: 0.3, noNaN: true }),
    groups: fc.array(fc.subarray(['a', 'b', 'c', 'd']), { maxLength: 3 }),
  })
  .map((choice) => ({ choice, waves: wavesOf(choice) }))
const open = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 30 }), length: fc.integer({ min: 1, max: 9 }) }), { maxLength: 12 })
  .map((stretches) => {
    let at = 0
    return stretches.map(({ gap, length }) => {
      const from = at + gap * hour
      at = from + length * hour
      return { from, to: at }
    })
  })
const any = fc.record({
  given: waves,
  open,
  consoles: fc.integer({ min: 1, max: 4 }),
  soakHours: fc.integer({ min: 0, max: 40 }),
  marginMinutes: fc.integer({ min: 0, max: 60 }),
})
const planOf = ({ given, ...rest }: typeof any extends fc.Arbitrary<infer T> ? T : never) =>
  input({ waves: given.waves, ...rest })
const finishOf = ({ finish, segments, misfits }: Plan) =>
  misfits.length > 0 ? Infinity : (finish ?? (segments.length > 0 ? Infinity : 0))

describe('the waves', () => {
  it('hold every machine of the fleet once', () => {
    fc.assert(
      fc.property(waves, ({ choice, waves: made }) => {
        for (const { platform, count } of choice.fleet) {
          const placed = made.flatMap(({ machines }) => machines).filter((each) => each.platform === platform)
          expect(countOf(placed)).toBe(count)
        }
      }),
    )
  })

  it('begin with a share of every platform', () => {
    expect(
      wavesOf({
        fleet: [
          { platform: 'a', count: 30 },
          { platform: 'b', count: 1 },
        ],
        pilotShare: 0.05,
        groups: [['b'], ['a']],
      }),
    ).toEqual([
      {
        number: 0,
        machines: [
          { platform: 'a', count: 2 },
          { platform: 'b', count: 1 },
        ],
      },
      { number: 2, machines: [{ platform: 'a', count: 28 }] },
    ])
  })
})

describe('a plan', () => {
  it('places all machines once, or tells those that do not fit', () => {
    fc.assert(
      fc.property(any, (case_) => {
        const plan = planWaves(planOf(case_))
        const placed = countOf(plan.segments.flatMap(({ machines }) => machines))
        const left = plan.misfits.reduce((sum, { machines }) => sum + machines, 0)
        expect(placed + left).toBe(countOf(case_.given.choice.fleet))
      }),
    )
  })

  it('leaves no window, keeps the margin and lets each wave soak', () => {
    fc.assert(
      fc.property(any, (case_) => {
        const { segments } = planWaves(planOf(case_))
        for (const [at, { from, to, wave }] of segments.entries()) {
          const window = case_.open.find((stretch) => from >= stretch.from && from < stretch.to)
          expect(to + case_.marginMinutes * 60_000).toBeLessThanOrEqual((window?.to ?? 0) + 1)
          const before = segments[at - 1]
          if (before === undefined) continue
          const pause = before.wave === wave ? 0 : case_.soakHours * hour
          expect(from).toBeGreaterThanOrEqual(before.to + pause)
        }
      }),
    )
  })

  it('starts and ends at whole milliseconds, as calendars need', () => {
    const thirds = wavesOf({ fleet: [{ platform: 'a', count: 7 }], pilotShare: 0.2, groups: [] })
    const { segments } = planWaves(input({ waves: thirds, minutesFor: (machines) => countOf(machines) / 7 }))
    expect(segments.flatMap(({ from, to }) => [from, to]).filter((at) => !Number.isInteger(at))).toEqual([])
  })

  it('never finishes later with more consoles', () => {
    fc.assert(
      fc.property(any, (case_) => {
        const more = planWaves(planOf({ ...case_, consoles: case_.consoles + 1 }))
        expect(finishOf(more)).toBeLessThanOrEqual(finishOf(planWaves(planOf(case_))))
      }),
    )
  })

  it('never finishes earlier when a window is split', () => {
    fc.assert(
      fc.property(any, fc.nat(), (case_, choice) => {
        const at = case_.open.length > 0 ? choice % case_.open.length : 0
        const split = case_.open.flatMap(({ from, to }, position) =>
          position === at
            ? [
                { from, to: (from + to) / 2 },
                { from: (from + to) / 2, to },
              ]
            : [{ from, to }],
        )
        expect(finishOf(planWaves(planOf({ ...case_, open: split })))).toBeGreaterThanOrEqual(
          finishOf(planWaves(planOf(case_))),
        )
      }),
    )
  })

  it('of no machine has nothing to do', () => {
    expect(
      planWaves(input({ waves: wavesOf({ fleet: [{ platform: 'a', count: 0 }], pilotShare: 1, groups: [] }) })),
    ).toEqual({
      segments: [],
      finish: null,
      idleMinutes: 0,
      misfits: [],
    })
  })

  it('sends on what does not fit before the window closes, and counts the time between as idle', () => {
    const [wave] = wavesOf({ fleet: [{ platform: 'a', count: 500 }], pilotShare: 0, groups: [] })
    const { segments, idleMinutes } = planWaves(input({ waves: wave ? [wave] : [] }))
    // 16 minutes of set-up and restart leave 224 of 240 minutes: 448 machines at half a minute.
    expect(segments.map(({ machines }) => countOf(machines))).toEqual([448, 52])
    expect(idleMinutes).toBe(20 * 60)
  })
})

/** Waves of one platform, each waiting for any of those before it. */
const waiting = fc
  .array(
    fc.record({
      count: fc.nat(300),
      soakHours: fc.integer({ min: 0, max: 40 }),
      notBefore: fc.option(fc.integer({ min: 0, max: 200 * hour }), { nil: undefined }),
      waitsFor: fc.array(fc.nat(20), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 13 },
  )
  .map((all) =>
    all.map(({ count, soakHours, notBefore, waitsFor }, number) => ({
      number,
      machines: [{ platform: 'a', count }].filter((each) => each.count > 0),
      soakHours,
      ...(notBefore !== undefined && { notBefore }),
      waitsFor: number === 0 ? [] : [...new Set(waitsFor.map((each) => each % number))],
    })),
  )
const gated = fc.record({ waves: waiting, open, consoles: fc.integer({ min: 1, max: 4 }), marginMinutes: fc.nat(60) })

describe('waves that wait for one another', () => {
  it('each begin after all that they wait for have ended and soaked, and not before their time', () => {
    fc.assert(
      fc.property(gated, (given) => {
        const { segments, misfits } = planWaves(input(given))
        for (const { wave: number, from } of segments) {
          const { waitsFor = [], soakHours = 0, notBefore = -Infinity } = given.waves[number] ?? {}
          expect(from).toBeGreaterThanOrEqual(notBefore)
          for (const other of waitsFor) {
            expect(misfits.some(({ wave }) => wave === other)).toBe(false)
            for (const { wave, to } of segments)
              if (wave === other) expect(from).toBeGreaterThanOrEqual(to + soakHours * hour)
          }
        }
      }),
    )
  })

  it('place every machine once or tell of it, and never two goes at once', () => {
    fc.assert(
      fc.property(gated, (given) => {
        const { segments, misfits } = planWaves(input(given))
        for (const { number, machines } of given.waves) {
          const placed = countOf(segments.filter(({ wave }) => wave === number).flatMap((each) => each.machines))
          const left = misfits.find(({ wave }) => wave === number)?.machines ?? 0
          expect(placed + left).toBe(countOf(machines))
        }
        for (const [at, { from }] of segments.entries())
          expect(from).toBeGreaterThanOrEqual(segments[at - 1]?.to ?? -Infinity)
      }),
    )
  })

  it('never finish later with more consoles', () => {
    fc.assert(
      fc.property(gated, (given) => {
        const more = planWaves(input({ ...given, consoles: given.consoles + 1 }))
        expect(finishOf(more)).toBeLessThanOrEqual(finishOf(planWaves(input(given))))
      }),
    )
  })

  it('of a wave that does not fit only those do not start that wait for it', () => {
    const wave = (number: number, count: number, waitsFor: number[]) => ({
      number,
      waitsFor,
      machines: [{ platform: 'a', count }],
    })
    const plan = planWaves(input({ waves: [wave(0, 1000, []), wave(1, 5, [0]), wave(2, 5, [])], open: nights(1, 4) }))
    expect(plan.misfits.map(({ wave: number }) => number)).toEqual([0, 1, 2])
    const later = planWaves(
      input({ waves: [wave(0, 448, []), wave(1, 5, [0]), wave(2, 5, [])], open: nights(2, 4), soakHours: 99 }),
    )
    expect(later.misfits.map(({ wave: number }) => number)).toEqual([1])
    expect(later.segments.map(({ wave: number }) => number)).toEqual([0, 2])
  })
})

describe('what does not fit', () => {
  const whole = wavesOf({ fleet: [{ platform: 'a', count: 900 }], pilotShare: 0, groups: [] })

  it('is told by wave, machines and minutes', () => {
    const plan = planWaves(input({ waves: whole, open: nights(2, 4) }))
    expect([plan.finish, plan.misfits]).toEqual([
      null,
      [{ wave: 1, machines: 4, minutes: 18, minutesForOne: 16.5, isTooShort: false }],
    ])
  })

  it('is told as too short a window where even one machine takes longer', () => {
    expect(planWaves(input({ waves: whole, open: nights(9, 0.25) })).misfits).toEqual([
      { wave: 1, machines: 900, minutes: 466, minutesForOne: 16.5, isTooShort: true },
    ])
  })
})

it('plans MS05-019 for 620 machines with two consoles in an hour', () => {
  const published = publishedCurve(
    [
      { machines: 50, minutes: 18 },
      { machines: 100, minutes: 27 },
      { machines: 250, minutes: 52 },
      { machines: 500, minutes: 94 },
    ],
    1,
  )
  const minutes = minutesOf([{ curve: published, machines: 620, mayRestart: true }], {
    consoles: 2,
    restartMinutes: 0,
    failureShare: 0,
  })
  expect(minutes).toBeCloseTo(62.08, 2)
})
