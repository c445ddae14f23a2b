import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TriageState, untouched } from '../../src/contract/triage.ts'
import { triages } from '../../src/contract/words.ts'
import { changedState, isOpen, isReviewDue, isSameState } from '../../src/domain/triage.ts'

const fields = {
  status: fc.constantFrom(...triages),
  assignee: fc.option(fc.constantFrom('Ito', 'Sato')),
  note: fc.constantFrom('', 'note'),
  reason: fc.constantFrom('because', 'freeze'),
  reviewOn: fc.constantFrom('2027-01-05', '2027-02-01'),
}
/** States as they can be: with a reason and a day only where their status asks for one. */
const state = fc.record(fields).map((given) => changedState(given, {}))

describe('a state with a change', () => {
  it('has what was changed, keeps the rest, and is one that the contract takes', () => {
    fc.assert(
      fc.property(state, fc.record(fields, { requiredKeys: ['reason', 'reviewOn'] }), (before, change) => {
        const after = changedState(before, change)
        expect(TriageState.parse(after)).toEqual(after)
        expect(after.status).toBe(change.status ?? before.status)
        expect(after.note).toBe(change.note ?? before.note)
        expect(after.assignee).toBe('assignee' in change ? change.assignee : before.assignee)
      }),
    )
  })

  it('says the same as another exactly where nothing of it differs', () => {
    fc.assert(
      fc.property(state, state, (one, other) => {
        expect(isSameState(one, { ...one })).toBe(true)
        expect(isSameState(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })
})

describe('what is left to do', () => {
  it('is all but what is done or not applicable', () => {
    expect(triages.filter((status) => !isOpen(status)).toSorted()).toEqual(['done', 'not-applicable'])
  })

  it.each([
    { reviewOn: null, isDue: false },
    { reviewOn: '2026-11-22', isDue: true },
    { reviewOn: '2026-11-23', isDue: true },
    { reviewOn: '2026-11-24', isDue: false },
  ])('is to be looked at again on $reviewOn: $isDue', ({ reviewOn, isDue }) => {
    expect(isReviewDue({ ...untouched, reviewOn }, '2026-11-23')).toBe(isDue)
  })
})
