import { describe, expect, it } from 'vitest'
import type { Platform } from '../../../src/contract/platform.ts'
import { cellsOf, platformColumns } from '../../../src/domain/matrix/platform-columns.ts'

function platform(id: string): Platform {
  const [family = id, version = null, variant = null] = id.split('.')
  return { id, family, version, variant, label: { en: id }, kind: 'unknown', supportEndsOn: null }
}

const ids = ['2000', '2000.sp3', '2000.sp3.server', '2000.sp4', 'xp.sp1', 'xp.sp1.itanium', 'xp.sp2', 'home']
const tree = ids.map(platform)
const columns = (choice: Partial<Parameters<typeof platformColumns>[0]>) =>
  platformColumns({ touched: ids, chosen: [], unfolded: [], tree, ...choice }).map(({ id, columns: below }) => [
    id,
    below.map(({ id: column, platforms }) => `${column}: ${platforms.join(' ')}`),
  ])

describe('the columns of the matrix', () => {
  it('are versions, each with its variants, under their families in the order of the tree', () => {
    expect(columns({ touched: ids.toReversed() })).toEqual([
      ['2000', ['2000: 2000', '2000.sp3: 2000.sp3 2000.sp3.server', '2000.sp4: 2000.sp4']],
      ['xp', ['xp.sp1: xp.sp1 xp.sp1.itanium', 'xp.sp2: xp.sp2']],
      ['home', ['home: home']],
    ])
  })

  it('show every platform of an unfolded family', () => {
    expect(columns({ touched: ['xp.sp1', 'xp.sp1.itanium', '2000.sp3'], unfolded: ['xp'] })).toEqual([
      ['2000', ['2000.sp3: 2000.sp3']],
      ['xp', ['xp.sp1: xp.sp1', 'xp.sp1.itanium: xp.sp1.itanium']],
    ])
  })

  it('are only the chosen platforms and what is below them', () => {
    expect(columns({ chosen: ['2000.sp3', 'xp.sp2'] })).toEqual([
      ['2000', ['2000.sp3: 2000.sp3 2000.sp3.server']],
      ['xp', ['xp.sp2: xp.sp2']],
    ])
  })

  it('are whole families where there are very many versions, until one is unfolded', () => {
    const many = Array.from({ length: 90 }, (_, version) => `linux.v${version}`)
    expect(columns({ touched: ['home', ...many], tree: [...tree, ...many.map(platform)] })).toEqual([
      ['home', ['home: home']],
      ['linux', [`linux: ${many.join(' ')}`]],
    ])
    const [, linux] = platformColumns({ touched: ['home', ...many], chosen: [], unfolded: ['linux'], tree })
    expect(linux?.columns).toHaveLength(90)
  })

  it('tell which families can be unfolded', () => {
    const groups = platformColumns({ touched: ids, chosen: [], unfolded: [], tree })
    expect(groups.map(({ id, canUnfold }) => [id, canUnfold])).toEqual([
      ['2000', true],
      ['xp', true],
      ['home', false],
    ])
  })

  it('name a platform that the tree does not know by its id, and put it last', () => {
    const groups = platformColumns({ touched: ['beos.r5', 'home'], chosen: [], unfolded: [], tree })
    expect(groups.map(({ name, columns: below }) => [name, below.map((column) => column.name)])).toEqual([
      ['home', [null]],
      ['beos', ['beos.r5']],
    ])
  })
})

describe('the cells of a row', () => {
  const shown = platformColumns({ touched: ids, chosen: [], unfolded: [], tree }).flatMap((group) => group.columns)

  it('hold the worst rating in each column, and nothing where the row says nothing', () => {
    const ratings = [
      { platform: '2000.sp3', rating: 3 },
      { platform: '2000.sp3.server', rating: 1 },
      { platform: 'xp.sp2', rating: 'none' },
      { platform: 'home', rating: 'no-fix' },
    ] as const
    expect(cellsOf(ratings, shown).map((rated) => rated?.rating ?? null)).toEqual([
      null,
      1,
      null,
      null,
      'none',
      'no-fix',
    ])
  })

  it('are not affected only where that is said of each platform in the column', () => {
    const cells = (...not: string[]) =>
      cellsOf(
        not.map((id) => ({ platform: id, rating: 'none' as const })),
        shown,
      ).map((rated) => rated?.rating ?? null)
    expect(cells('2000.sp3', '2000.sp3.server')).toEqual([null, 'none', null, null, null, null])
    expect(cells('2000.sp3')).toEqual([null, null, null, null, null, null])
  })
})
