import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changeQuery, changeSearch, readQuery } from '../../../src/domain/filter/query.ts'
import { filterOf } from '../../../src/domain/filter/filter.ts'
import { query } from '../../support/arbitraries.ts'

it('keeps what is valid of a shared link and drops the rest', () => {
  const link = { severity: '1,2', urgency: 'soon', exploit: '', sort: 'size', platform: 'windows-xp', page: 3 }
  expect(readQuery(link)).toEqual({ severity: '1,2', platform: 'windows-xp' })
})

it('reads back every query that the page can write', () => {
  fc.assert(
    fc.property(query, (asked) => {
      expect(readQuery(asked)).toEqual(asked)
      expect(filterOf(changeQuery({}, filterOf(asked)))).toEqual(filterOf(asked))
    }),
  )
})

it('leaves out what asks for nothing, and the order that is the default', () => {
  expect(changeQuery({ severity: '1', q: 'TCP', sort: 'id' }, { severity: [], q: '', sort: 'urgency' })).toEqual({})
})

it('leaves alone what else a page keeps in its address', () => {
  expect(changeSearch({ by: 'vulnerability', severity: '1', q: 'TCP' }, { severity: [2], q: '' })).toEqual({
    by: 'vulnerability',
    severity: '2',
  })
})
