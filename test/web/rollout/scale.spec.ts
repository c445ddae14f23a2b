import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apart, heightOf, machineMarks, minuteMarks, mostMachines } from '../../../src/web/rollout/answer/scale.ts'

const line = {
  consoles: 1,
  isChosen: true,
  points: [0, 100, 300].map((machines) => ({ machines, minutes: 10 + machines, low: 0, high: 0 })),
}

describe('the axes of the chart', () => {
  it.each([
    { fleet: 0, published: 0, most: 50 },
    { fleet: 0, published: 500, most: 1000 },
    { fleet: 620, published: 500, most: 1000 },
    { fleet: 900, published: 500, most: 2000 },
    { fleet: 10_000, published: 500, most: 20_000 },
  ])('reach $most machines for a fleet of $fleet', ({ fleet, published, most }) => {
    expect(mostMachines(fleet, published)).toBe(most)
  })

  it('are marked at round places', () => {
    expect(machineMarks(1000)).toEqual([0, 200, 400, 600, 800, 1000])
    expect(minuteMarks(94)).toEqual([0, 30, 60, 90, 120])
    expect(minuteMarks(1)).toEqual([0, 5, 10])
    expect(minuteMarks(20_000).at(-1)).toBeGreaterThanOrEqual(20_000)
  })
})

describe('a line of the chart', () => {
  it('is straight between its points', () => {
    expect(heightOf(line, 50)).toBe(60)
    expect(heightOf(line, 100)).toBe(110)
  })
})

describe('the names of lines', () => {
  it('stand where the lines end, moved no further than needed', () => {
    expect(apart([0.9, 0.5, 0.2], 0.1)).toEqual([0.9, 0.5, 0.2])
    expect(apart([0.5, 0.5], 0.1)).toEqual([0.5, 0.6])
  })

  it('never cover each other, and keep inside, where there is room for all', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }), (wanted) => {
        const places = apart(wanted, 0.1).toSorted((a, b) => a - b)
        for (const [at, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(-1e-9)
          expect(place).toBeLessThanOrEqual(1)
          expect(place - (places[at - 1] ?? -1)).toBeGreaterThan(0.1 - 1e-9)
        }
      }),
    )
  })
})
