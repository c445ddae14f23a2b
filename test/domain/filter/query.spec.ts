import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changeQuery, changeSearch, readQuery } from '../../../src/domain/filter/query.ts'
import { BulletinQuery } from '../../../src/contract/summary.ts'
import { filterOf } from '../../../src/domain/filter/filter.ts'
import { query } from '../../support/arbitraries.ts'

it('keeps what is valid of a shared link and drops the rest', () => {
  const link = { severity: '1,2', urgency: 'soon', exploit: '', sort: 'size', platform: 'windows-xp', page: 3 }
  expect(readQuery(link)).toEqual({ severity: '1,2', platform: 'windows-xp' })
})

const fields = Object.keys(BulletinQuery.shape) as (keyof BulletinQuery)[]

/** Close to what a link may say: its words, days there are and are not, and anything else. */
const written = fc.oneof(
  fc.stringMatching(/^(1|4|unrated|early|none|yes|no|server|done|id|new|,){1,4}$/),
  fc.stringMatching(/^20(00|23|24)-(02|04|13)-(00|28|29|30|31)$/),
  fc.stringMatching(/^[a-z.,-]{0,12}$/),
  fc.string({ maxLength: 300 }),
  fc.anything(),
)

it('takes of a link what the API takes, field by field', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fields), written, (field, value) => {
      const { success, data } = BulletinQuery.shape[field].safeParse(value)
      expect(readQuery({ [field]: value })).toEqual(success && data ? { [field]: data } : {})
    }),
    { numRuns: 3000 },
  )
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
  expect(changeQuery({ severity: '1', q: 'TCP', sort: 'id' }, { severity: [], q: '', sort: undefined })).toEqual({})
})

it('leaves alone what else a page keeps in its address', () => {
  expect(changeSearch({ by: 'vulnerability', severity: '1', q: 'TCP' }, { severity: [2], q: '' })).toEqual({
    by: 'vulnerability',
    severity: '2',
  })
})
