import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FixReason, FixState, PlatformFix, PlatformFixes } from '../../../src/contract/fixes.ts'
import { needlessIn } from '../../../src/domain/fixes/planned.ts'

const fix = (bulletin: string, state: FixState, reason: FixReason): PlatformFix => ({
  bulletin,
  state,
  reason,
  doubts: [],
  publishedOn: '2026-06-09',
})
const update = fix('KB1', 'install', { code: 'only' })
const hotpatch = fix('KB2', 'alternative', { code: 'hotpatch', of: 'KB1', lacks: false })
const older = fix('KB3', 'contained', { code: 'superseded', by: 'KB1' })
const on = (platform: string, ...products: PlatformFix[][]): PlatformFixes => ({
  platform,
  products: products.map((fixes, at) => ({ platforms: [`${platform}.${at}`], lines: [{ line: 'cumulative', fixes }] })),
  beside: [],
})

describe('of planned fixes', () => {
  it('the hotpatch is not needed beside its update, nor an older update', () => {
    expect(needlessIn(['KB2', 'KB1', 'KB3'], [on('a', [update, hotpatch, older])])).toEqual([
      { id: 'KB2', other: 'KB1', is: 'alternative', platforms: ['a'] },
      { id: 'KB3', other: 'KB1', is: 'contained', platforms: ['a'] },
    ])
  })

  it('a hotpatch alone is needed', () => expect(needlessIn(['KB2'], [on('a', [update, hotpatch])])).toEqual([]))

  it('one is needed where a product of the platform has nothing in its place', () => {
    const alone = fix('KB2', 'install', { code: 'only' })
    expect(needlessIn(['KB1', 'KB2'], [on('a', [update, hotpatch], [alone])])).toEqual([])
  })

  it('of three that replace each other in a circle, one is needed', () => {
    const circle = [
      fix('KB1', 'alternative', { code: 'superseded', by: 'KB3' }),
      fix('KB2', 'alternative', { code: 'superseded', by: 'KB1' }),
      fix('KB3', 'alternative', { code: 'superseded', by: 'KB2' }),
    ]
    expect(needlessIn(['KB1', 'KB2', 'KB3'], [on('a', circle)]).map(({ id }) => id)).toEqual(['KB1', 'KB2'])
  })

  it('one at least is left on each platform that any is for', () => {
    const reason = fc.constantFrom<FixReason>(
      { code: 'hotpatch', of: 'KB1', lacks: false },
      { code: 'superseded', by: 'KB2' },
      { code: 'superseded', by: 'KB3' },
      { code: 'superseded', by: 'KB1' },
    )
    const state = fc.constantFrom<FixState>('install', 'alternative', 'contained')
    const line = fc
      .tuple(state, reason, state, reason, state, reason)
      .map(([a, why, b, reasonOfB, c, reasonOfC]) => [
        fix('KB1', a, why),
        fix('KB2', b, reasonOfB),
        fix('KB3', c, reasonOfC),
      ])
    fc.assert(
      fc.property(line, fc.subarray(['KB1', 'KB2', 'KB3'], { minLength: 1 }), (fixes, planned) => {
        const needless = new Set(needlessIn(planned, [on('a', fixes)]).map(({ id }) => id))
        expect(planned.filter((id) => !needless.has(id)).length).toBeGreaterThan(0)
      }),
    )
  })
})
