import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startFilter, withFilter, withFilterMoved, withoutFilter } from '../../../src/web/lib/saved-filters.ts'
import type { OwnFilters } from '../../../src/contract/saved-filters.ts'

const saved: OwnFilters = {
  list: ['a', 'b', 'c'].map((name) => ({ name, search: `?q=${name}` })),
  start: 'b',
}
const names = ({ list }: OwnFilters) => list.map(({ name }) => name).join('')

describe('saved filters', () => {
  it('take a new one at the end, and one of the same name in its place', () => {
    expect(names(withFilter(saved, { name: 'd', search: '?q=d' }))).toBe('abcd')
    expect(withFilter(saved, { name: 'a', search: '?q=new' }).list[0]).toEqual({ name: 'a', search: '?q=new' })
  })

  it.each([
    { from: 0, by: 1, expected: 'bac' },
    { from: 2, by: -1, expected: 'acb' },
    { from: 2, by: -5, expected: 'cab' },
    { from: 0, by: 5, expected: 'bca' },
    { from: 7, by: 1, expected: 'abc' },
  ])('are in the order $expected when $from moves by $by', ({ from, by, expected }) => {
    expect(names(withFilterMoved(saved, from, by))).toBe(expected)
  })

  it('are all still there however they are moved', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.integer({ min: -4, max: 4 }), (from, by) => {
        expect(
          names(withFilterMoved(saved, from, by))
            .split('')
            .toSorted()
            .join(''),
        ).toBe('abc')
      }),
    )
  })

  it('start a visit with the chosen one, until it is deleted', () => {
    expect(startFilter(saved)?.name).toBe('b')
    expect(startFilter(withoutFilter(saved, 'b'))).toBeUndefined()
    expect(startFilter(withoutFilter(saved, 'a'))?.name).toBe('b')
  })
})
