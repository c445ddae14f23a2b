import { describe, expect, it } from 'vitest'
import type { PlanWave } from '../../../src/contract/plans.ts'
import {
  clashesOf,
  movedWave,
  rebasedDraft,
  withAnother,
  withoutWave,
  type PlanDraft,
} from '../../../src/web/plans/actions/edit-plan.ts'
import { apartOnAxis, burnUpMarks, machinesAt } from '../../../src/web/plans/curve/scale.ts'
import { drawn, laneLength } from '../../../src/web/plans/waves/lane.ts'

const wave = (key: string, ...waitsFor: string[]): PlanWave => ({
  key,
  name: '',
  machines: [{ platform: 'windows-11.24h2', count: 10 }],
  waitsFor,
  gate: { donePercent: 95, failurePercent: 3, soakHours: 24, noNewIssues: true },
})
const waves = [wave('pilot'), wave('wave-1', 'pilot'), wave('wave-2', 'wave-1')]
const waits = (all: readonly PlanWave[]) => all.map(({ key, waitsFor }) => `${key} ${waitsFor.join('+')}`.trim())

describe('the waves of an edit', () => {
  it('wait for no wave that comes after them once one has moved', () => {
    expect(waits(movedWave(waves, 'wave-1', -1))).toEqual(['wave-1', 'pilot', 'wave-2 wave-1'])
    expect(waits(movedWave(waves, 'pilot', -1))).toEqual(waits(waves))
  })

  it('wait for what a wave that is gone has waited for', () => {
    expect(waits(withoutWave(waves, 'wave-1'))).toEqual(['pilot', 'wave-2 pilot'])
  })

  it('get another one at the end under a key that none has', () => {
    expect(waits(withAnother(waves)).at(-1)).toBe('wave-3 wave-2')
  })
})

describe('two edits of one plan', () => {
  const base: PlanDraft = { name: 'June', owner: null, ticket: null, inputs: '1', waves }
  const mine = { ...base, name: 'July' }

  it('come together where they changed other things', () => {
    const theirs = { ...base, owner: 'Ito' }
    expect(rebasedDraft(base, mine, theirs)).toEqual({ ...base, name: 'July', owner: 'Ito' })
    expect(clashesOf(base, mine, theirs)).toEqual([{ field: 'name', isBoth: false }])
  })

  it('say where both have changed the same', () => {
    expect(clashesOf(base, mine, { ...base, name: 'August' })).toEqual([{ field: 'name', isBoth: true }])
  })
})

describe('the axes of a burn-up', () => {
  it('have whole machines, each mark once', () => {
    expect(burnUpMarks(620)).toEqual([0, 155, 310, 465, 620])
    expect(burnUpMarks(2)).toEqual([0, 1, 2])
    expect(burnUpMarks(0)).toEqual([0])
  })

  it('name moments that are apart, the last one always', () => {
    expect(apartOnAxis([0, 5, 50, 98, 100], { start: 0, end: 100 }, 0.1)).toEqual([5, 50, 100])
  })

  it('read a curve straight between its points, and as at its ends beyond them', () => {
    const points = [
      { at: 10, machines: 0 },
      { at: 20, machines: 100 },
    ]
    expect([0, 10, 15, 20, 99].map((at) => machinesAt(points, at))).toEqual([0, 0, 50, 100, 100])
    expect(machinesAt([], 5)).toBe(0)
  })
})

describe('the lane of a wave', () => {
  const minute = 60_000
  const planned = { from: 0, half: 10 * minute, ninety: 20 * minute, last: 25 * minute }

  it('is a round length with room for what comes later', () => {
    expect(laneLength([planned]) / minute).toBe(30)
    expect(laneLength([]) / minute).toBe(30)
  })

  it('ends with the last machine, or goes on to the edge where that has not come', () => {
    expect(drawn(planned, 0, 50 * minute)).toEqual({ from: 0, to: 0.5, dots: [0.2, 0.4], end: 0.5, isOpen: false })
    expect(drawn({ ...planned, last: null }, 0, 50 * minute)).toMatchObject({ to: 0.4, end: null, isOpen: true })
    expect(drawn({ from: null, half: null, ninety: null, last: null }, 0, minute)).toBeNull()
  })
})
