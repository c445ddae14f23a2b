import { describe, expect, it } from 'vitest'
import { endOf, heightOf, machineMarks, minuteMarks, mostMachines } from '../../../src/web/rollout/answer/scale.ts'

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

  it('ends at the right, or where it goes through the top', () => {
    expect(endOf(line, 300, 400)).toEqual({ machines: 300, minutes: 310 })
    expect(endOf(line, 300, 210)).toEqual({ machines: 200, minutes: 210 })
  })
})
