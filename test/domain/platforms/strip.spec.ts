import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { platformStrip, shortStrip } from '../../../src/domain/platforms/strip.ts'
import { familyOf } from '../../../src/domain/platforms/platforms.ts'
import { isAffected } from '../../../src/domain/bulletin/severity.ts'
import { bulletin, platforms } from '../../support/arbitraries.ts'

it('gives every affected platform one cell, under its family, whether the platform is known or not', () => {
  fc.assert(
    fc.property(bulletin, fc.shuffledSubarray(platforms), ({ platforms: rated }, known) => {
      const strip = platformStrip(rated, known)
      const cells = strip.flatMap((family) => family.cells.map(({ id, rating }) => ({ platform: id, rating })))
      const byId = (a: { platform: string }, b: { platform: string }) => a.platform.localeCompare(b.platform)
      expect(cells.toSorted(byId)).toEqual(rated.filter(({ rating }) => isAffected(rating)).toSorted(byId))
      for (const family of strip)
        expect(new Set(family.cells.map(({ id }) => familyOf(id)))).toEqual(new Set([family.id]))
    }),
  )
})

it('names versions in the order of the platform tree', () => {
  const rated = ['windows-xp.sp2', 'windows-2000.sp4', 'windows-2000.sp3', 'windows-98'].map((platform) => ({
    platform,
    rating: 1 as const,
  }))
  const strip = platformStrip(rated, platforms)
  expect(strip.map(({ id, cells }) => [id, ...cells.map(({ label }) => label)])).toEqual([
    ['windows-98', 'windows-98'],
    ['windows-2000', 'sp3', 'sp4'],
    ['windows-xp', 'sp2'],
  ])
})

describe('a strip cut to a line', () => {
  const cells = fc.array(
    fc.record({ id: fc.string(), label: fc.string({ minLength: 1 }), rating: fc.constant(1 as const) }),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  const strips = fc.array(fc.record({ id: fc.string(), name: fc.string(), cells }), { minLength: 1, maxLength: 9 })
  const count = (families: { cells: unknown[] }[]) => families.reduce((sum, family) => sum + family.cells.length, 0)

  it('counts what it leaves out, and leaves out nothing where there is room', () => {
    fc.assert(
      fc.property(strips, fc.nat(200), (strip, room) => {
        const short = shortStrip(strip, room)
        expect(count(short.families)).toBeGreaterThan(0)
        expect(count(short.families) + short.more).toBe(count(strip))
        expect(shortStrip(strip, Infinity)).toEqual({ families: strip, more: 0 })
      }),
    )
  })

  it('begins with the platforms that one has', () => {
    const family = (id: string, ...versions: string[]) => ({
      id,
      name: id,
      cells: versions.map((label) => ({ id: `${id}.${label}`, label, rating: 1 as const })),
    })
    const strip = [family('windows-10', '1507', '22h2'), family('windows-11', '24h2')]
    const mine = shortStrip(strip, 20, (id) => id === 'windows-11.24h2')
    expect(mine).toEqual({ families: [family('windows-11', '24h2')], more: 2 })
    expect(shortStrip(strip, 22, (id) => id === 'windows-10.22h2')).toEqual({
      families: [family('windows-10', '22h2')],
      more: 2,
    })
  })

  it('goes on with the platforms that are rated worst', () => {
    const cell = (id: string, rating: 1 | 2 | 3) => ({ id, label: id, rating })
    const strip = [
      { id: 'net', name: 'net', cells: [cell('net.4', 2)] },
      { id: 'windows', name: 'windows', cells: [cell('windows.7', 3), cell('windows.10', 1)] },
    ]
    const order = (isMine: (id: string) => boolean) =>
      shortStrip(strip, 99, isMine).families.flatMap(({ cells }) => cells.map(({ id }) => id))
    expect(order(() => false)).toEqual(['windows.10', 'windows.7', 'net.4'])
    expect(order((id) => id === 'net.4')).toEqual(['net.4', 'windows.10', 'windows.7'])
  })
})
