import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Platform } from '../../../src/contract/platform.ts'
import { ratings as worstFirst } from '../../../src/domain/bulletin/severity.ts'
import { alikeColumns, saidOfColumn, worstOfColumns } from '../../../src/domain/matrix/alike-columns.ts'
import { columnHead } from '../../../src/domain/matrix/column-head.ts'
import { familyOf, isWithin } from '../../../src/domain/platforms/platforms.ts'
import { bulletin, platformId } from '../../support/arbitraries.ts'
import { groupRatings, platformListsIn } from '../../../src/domain/bulletin/ratings.ts'

const cases = fc.record({
  given: bulletin,
  fleet: fc.array(platformId, { maxLength: 3 }),
  atMost: fc.integer({ min: 1, max: 6 }),
})
const platformsOf = ({ vulnerabilities, platforms }: typeof bulletin extends fc.Arbitrary<infer B> ? B : never) => [
  ...new Set([...platforms.map(({ platform }) => platform), ...[...platformListsIn(vulnerabilities)].flat()]),
]
const rated = (ratings: Record<string, 1 | 2 | 'none'>) => ({
  ratings: groupRatings(Object.entries(ratings).map(([platform, rating]) => ({ platform, rating }))),
})

describe('the columns of a bulletin', () => {
  it('hold every platform once, in no more columns than there is place for', () => {
    fc.assert(
      fc.property(cases, ({ given, fleet, atMost }) => {
        const all = platformsOf(given)
        const { shown, rest } = alikeColumns(given.vulnerabilities, all, fleet, atMost)
        expect([...shown, ...rest].flatMap(({ platforms }) => platforms).toSorted()).toEqual(all.toSorted())
        expect(shown.length + Number(rest.length > 0)).toBeLessThanOrEqual(atMost)
      }),
    )
  })

  it('say in every row what each of their platforms says', () => {
    fc.assert(
      fc.property(cases, ({ given, fleet, atMost }) => {
        const { shown, rest } = alikeColumns(given.vulnerabilities, platformsOf(given), fleet, atMost)
        for (const row of given.vulnerabilities) {
          for (const column of [...shown, ...rest])
            for (const platform of column.platforms)
              expect(row.ratings.find((each) => each.platforms.includes(platform))?.rating).toBe(
                saidOfColumn(row, column)?.rating,
              )
          const said = new Set(rest.flatMap((column) => saidOfColumn(row, column)?.rating ?? []))
          const worst = worstOfColumns(row, rest)?.rating
          expect(worst).toBe(worstFirst.find((rating) => said.has(rating)))
        }
      }),
    )
  })

  it('keep the platforms of the fleet apart and first', () => {
    fc.assert(
      fc.property(cases, ({ given, fleet, atMost }) => {
        const { shown, rest } = alikeColumns(given.vulnerabilities, platformsOf(given), fleet, atMost)
        const isOwn = (id: string) => fleet.some((own) => isWithin(id, own) || isWithin(own, id))
        for (const { platforms, isMine } of [...shown, ...rest])
          expect(platforms.every((id) => isOwn(id) === isMine)).toBe(true)
        const marks = shown.map(({ isMine }) => isMine)
        expect(marks).toEqual(marks.toSorted((a, b) => Number(b) - Number(a)))
      }),
    )
  })

  it('are by family where there is place for that, and across families where all are alike', () => {
    const all = ['a.1', 'a.2', 'b.1']
    const columns = (...rows: ReturnType<typeof rated>[]) =>
      alikeColumns(rows, all, [], 3).shown.map(({ platforms }) => platforms)
    expect(columns(rated({ 'a.1': 1, 'a.2': 2, 'b.1': 1 }))).toEqual([['a.1'], ['a.2'], ['b.1']])
    expect(columns(rated({ 'a.1': 1, 'a.2': 1, 'b.1': 1 }))).toEqual([['a.1', 'a.2', 'b.1']])
  })

  it('that are shown are those that most rows have something for', () => {
    const rows = [rated({ a: 1, b: 'none', c: 2 }), rated({ a: 2, b: 'none', c: 1 }), rated({ a: 1, b: 2, c: 'none' })]
    const { shown, rest } = alikeColumns(rows, ['b', 'c', 'a'], [], 2)
    expect(shown.map(({ platforms }) => platforms)).toEqual([['a']])
    expect(rest.map(({ platforms }) => platforms)).toEqual([['b'], ['c']])
  })
})

describe('the head of a column', () => {
  const tree = new Map(
    [
      ['windows-11.24h2.x64', 'Windows 11', '24H2', 'x64'],
      ['windows-11.24h2.arm64', 'Windows 11', '24H2', 'ARM64'],
      ['windows-server-2025.rtm', 'Windows Server 2025', 'RTM', null],
      ['windows-server-2025.rtm.server-core', 'Windows Server 2025', 'RTM', 'Server Core'],
    ].map(([id = '', family = '', version = null, variant = null]): [string, Platform] => [
      id ?? '',
      {
        id: id ?? '',
        family: family ?? '',
        version,
        variant,
        label: { en: id ?? '' },
        kind: 'client',
        supportEndsOn: null,
      },
    ]),
  )
  const [x64, arm64, server, core] = [...tree.keys()] as [string, string, string, string]

  it.each([
    ['a whole version goes by its name', [x64, arm64], { name: 'Windows 11', parts: ['24H2'], families: 0 }],
    ['a part of it names its variants', [x64], { name: 'Windows 11', parts: ['24H2 x64'], families: 0 }],
    ['a first release goes by its family', [server, core], { name: 'Windows Server 2025', parts: [], families: 0 }],
    ['other families are counted', [x64, arm64, server, core], { name: 'Windows 11', parts: ['24H2'], families: 1 }],
    ['a platform that nobody knows goes by its id', ['x.1'], { name: familyOf('x.1'), parts: [], families: 0 }],
  ])('%s', (_, column, head) => {
    expect(columnHead(column, [x64, arm64, server, core], tree)).toEqual(head)
  })
})
