import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { familyOf, isWithin, lineageOf, parentOf, platformTree } from '../../../src/domain/platforms/platforms.ts'
import { bulletin, platformId, platforms } from '../../support/arbitraries.ts'
import { countByPlatform } from '../../support/naive-filter.ts'

describe('a platform', () => {
  it.each([
    { platform: 'windows-2000.sp3', ancestor: 'windows-2000', within: true },
    { platform: 'windows-11.24h2.x64', ancestor: 'windows-11', within: true },
    { platform: 'windows-2000', ancestor: 'windows-2000.sp3', within: false },
    { platform: 'windows-2000-server', ancestor: 'windows-2000', within: false },
    { platform: 'windows-xp.sp2', ancestor: 'windows-xp.sp1', within: false },
  ])('$platform lies within $ancestor: $within', ({ platform, ancestor, within }) => {
    expect(isWithin(platform, ancestor)).toBe(within)
  })

  it('lies within itself and within all above it, from the nearest to its family', () => {
    fc.assert(
      fc.property(platformId, (id) => {
        const lineage = lineageOf(id)
        expect(lineage[0]).toBe(id)
        expect(lineage.at(-1)).toBe(familyOf(id))
        expect(lineage.every((above) => isWithin(id, above))).toBe(true)
        expect(lineage.map(parentOf)).toEqual([...lineage.slice(1), null])
      }),
    )
  })

  it('lies within what its ancestor lies within', () => {
    fc.assert(
      fc.property(platformId, platformId, platformId, (a, b, c) => {
        fc.pre(isWithin(a, b) && isWithin(b, c))
        expect(isWithin(a, c)).toBe(true)
      }),
    )
  })
})

describe('the platform tree', () => {
  const trees = fc.tuple(fc.shuffledSubarray(platforms), fc.array(bulletin, { maxLength: 6 }))

  it('names every platform and every family once, each after its parent', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async ([given, bulletins]) => {
        const ids = (await platformTree(given, countByPlatform(bulletins))).map(({ id }) => id)
        expect(ids.toSorted()).toEqual([...new Set(given.flatMap(({ id }) => lineageOf(id)))].toSorted())
        for (const [position, id] of ids.entries()) {
          const parent = parentOf(id)
          if (parent !== null) expect(ids.slice(0, position)).toContain(parent)
        }
      }),
    )
  })

  it('says of a family or version that only its parts stand for nothing that it went by', async () => {
    const parts = platforms.map((platform) => ({ ...platform, formerIds: [`other.${platform.id}`] }))
    const withFormer = (await platformTree(parts, new Map())).filter(({ formerIds }) => formerIds !== undefined)
    expect(withFormer.map(({ id }) => id).toSorted()).toEqual(platforms.map(({ id }) => id).toSorted())
  })

  it('counts for a platform at least what it counts for any below it, and never more than there are', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async ([given, bulletins]) => {
        const tree = await platformTree(given, countByPlatform(bulletins))
        for (const row of tree) {
          const below = tree.filter(({ parent }) => parent === row.id).map((child) => child.bulletins)
          expect(row.bulletins).toBeGreaterThanOrEqual(Math.max(0, ...below))
          expect(row.bulletins).toBeLessThanOrEqual(bulletins.length)
        }
      }),
    )
  })

  it('counts a bulletin once for a family however many of its versions it affects', () => {
    const ms05019 = {
      platforms: [
        { platform: 'windows-2000.sp3', rating: 1 as const },
        { platform: 'windows-2000.sp4', rating: 1 as const },
        { platform: 'windows-98', rating: 'no-fix' as const },
        { platform: 'windows-xp.sp2', rating: 'none' as const },
      ],
    }
    expect(Object.fromEntries(countByPlatform([ms05019]))).toEqual({
      'windows-2000': 1,
      'windows-2000.sp3': 1,
      'windows-2000.sp4': 1,
      'windows-98': 1,
    })
  })
})
