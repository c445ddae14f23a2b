import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { tableOf } from '../../../src/contract/table.ts'
import { IndexRow, IndexTable } from '../../../src/contract/summary.ts'
import { summarise } from '../../../src/domain/bulletin/summary.ts'
import { encodeTable } from '../../../src/domain/table/encode.ts'
import { openTable, rowAt } from '../../../src/domain/table/open.ts'
import { bulletin, indexOf } from '../../support/arbitraries.ts'

const index = indexOf(bulletin.map(summarise))
const overTheWire = (summaries: readonly IndexRow[]) =>
  IndexTable.parse(JSON.parse(JSON.stringify(encodeTable(summaries, IndexRow.shape))))

describe('a table', () => {
  it('gives back every row as it was, after any journey over the wire', () => {
    fc.assert(
      fc.property(index, (summaries) => {
        const table = openTable<IndexRow>(overTheWire(summaries))
        expect(Array.from({ length: table.rows }, (_, row) => rowAt(table, row))).toEqual(summaries)
      }),
    )
  })

  it('writes a value that many rows share only once', () => {
    const same = fc
      .sample(bulletin, 1)
      .map(summarise)
      .flatMap((summary) => [summary, summary, summary])
    expect(encodeTable(same, IndexRow.shape).columns['title']).toEqual({ values: [same[0]?.title], at: [0, 0, 0] })
  })
})

describe('a field that no row has', () => {
  const Row = z.object({ id: z.string(), note: z.optional(z.string()) })
  const rowsAfter = (rows: readonly z.infer<typeof Row>[]) => {
    const wire: unknown = JSON.parse(JSON.stringify(encodeTable(rows, Row.shape)))
    const table = openTable<z.infer<typeof Row>>(tableOf(Row.shape).parse(wire))
    return { wire, rows: Array.from({ length: table.rows }, (_, row) => rowAt(table, row)) }
  }

  it('takes no room, and one that some have is theirs alone', () => {
    const none = [{ id: 'a' }, { id: 'b' }]
    expect(rowsAfter(none)).toEqual({ wire: { rows: 2, columns: { id: { values: ['a', 'b'] } } }, rows: none })
    const some = [{ id: 'a' }, { id: 'b', note: 'c' }]
    expect(rowsAfter(some).rows).toEqual(some)
  })
})

describe('a broken table is refused, and the column named', () => {
  const rows = 2
  it.each([
    { fault: 'too few values', column: { values: ['a'] } },
    { fault: 'a position without a value', column: { values: ['a'], at: [0, 1] } },
    { fault: 'a position that is no integer', column: { values: ['a'], at: [0, 0.5] } },
    { fault: 'too few positions', column: { values: ['a'], at: [0] } },
    { fault: 'a negative length', column: { lengths: [-1, 1], items: { rows: 0, columns: {} } } },
    { fault: 'lengths for more items than there are', column: { lengths: [1, 1], items: { rows: 1, columns: {} } } },
    { fault: 'too few lengths', column: { lengths: [0], items: { rows: 0, columns: {} } } },
  ])('for $fault', ({ column }) => {
    expect(() => openTable({ rows, columns: { title: column } })).toThrow(/^column title: /)
  })

  it('for a value that its field refuses', () => {
    const [summary] = fc.sample(bulletin, 1).map(summarise)
    const table = encodeTable(summary ? [summary] : [], IndexRow.shape)
    const broken = { ...table, columns: { ...table.columns, severity: { values: [7] } } }
    expect(IndexTable.safeParse(broken).success).toBe(false)
  })
})
