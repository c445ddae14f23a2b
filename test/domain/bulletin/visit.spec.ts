import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeSince, withSeen } from '../../../src/domain/bulletin/visit.ts'

const ms05019 = { id: 'MS05-019', updatedOn: '2005-04-14', revision: '2' }

describe('what has changed since the last visit', () => {
  const seen = withSeen({}, [ms05019])

  it.each([
    { what: 'a bulletin that is as it was', bulletin: ms05019, change: null },
    { what: 'one that was not there', bulletin: { ...ms05019, id: 'MS05-020' }, change: 'new' },
    { what: 'a later revision', bulletin: { ...ms05019, revision: '3' }, change: 'revised' },
    { what: 'the same revision on another day', bulletin: { ...ms05019, updatedOn: '2005-06-14' }, change: 'revised' },
    { what: 'one that is called like a built-in', bulletin: { ...ms05019, id: 'constructor' }, change: 'new' },
  ])('is $change for $what', ({ bulletin, change }) => {
    expect(changeSince(seen, bulletin)).toBe(change)
  })

  it('is nothing for what has been seen', () => {
    const bulletin = fc.record({ id: fc.string(), updatedOn: fc.string(), revision: fc.string() })
    fc.assert(
      fc.property(fc.uniqueArray(bulletin, { selector: ({ id }) => id }), (bulletins) => {
        const later = withSeen(seen, bulletins)
        expect(bulletins.filter((each) => changeSince(later, each) !== null)).toEqual([])
      }),
    )
  })
})
