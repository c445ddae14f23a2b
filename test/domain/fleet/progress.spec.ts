import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckedMachine } from '../../../src/contract/coverage.ts'
import { progressOf } from '../../../src/domain/fleet/progress.ts'

const machines = new Map([
  ['a', 220],
  ['b', 14],
  ['c', 5],
])
const found = (name: string, isApplied: boolean | null): CheckedMachine => ({ name, isApplied })

describe('how far the fleet is', () => {
  it('is counted by platform, as far as machines were checked', () => {
    const checked = new Map([['KB1', [found('PC1', true), found('PC2', false), found('PC3', null)]]])
    expect(progressOf(machines, new Map([['KB1', ['a']]]), checked)).toEqual([
      { platforms: ['a'], fixes: ['KB1'], of: 220, applied: 1, missing: 1, unchecked: 218 },
      { platforms: ['b'], fixes: [], of: 14, applied: 0, missing: 0, unchecked: 14 },
      { platforms: ['c'], fixes: [], of: 5, applied: 0, missing: 0, unchecked: 5 },
    ])
  })

  it('is told of platforms together that have a fix in common: reports do not tell their machines apart', () => {
    const toInstall = new Map([
      ['KB1', ['a', 'c']],
      ['KB2', ['c']],
    ])
    const checked = new Map([
      ['KB1', [found('PC1', true), found('PC2', true)]],
      ['KB2', [found('pc2', false)]],
    ])
    expect(progressOf(machines, toInstall, checked)).toEqual([
      { platforms: ['a', 'c'], fixes: ['KB1', 'KB2'], of: 225, applied: 1, missing: 1, unchecked: 223 },
      { platforms: ['b'], fixes: [], of: 14, applied: 0, missing: 0, unchecked: 14 },
    ])
  })

  it('adds up: each platform is in one row, and the counts of a row are all of its machines', () => {
    const platforms = fc.constantFrom('a', 'b', 'c', 'd')
    const fixes = fc.uniqueArray(fc.tuple(fc.constantFrom('KB1', 'KB2', 'KB3'), fc.uniqueArray(platforms)), {
      selector: ([id]) => id,
    })
    const report = fc.uniqueArray(
      fc.record({ name: fc.constantFrom('x', 'y', 'z'), isApplied: fc.option(fc.boolean()) }),
      { selector: ({ name }) => name },
    )
    const reports = fc.uniqueArray(fc.tuple(fc.constantFrom('KB1', 'KB2', 'KB3'), report), { selector: ([id]) => id })
    const fleet = fc.uniqueArray(fc.tuple(platforms, fc.integer({ min: 1, max: 9 })), { selector: ([id]) => id })
    fc.assert(
      fc.property(fleet, fixes, reports, (lines, toInstall, checked) => {
        const rows = progressOf(new Map(lines), new Map(toInstall), new Map(checked))
        expect(rows.flatMap((row) => row.platforms).toSorted()).toEqual(lines.map(([id]) => id).toSorted())
        for (const { platforms: own, of, applied, missing, unchecked } of rows) {
          expect(unchecked).toBeGreaterThanOrEqual(0)
          expect(applied + missing + unchecked).toBe(of)
          const onFile = lines.filter(([id]) => own.includes(id)).reduce((sum, [, count]) => sum + count, 0)
          expect(of).toBeGreaterThanOrEqual(onFile)
        }
      }),
    )
  })
})
