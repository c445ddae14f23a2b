import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assumedCurve, lineThrough, minutesOn, publishedCurve } from '../../../src/domain/rollout/curve.ts'

const ms05019 = [
  { machines: 50, minutes: 18 },
  { machines: 100, minutes: 27 },
  { machines: 250, minutes: 52 },
  { machines: 500, minutes: 94 },
]
const curve = publishedCurve(ms05019, 1)

describe('the curve of MS05-019', () => {
  it.each([
    { machines: 0, consoles: 1, minutes: 0 },
    { machines: 50, consoles: 1, minutes: 18 },
    { machines: 100, consoles: 1, minutes: 27 },
    { machines: 250, consoles: 1, minutes: 52 },
    { machines: 500, consoles: 1, minutes: 94 },
    { machines: 500, consoles: 2, minutes: 52 },
    { machines: 499, consoles: 2, minutes: 52 },
    { machines: 375, consoles: 1, minutes: 73 },
  ])(
    'gives exactly $minutes minutes for $machines machines with $consoles consoles',
    ({ machines, consoles, minutes }) => {
      expect(minutesOn(curve, machines, consoles)).toBe(minutes)
    },
  )

  it('follows the line of least squares outside: about 9.87 + 0.1684 n', () => {
    const { atZero, perMachine } = lineThrough(ms05019)
    expect(atZero).toBeCloseTo(9.87, 2)
    expect(perMachine).toBeCloseTo(0.1684, 4)
    expect(minutesOn(curve, 1000, 1)).toBeCloseTo(atZero + 1000 * perMachine, 9)
    expect(Math.abs(minutesOn(curve, 1000, 1) - 178)).toBeLessThan(2)
    expect(minutesOn(curve, 10, 1)).toBeCloseTo(atZero + 10 * perMachine, 9)
  })

  it('needs few knots to be drawn', () => {
    expect(curve.knots.length).toBeLessThan(12)
  })
})

const points = fc.uniqueArray(
  fc.record({ machines: fc.integer({ min: 1, max: 2000 }), minutes: fc.integer({ min: 0, max: 900 }) }),
  { minLength: 1, maxLength: 8, selector: ({ machines }) => machines },
)
const machines = fc.nat(5000)
const consoles = fc.integer({ min: 1, max: 9 })

describe('any published curve', () => {
  it('never falls, and is never negative', () => {
    fc.assert(
      fc.property(points, machines, machines, consoles, (given, a, b, c) => {
        const any = publishedCurve(given, 1)
        const [fewer, more] = [minutesOn(any, Math.min(a, b), c), minutesOn(any, Math.max(a, b), c)]
        expect(fewer).toBeGreaterThanOrEqual(0)
        expect(more).toBeGreaterThanOrEqual(fewer - 1e-9)
      }),
    )
  })

  it('is exact at every published point that takes no less than those before it', () => {
    fc.assert(
      fc.property(points, (given) => {
        const any = publishedCurve(given, 1)
        const inOrder = given.toSorted((a, b) => a.machines - b.machines)
        const rising = inOrder.filter(({ minutes }, at) =>
          inOrder.slice(0, at).every((before) => before.minutes <= minutes),
        )
        expect(rising.map(({ machines: count }) => minutesOn(any, count, 1))).toEqual(
          rising.map(({ minutes }) => minutes),
        )
      }),
    )
  })

  it('takes no longer with more consoles', () => {
    fc.assert(
      fc.property(points, machines, consoles, (given, count, c) => {
        const any = publishedCurve(given, 2)
        expect(minutesOn(any, count, c + 1)).toBeLessThanOrEqual(minutesOn(any, count, c) + 1e-9)
      }),
    )
  })
})

describe('an assumed curve', () => {
  it('is its set-up and so much for each machine', () => {
    expect(minutesOn(assumedCurve(10, 0.5), 20, 1)).toBe(20)
    expect(minutesOn(assumedCurve(10, 0.5), 20, 2)).toBe(15)
  })
})

describe('what is out of range is named', () => {
  it.each([
    ['points', () => publishedCurve([], 1)],
    ['consoles', () => publishedCurve(ms05019, 0)],
    ['machines', () => publishedCurve([{ machines: 0.5, minutes: 1 }], 1)],
    ['minutes', () => publishedCurve([{ machines: 5, minutes: Number.NaN }], 1)],
    ['machines', () => minutesOn(curve, -1, 1)],
    ['consoles', () => minutesOn(curve, 1, 1.5)],
    ['setupMinutes', () => assumedCurve(-1, 1)],
    ['minutesPerMachine', () => assumedCurve(1, Number.NaN)],
  ])('%s', (field, make) => {
    expect(make).toThrow(new RegExp(`^${field}: `))
  })
})
