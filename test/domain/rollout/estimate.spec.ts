import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assumedCurve, publishedCurve } from '../../../src/domain/rollout/curve.ts'
import { estimate, minutesOf } from '../../../src/domain/rollout/estimate.ts'
import type { MeasuredRollout } from '../../../src/contract/rollouts.ts'
import { calibrate, compareToEstimate, estimateOfRun, uncalibrated } from '../../../src/domain/rollout/measured.ts'

const curve = publishedCurve(
  [
    { machines: 50, minutes: 18 },
    { machines: 500, minutes: 94 },
  ],
  1,
)
const assumed = assumedCurve(10, 0.5)
const plain = { consoles: 1, restartMinutes: 0, failureShare: 0 }

describe('one go', () => {
  it.each([
    { what: 'one fix', jobs: [{ curve, machines: 50, mayRestart: true }], how: plain, minutes: 18 },
    {
      what: 'two fixes: they add up',
      jobs: [
        { curve, machines: 50, mayRestart: true },
        { curve: assumed, machines: 20, mayRestart: false },
      ],
      how: plain,
      minutes: 38,
    },
    {
      what: 'a restart: it counts once',
      jobs: [
        { curve, machines: 50, mayRestart: true },
        { curve: assumed, machines: 20, mayRestart: false },
      ],
      how: { ...plain, restartMinutes: 6 },
      minutes: 44,
    },
    {
      what: 'a second pass over a tenth',
      jobs: [{ curve: assumed, machines: 20, mayRestart: false }],
      how: { ...plain, failureShare: 0.1 },
      minutes: 31,
    },
    {
      what: 'no machine',
      jobs: [{ curve, machines: 0, mayRestart: true }],
      how: { ...plain, restartMinutes: 6 },
      minutes: 0,
    },
    {
      what: 'two consoles',
      jobs: [{ curve: assumed, machines: 20, mayRestart: false }],
      how: { ...plain, consoles: 2 },
      minutes: 15,
    },
  ])('with $what takes $minutes minutes', ({ jobs, how, minutes }) => {
    expect(minutesOf(jobs, how)).toBe(minutes)
    expect(estimate(jobs, how).minutes).toBe(minutes)
  })

  it('lies within its range, which is at least the half minute of rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 5 }), (machines, consoles) => {
        const { minutes, low, high } = estimate([{ curve, machines, mayRestart: true }], {
          ...plain,
          consoles,
          failureShare: 0.05,
        })
        expect(low).toBeLessThanOrEqual(minutes - 0.5)
        expect(high).toBeGreaterThanOrEqual(minutes + 0.5)
      }),
    )
  })

  it('is far less certain where the curve is an assumption', () => {
    const { low, high } = estimate([{ curve: assumed, machines: 20, mayRestart: false }], plain)
    expect([low, high]).toEqual([10, 30])
  })

  it.each([
    ['consoles', { ...plain, consoles: 0 }],
    ['restartMinutes', { ...plain, restartMinutes: -1 }],
    ['failureShare', { ...plain, failureShare: 1.5 }],
  ])('names %s when it is out of range', (field, how) => {
    expect(() => minutesOf([{ curve, machines: 1, mayRestart: true }], how)).toThrow(new RegExp(`^${field}: `))
  })
})

describe('measured runs', () => {
  const run = (minutes: number): MeasuredRollout => ({
    id: minutes,
    by: 'Ito',
    bulletin: 'MS05-019',
    machines: 50,
    consoles: 1,
    minutes,
    on: '2005-04-20',
  })
  const judged = compareToEstimate([16, 18, 20, 24, 1, 200].map(run), () => 20)

  it('give the median and the 10-90 % of their ratios', () => {
    const { runs, median, low, high } = calibrate(judged, '')
    expect(runs).toBe(4)
    expect([median, low, high].map((ratio) => ratio.toFixed(3))).toEqual(['0.950', '0.830', '1.140'])
  })

  it('that are out of all proportion are shown and left out, with the reason', () => {
    expect(judged.flatMap(({ excluded }) => excluded ?? [])).toEqual(['far-quicker', 'far-slower'])
  })

  it.each([
    { when: 'one alone names no tool', tools: [undefined], tool: '', runs: 0 },
    { when: 'one alone was made with another tool', tools: ['WSUS'], tool: 'Intune', runs: 0 },
    { when: 'one alone was made with the tool of the plan', tools: ['WSUS'], tool: 'wsus', runs: 1 },
    { when: 'some were made with the tool of the plan', tools: ['WSUS', 'Intune', undefined], tool: 'WSUS', runs: 1 },
    { when: 'several were made, none with the tool of the plan', tools: ['WSUS', undefined], tool: 'Intune', runs: 2 },
    { when: 'several were made, and the plan names no tool', tools: ['WSUS', 'Intune'], tool: '', runs: 2 },
  ])('correct by $runs of them when $when', ({ tools, tool, runs }) => {
    const made = tools.map((each) => ({ ...run(20), ...(each !== undefined && { tool: each }) }))
    expect(
      calibrate(
        compareToEstimate(made, () => 20),
        tool,
      ).runs,
    ).toBe(runs)
  })

  it('come first where they were on the platforms of the plan', () => {
    const on = (platform: string, minutes: number) => ({ ...run(minutes), fleet: [{ platform, count: 50 }] })
    const all = compareToEstimate([on('windows-11', 40), on('windows-10', 10), run(20)], () => 20)
    expect(calibrate(all, '', ['windows-11'])).toMatchObject({ runs: 1, median: 2 })
    expect(calibrate(all, '', ['windows-7'])).toMatchObject({ runs: 3, median: 1 })
  })

  it('of several fixes are held against all of them, each on its own machines', () => {
    const fixes = new Map([
      ['A', { id: 'A', curve, platforms: new Set(['windows-11', 'windows-10']), mayRestart: false }],
      ['B', { id: 'B', curve: assumed, platforms: new Set(['windows-10']), mayRestart: false }],
    ])
    const fleet = [
      { platform: 'windows-11', count: 30 },
      { platform: 'windows-10', count: 20 },
    ]
    const made = { ...run(60), bulletin: 'A', machines: 50, others: ['B'], fleet }
    // 50 machines take 18 minutes with the one, 20 machines 20 with the other.
    expect(estimateOfRun(made, (id) => fixes.get(id) ?? null)).toBe(38)
    expect(estimateOfRun(made, (id) => (id === 'A' ? (fixes.get(id) ?? null) : null))).toBeNull()
  })

  it('change nothing while there are none', () => {
    expect(calibrate([], '')).toEqual(uncalibrated)
    const calibration = calibrate(
      compareToEstimate([run(36), run(36)], () => 18),
      '',
    )
    expect(minutesOf([{ curve, machines: 50, mayRestart: true }], { ...plain, restartMinutes: 6, calibration })).toBe(
      42,
    )
  })
})
