import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import type { Platform } from '../../../src/contract/platform.ts'
import { completeRatings, matrixColumns, saidIn } from '../../../src/domain/matrix/merged-columns.ts'
import { familyOf } from '../../../src/domain/platforms/platforms.ts'
import { bulletin, platforms } from '../../support/arbitraries.ts'

type Case = { bulletin: Bulletin; tree: Platform[] }

const rated = (ratings: Record<string, 1 | 2 | 3 | 4 | 'no-fix' | 'none'>) => ({
  ratings: Object.entries(ratings).map(([platform, rating]) => ({ platform, rating })),
})
const columnsOf = (families: ReturnType<typeof matrixColumns>) => families.flatMap(({ columns }) => columns)

describe('the columns of the vulnerability table', () => {
  const cases = fc.record({ bulletin, tree: fc.shuffledSubarray(platforms) })
  const columnsFor = (given: Case) =>
    matrixColumns(
      given.bulletin.vulnerabilities,
      given.bulletin.platforms.map(({ platform }) => platform),
      given.tree,
    )

  it('hold every platform exactly once, known to the tree or not', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { vulnerabilities, platforms: own } = given.bulletin
        const named = [...own, ...vulnerabilities.flatMap(({ ratings }) => ratings)].map(({ platform }) => platform)
        const shown = columnsOf(columnsFor(given)).flatMap((column) => column.platforms)
        expect(shown.toSorted()).toEqual([...new Set(named)].toSorted())
      }),
    )
  })

  it('merge only platforms of one family that are rated alike in every row', () => {
    fc.assert(
      fc.property(cases, (given) => {
        for (const family of columnsFor(given)) {
          for (const { platforms: merged } of family.columns) {
            expect(new Set(merged.map(familyOf))).toEqual(new Set([family.id]))
            for (const row of given.bulletin.vulnerabilities) {
              expect(new Set(merged.map((platform) => saidIn(row, platform)?.rating)).size).toBe(1)
            }
          }
        }
      }),
    )
  })

  it('name the merged versions under their family, in the order of the tree', () => {
    const tree = ['SP3', 'SP4'].map((version) => ({
      id: `windows-2000.${version.toLowerCase()}`,
      family: 'Windows 2000',
      version,
      variant: null,
      label: { en: `Windows 2000 ${version}` },
      kind: 'unknown' as const,
      supportEndsOn: null,
    }))
    const alike = rated({ 'windows-2000.sp4': 1, 'windows-2000.sp3': 1 })
    expect(matrixColumns([alike], [], tree)).toEqual([
      {
        id: 'windows-2000',
        name: 'Windows 2000',
        columns: [{ platforms: ['windows-2000.sp3', 'windows-2000.sp4'], versions: ['SP3', 'SP4'] }],
      },
    ])
    const ratings = alike.ratings.map((each, at) => (at === 0 ? { ...each, status: 'last-affected' as const } : each))
    expect(columnsOf(matrixColumns([{ ratings }], [], tree))).toHaveLength(2)
    const unlike = rated({ 'windows-2000.sp4': 'none', 'windows-2000.sp3': 3 })
    expect(columnsOf(matrixColumns([alike, unlike], [], tree))).toHaveLength(2)
    const [sp4, sp3] = alike.ratings
    const fixed = {
      ratings: [{ ...sp4, rating: 'none', status: 'fixed' } as never, { ...sp3, rating: 'none' } as never],
    }
    expect(columnsOf(matrixColumns([fixed], [], tree))).toHaveLength(2)
  })
})

describe('the ratings of a bulletin', () => {
  it('are completed where it says itself that a platform is not affected, and nowhere else', () => {
    fc.assert(
      fc.property(bulletin, (given) => {
        const named = new Set(given.vulnerabilities.flatMap(({ ratings }) => ratings.map(({ platform }) => platform)))
        const unaffected = new Set(
          given.platforms
            .filter(({ platform, rating }) => rating === 'none' && !named.has(platform))
            .map(({ platform }) => platform),
        )
        for (const [position, row] of completeRatings(given).entries()) {
          const before = given.vulnerabilities[position]?.ratings ?? []
          expect(row.ratings.slice(0, before.length)).toEqual(before)
          for (const added of row.ratings.slice(before.length)) {
            expect(added.rating).toBe('none')
            expect(unaffected.has(added.platform)).toBe(true)
          }
          for (const platform of unaffected) expect(saidIn(row, platform)).toBeDefined()
        }
      }),
    )
  })
})
