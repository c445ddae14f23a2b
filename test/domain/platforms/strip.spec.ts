import fc from 'fast-check'
import { expect, it } from 'vitest'
import { platformStrip } from '../../../src/domain/platforms/strip.ts'
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
