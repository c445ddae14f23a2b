import { describe, expect, it } from 'vitest'
import { PlatformRating } from '../../../src/contract/summary-fields.ts'
import { matrixView } from '../../../src/domain/matrix/view.ts'
import { encodeTable } from '../../../src/domain/table/encode.ts'
import { openTable } from '../../../src/domain/table/open.ts'
import * as z from 'zod'

/** A matrix of rows that affect one platform each, of which the first screen has so many. */
function viewOf(platforms: readonly string[], sight: number) {
  const rows = platforms.map((platform) => ({ platforms: [{ platform, rating: 2 as const }] }))
  const table = openTable<(typeof rows)[number]>(encodeTable(rows, { platforms: z.array(PlatformRating) }))
  return matrixView({
    source: { count: rows.length, lists: table.columns.platforms, parts: (row) => [row] },
    factsOf: () => ({
      state: null,
      isMine: false,
      rank: 2,
      attention: 4,
      due: null,
      machines: 0,
      day: '',
      isUrgent: false,
    }),
    own: [],
    chosen: [],
    unfolded: [],
    opened: [],
    tree: [],
    room: 20,
    sight,
    canFold: false,
  })
}

describe('the last column of the matrix', () => {
  const platforms = ['office.2016', 'office.2016', 'office.2016', 'office.2016', 'office.2016', 'edge.1', 'java.1']

  it('is late where its rows are further down than the first screen', () => {
    expect(viewOf(platforms, 3)).toMatchObject({ isLastLate: true })
  })

  it('is there at once where the first screen has one of its rows', () => {
    expect(viewOf(platforms, 7)).toMatchObject({ isLastLate: false })
  })
})
