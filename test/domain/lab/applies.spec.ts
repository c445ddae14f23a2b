import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Platform } from '../../../src/contract/platform.ts'
import type { ProductStatus, Rating } from '../../../src/contract/words.ts'
import { appliesTo } from '../../../src/domain/lab/applies.ts'
import { platformId, rating } from '../../support/arbitraries.ts'

const kinds: Record<string, Platform['kind']> = {
  'windows-11.24h2': 'client',
  'windows-11.24h2.x64': 'client',
  'windows-11.24h2.arm64': 'client',
  'windows-10.22h2': 'client',
  'windows-server-2025.rtm': 'server',
  'windows-2000.sp4': 'unknown',
  'windows-xp.sp1': 'client',
  'windows-xp.sp1a': 'client',
  'office.2019': 'application',
}
const known = new Map(Object.entries(kinds).map(([id, kind]) => [id, { kind }]))
const rated = (ratings: Record<string, Rating>, status?: ProductStatus) =>
  Object.entries(ratings).map(([platform, found]) => ({ platform, rating: found, ...(status && { status }) }))

describe('whether a fix is for the platform of an OS edition', () => {
  it.each<{
    where: string
    ratings: Record<string, Rating>
    status?: ProductStatus
    on: string
    expected: boolean | null
  }>([
    { where: 'it names a part of it', ratings: { 'windows-11.24h2.x64': 1 }, on: 'windows-11.24h2', expected: true },
    {
      where: 'it names all of it',
      ratings: { 'windows-11.24h2': 'unrated' },
      on: 'windows-11.24h2.x64',
      expected: true,
    },
    { where: 'it names other systems only', ratings: { 'windows-11.24h2': 1 }, on: 'windows-10.22h2', expected: false },
    {
      where: 'a system is server and client',
      ratings: { 'windows-2000.sp4': 1 },
      on: 'windows-10.22h2',
      expected: false,
    },
    { where: 'it is not affected', ratings: { 'windows-2000.sp4': 'none' }, on: 'windows-2000.sp4', expected: false },
    {
      where: 'nothing is offered for it',
      ratings: { 'windows-2000.sp4': 'no-fix' },
      on: 'windows-2000.sp4',
      expected: false,
    },
    {
      where: 'a part of it is not affected',
      ratings: { 'windows-11.24h2.x64': 'none' },
      on: 'windows-11.24h2',
      expected: null,
    },
    {
      where: 'it has the fix',
      ratings: { 'windows-2000.sp4': 'none' },
      status: 'fixed',
      on: 'windows-2000.sp4',
      expected: null,
    },
    {
      where: 'it names a product that runs on it',
      ratings: { 'office.2019': 1 },
      on: 'windows-10.22h2',
      expected: null,
    },
    {
      where: 'it names a product, too',
      ratings: { 'windows-11.24h2': 1, 'office.2019': 1 },
      on: 'windows-10.22h2',
      expected: null,
    },
    {
      where: 'it names a version that may be the same',
      ratings: { 'windows-xp.sp1': 1 },
      on: 'windows-xp.sp1a',
      expected: null,
    },
    { where: 'it names what nobody knows', ratings: { 'beos.r5': 1 }, on: 'windows-10.22h2', expected: null },
    { where: 'it names nothing', ratings: {}, on: 'windows-10.22h2', expected: null },
    {
      where: 'it offers nothing for any system',
      ratings: { 'windows-11.24h2': 'no-fix' },
      on: 'windows-10.22h2',
      expected: null,
    },
    { where: 'nobody knows the platform', ratings: { 'windows-11.24h2': 1 }, on: 'beos.r5', expected: null },
  ])('is $expected where $where', ({ ratings, status, on, expected }) => {
    expect(appliesTo(rated(ratings, status), on, known)).toBe(expected)
  })

  it('is never denied of what the bulletin names with a fix', () => {
    const all = new Map(['windows-98', 'windows-2000', 'windows-xp'].map((id) => [id, { kind: 'client' as const }]))
    const ratings = fc.array(fc.record({ platform: platformId, rating }), { minLength: 1 })
    fc.assert(
      fc.property(ratings, (given) => {
        const fixed = given.filter((each) => each.rating !== 'none' && each.rating !== 'no-fix')
        expect(fixed.map(({ platform }) => appliesTo(given, platform, all))).not.toContain(false)
      }),
    )
  })
})
