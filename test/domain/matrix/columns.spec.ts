import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FleetLine } from '../../../src/contract/fleet.ts'
import type { PlatformCount } from '../../../src/contract/platform.ts'
import { PlatformRating } from '../../../src/contract/summary-fields.ts'
import type { Rating } from '../../../src/contract/words.ts'
import { isAffected } from '../../../src/domain/bulletin/severity.ts'
import { columnsInSight, platformColumns, othersId } from '../../../src/domain/matrix/columns.ts'
import { ownPlatforms } from '../../../src/domain/matrix/own.ts'
import { sharedLists } from '../../../src/domain/matrix/shared-lists.ts'
import {
  cellsOf,
  columnsOf,
  firstColumns,
  fixedIn,
  touchedBy,
  worstIn,
  type RatedRows,
} from '../../../src/domain/matrix/rows.ts'
import { countedAs, familyOf, isWithin, lineageOf } from '../../../src/domain/platforms/platforms.ts'
import { encodeTable } from '../../../src/domain/table/encode.ts'
import { openTable } from '../../../src/domain/table/open.ts'
import * as z from 'zod'

type Row = { platforms: PlatformRating[] }

/** The rows as the index has them, in columns. */
function rowsOf(rows: readonly Row[]): RatedRows {
  const table = openTable<Row>(encodeTable(rows, { platforms: z.array(PlatformRating) }))
  return { lists: table.columns.platforms, listOf: Uint32Array.from(rows.keys()) }
}

const affecting = (...platforms: string[]): Row => ({
  platforms: platforms.map((platform) => ({ platform, rating: 2 })),
})

const kindOf = (id: string) => (id.includes('server') ? 'server' : id.startsWith('windows') ? 'client' : 'application')

/** A tree of the platforms and of all above them. */
const treeOf = (ids: readonly string[]): PlatformCount[] =>
  [...new Set(ids.flatMap((id) => lineageOf(id).toReversed()))].map((id) => ({
    id,
    family: familyOf(id),
    version: null,
    variant: null,
    label: { en: id },
    kind: kindOf(id),
    supportEndsOn: null,
    parent: null,
    bulletins: 1,
    ...(!ids.includes(id) && { isGroup: true }),
  }))

const machines = (platform: string, count = 1): FleetLine => ({ platform, edition: null, machines: count })

type Given = {
  rows: readonly Row[]
  fleet?: readonly FleetLine[]
  unfolded?: string[]
  chosen?: string[]
  room?: number
  days?: string[]
}

function columnsFor({ rows, fleet = [], unfolded = [], chosen = [], room = 20, days = [] }: Given) {
  const tree = treeOf(rows.flatMap(({ platforms }) => platforms.map(({ platform }) => platform)))
  return platformColumns({
    source: rowsOf(rows),
    own: ownPlatforms(fleet, tree),
    chosen,
    unfolded,
    tree,
    isPlain: () => true,
    dayOf: (row) => days[row] ?? '2031-06-10',
    room,
  })
}

const named = (given: Given) => columnsFor(given).map(({ id, platforms }) => `${id}: ${platforms.join(' ')}`)

describe('the columns of the matrix', () => {
  it('begin with our own platforms in the order of the fleet, each with its machines', () => {
    const fleet = [
      machines('windows-server-2019', 220),
      machines('windows-11.24h2.x64', 226),
      machines('windows-11.24h2.arm64', 14),
    ]
    const rows = [
      affecting('windows-11.24h2.x64', 'windows-11.24h2.arm64', 'office.2016'),
      affecting('windows-server-2019.rtm'),
    ]
    expect(columnsFor({ rows, fleet }).map(({ id, kind, machines: count }) => [id, kind, count])).toEqual([
      ['windows-server-2019', 'own', 220],
      ['windows-11.24h2', 'own', 240],
      ['office', 'family', null],
    ])
  })

  it('put beside ours what else is touched of a family', () => {
    const rows = [affecting('windows-11.24h2.x64', 'windows-11.23h2.x64')]
    expect(named({ rows, fleet: [machines('windows-11.24h2')] })).toEqual([
      'windows-11.24h2: windows-11.24h2.x64',
      'windows-11: windows-11.23h2.x64',
    ])
  })

  it('do not take an edition with a name of its own for the server of the fleet', () => {
    const rows = [affecting('windows-server-2022.rtm', 'windows-server-2022.23h2.server-core')]
    expect(named({ rows, fleet: [machines('windows-server-2022')] })).toEqual([
      'windows-server-2022: windows-server-2022.rtm',
      'windows-server-2022: windows-server-2022.23h2.server-core',
    ])
  })

  it('count what is said of a family for our version of it, and for the others', () => {
    expect(named({ rows: [affecting('windows-11')], fleet: [machines('windows-11.24h2')] })).toEqual([
      'windows-11.24h2: windows-11',
      'windows-11: windows-11',
    ])
  })

  it('follow with servers, clients, applications and Linux, the newest first', () => {
    const rows = [
      affecting('azure-linux.3-0'),
      affecting('windows-server-2016', 'windows-server-2025', 'windows-10.22h2', 'windows-11.24h2'),
      affecting('office.2016'),
      affecting('windows-7.sp1'),
    ]
    const fleet = [machines('windows-server-2022')]
    const days = ['2031-06-10', '2031-06-10', '2031-06-10', '2020-01-14']
    expect(columnsFor({ rows, fleet, days }).map(({ id }) => id)).toEqual([
      'windows-server-2025',
      'windows-server-2016',
      'windows-11',
      'windows-10',
      'windows-7',
      'office',
      'azure-linux',
    ])
  })

  it('are families by number of rows where there is no fleet', () => {
    const rows = [affecting('office.2016', 'windows-11.24h2'), affecting('office.2019')]
    expect(columnsFor({ rows }).map(({ id, rows: count }) => [id, count])).toEqual([
      ['office', 2],
      ['windows-11', 1],
    ])
  })

  it('show each version of an unfolded family', () => {
    const rows = [affecting('windows-11.24h2.x64', 'windows-11.24h2.arm64', 'windows-11.23h2.x64')]
    expect(named({ rows, unfolded: ['windows-11'] })).toEqual([
      'windows-11.24h2: windows-11.24h2.arm64 windows-11.24h2.x64',
      'windows-11.23h2: windows-11.23h2.x64',
    ])
  })

  it('gather in a last one what there is no room for, until that is unfolded', () => {
    const rows = [affecting('a', 'b', 'c'), affecting('a')]
    expect(named({ rows, room: 2 })).toEqual(['a: a', 'others: b c'])
    expect(named({ rows, room: 2, unfolded: [othersId] })).toEqual(['a: a', 'b: b', 'c: c'])
  })

  it('have families that say nothing on the first screen in the last one, and none of ours', () => {
    const columns = columnsFor({ rows: [affecting('a', 'b', 'c'), affecting('a', 'own')], fleet: [machines('own')] })
    const inSight = columnsInSight(columns, (column) => columns[column]?.id === 'a')
    expect(inSight.map(({ id, platforms, folded }) => [id, platforms, folded])).toEqual([
      ['own', ['own'], 1],
      ['a', ['a'], 1],
      [othersId, ['b', 'c'], 2],
    ])
    expect(columnsInSight(columns, (column) => columns[column]?.id !== 'c')).toEqual(columns)
  })

  it('are only the chosen platforms and what is below them', () => {
    const rows = [affecting('windows-11.24h2.x64', 'windows-10.22h2.x64', 'office.2016')]
    expect(named({ rows, chosen: ['windows-11', 'office.2016'] })).toEqual([
      'office: office.2016',
      'windows-11: windows-11.24h2.x64',
    ])
  })
})

const id = fc
  .tuple(
    fc.constantFrom('windows-11', 'windows-server-2022', 'office', 'linux', 'a'),
    fc.constantFrom('', '.rtm', '.23h2', '.v1'),
    fc.constantFrom('', '.x64', '.core'),
  )
  .map(([family, version, variant]) => `${family}${version}${version === '' ? '' : variant}`)
const rating = fc.constantFrom<Rating>(1, 2, 3, 4, 'unrated', 'no-fix', 'none')
const row = fc.uniqueArray(fc.record({ platform: id, rating }), { selector: ({ platform }) => platform, maxLength: 8 })
const given = fc.record({
  rows: fc.array(
    row.map((platforms) => ({ platforms })),
    { maxLength: 8 },
  ),
  fleet: fc.uniqueArray(id, { maxLength: 4 }).map((ids) => ids.map((each) => machines(each))),
  unfolded: fc.subarray(['windows-11', 'linux', othersId]),
  room: fc.integer({ min: 1, max: 6 }),
})

const touchedIn = ({ platforms }: Row) =>
  platforms.filter((each) => isAffected(each.rating)).map(({ platform }) => platform)

describe('any columns of the matrix', () => {
  it('are never empty, begin with ours, and have every platform that a row affects', () => {
    fc.assert(
      fc.property(given, (asked) => {
        const columns = columnsFor(asked)
        const touched = new Set(asked.rows.flatMap(touchedIn))
        for (const { platforms } of columns) expect(platforms.some((platform) => touched.has(platform))).toBe(true)
        expect(new Set(columns.flatMap(({ platforms }) => platforms))).toEqual(touched)
        const kinds = columns.map(({ kind }) => kind)
        expect(kinds.lastIndexOf('own')).toBe(kinds.filter((kind) => kind === 'own').length - 1)
        const order = [...new Set(asked.fleet.map(({ platform }) => countedAs(platform)))]
        const own = columns.filter(({ kind }) => kind === 'own').map((column) => column.id)
        expect(own).toEqual(order.filter((each) => own.includes(each)))
      }),
    )
  })

  it('give each row that affects anything a cell, and each platform of the fleet what is said of it', () => {
    fc.assert(
      fc.property(given, (asked) => {
        const columns = columnsFor(asked)
        const of = columnsOf(columns)
        for (const [at, each] of asked.rows.entries()) {
          const cells = cellsOf(each.platforms, columns, of)
          const isTouched = touchedIn(each).length > 0
          expect(cells.some((cell) => cell !== null && isAffected(cell.rating))).toBe(isTouched)
          const first = cells.findIndex((cell) => cell !== null && isAffected(cell.rating))
          if (isTouched) expect(firstColumns(rowsOf(asked.rows), of, columns.length)(at)).toBe(first)
          for (const { platform } of asked.fleet)
            if (touchedIn(each).some((named) => isWithin(platform, named)))
              expect(columns.map((column) => column.id)).toContain(countedAs(platform))
        }
      }),
    )
  })

  it('are the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(
        given.chain((asked) =>
          fc.tuple(fc.constant(asked), fc.shuffledSubarray([...asked.rows], { minLength: asked.rows.length })),
        ),
        ([asked, shuffled]) => {
          expect(columnsFor({ ...asked, rows: shuffled })).toEqual(columnsFor(asked))
        },
      ),
    )
  })

  it('count rows that affect the same as they count them one by one', () => {
    const tallied = fc.record({ isPlain: fc.boolean(), day: fc.constantFrom('2031-05-13', '2031-06-10', '2031-07-08') })
    fc.assert(
      fc.property(given, fc.array(fc.tuple(fc.nat(7), tallied), { maxLength: 30 }), (asked, picked) => {
        const { lists } = rowsOf(asked.rows)
        const shown = picked.filter(([row]) => row < asked.rows.length)
        const shared = sharedLists(
          lists,
          asked.rows.map((_, row) => [row]),
        )
        const listOf = Uint32Array.from(shown, ([row]) => shared.listOf[row] ?? -1)
        const source = { lists: shared.lists, listOf }
        const touched = touchedBy(source, {
          keysOf: (platform) => lineageOf(platform),
          isPlain: (row) => shown[row]?.[1].isPlain === true,
          dayOf: (row) => shown[row]?.[1].day ?? '',
        })
        const keys = new Set(
          shown.flatMap(([row]) => touchedIn(asked.rows[row] ?? { platforms: [] })).flatMap(lineageOf),
        )
        expect(new Set(touched.keys())).toEqual(keys)
        for (const [key, told] of touched) {
          const own = shown.flatMap(([row, tally]) =>
            touchedIn(asked.rows[row] ?? { platforms: [] }).some((id) => isWithin(id, key)) ? [tally] : [],
          )
          const days = own.map(({ day }) => day).toSorted()
          expect(told).toMatchObject({
            rows: own.length,
            plain: own.filter(({ isPlain }) => isPlain).length,
            latest: days.at(-1),
          })
        }
      }),
    )
  })

  it('fold rows to the worst that any of them says', () => {
    fc.assert(
      fc.property(given, (asked) => {
        const columns = columnsFor(asked)
        const of = columnsOf(columns)
        const all = asked.rows.flatMap(({ platforms }) => platforms.filter((each) => isAffected(each.rating)))
        const everyRow = asked.rows.map((_, at) => at)
        expect(worstIn(rowsOf(asked.rows), everyRow, of, columns.length)).toEqual(
          cellsOf(all, columns, of).map((cell) => cell?.rating ?? null),
        )
      }),
    )
  })
})

describe('the cells of a row', () => {
  const columns = [{ platforms: ['xp.sp1', 'xp.sp1.itanium'] }, { platforms: ['home'] }]
  const cells = (...ratings: PlatformRating[]) =>
    cellsOf(ratings, columns, columnsOf(columns)).map((rated) => rated?.rating ?? null)

  it('hold the worst rating in each column, and nothing where the row says nothing', () => {
    expect(cells({ platform: 'xp.sp1', rating: 3 }, { platform: 'xp.sp1.itanium', rating: 1 })).toEqual([1, null])
    expect(cells({ platform: 'home', rating: 'no-fix' })).toEqual([null, 'no-fix'])
  })

  it('are not affected only where that is said of each platform in the column', () => {
    expect(cells({ platform: 'xp.sp1', rating: 'none' })).toEqual([null, null])
    expect(cells({ platform: 'xp.sp1', rating: 'none' }, { platform: 'xp.sp1.itanium', rating: 'none' })).toEqual([
      'none',
      null,
    ])
  })

  it('have a fix to install only where one is offered', () => {
    const { lists } = rowsOf([
      { platforms: [{ platform: 'xp.sp1', rating: 'no-fix' }] },
      {
        platforms: [
          { platform: 'xp.sp1', rating: 1 },
          { platform: 'home', rating: 2 },
        ],
      },
    ])
    expect(fixedIn(lists, [0, 1], columnsOf(columns), 2)).toEqual([[1], [1]])
  })
})
