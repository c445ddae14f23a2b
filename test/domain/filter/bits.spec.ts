import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addRow, allRows, countBoth, hasRow, intersection, noRows, union } from '../../../src/domain/filter/bits.ts'

const size = fc.integer({ min: 1, max: 130 })
const rowsIn = (rows: number) => fc.uniqueArray(fc.nat(rows - 1)).map((chosen) => new Set(chosen))
const bitsOf = (rows: number, chosen: ReadonlySet<number>) => {
  const bits = noRows(rows)
  for (const row of chosen) addRow(bits, row)
  return bits
}
const sets = size.chain((rows) => fc.tuple(fc.constant(rows), rowsIn(rows), rowsIn(rows)))

it('sets of bits behave as sets of rows', () => {
  fc.assert(
    fc.property(sets, ([rows, a, b]) => {
      const [x, y] = [bitsOf(rows, a), bitsOf(rows, b)]
      const asSet = (bits: typeof x) =>
        new Set(Array.from({ length: rows }, (_, row) => row).filter((row) => hasRow(bits, row)))
      expect(asSet(union(x, y))).toEqual(a.union(b))
      expect(asSet(intersection(x, y))).toEqual(a.intersection(b))
      expect(countBoth(x, y)).toBe(a.intersection(b).size)
    }),
  )
})

it('all rows are just the rows that there are', () => {
  fc.assert(
    fc.property(fc.nat(130), (rows) => {
      expect(countBoth(allRows(rows), allRows(rows))).toBe(rows)
    }),
  )
})
