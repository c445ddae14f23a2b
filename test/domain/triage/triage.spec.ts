import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultState, isOpen, isReviewDue } from '../../../src/domain/triage/triage.ts'
import { TriageState } from '../../../src/contract/triage.ts'
import { triages } from '../../../src/contract/vocabulary.ts'
import { changedState, fieldsOf, missingIn, tidyChange, triageDifference } from '../../../src/domain/triage/change.ts'
import { stateFields, triageState } from '../../support/triage-arbitraries.ts'

const today = '2027-01-01'
const typed = fc.record(
  { ...stateFields, assignee: fc.constantFrom(null, '', '  ', ' Ito '), reason: fc.constantFrom('', ' ', ' freeze ') },
  { requiredKeys: [] },
)

describe('a state with a change', () => {
  it('has what was changed, keeps the rest, and is one that the contract takes', () => {
    fc.assert(
      fc.property(triageState, fc.record(stateFields, { requiredKeys: ['reason', 'reviewOn'] }), (before, change) => {
        const after = changedState(before, change)
        expect(TriageState.parse(after)).toEqual(after)
        expect(after.status).toBe(change.status ?? before.status)
        expect(after.note).toBe(change.note ?? before.note)
        expect(after.assignee).toBe('assignee' in change ? change.assignee : before.assignee)
      }),
    )
  })

  it('differs from another in the fields that make the other of it, and in none where they say the same', () => {
    fc.assert(
      fc.property(triageState, triageState, (one, other) => {
        const fields = triageDifference(one, other)
        expect({ ...one, ...fieldsOf(other, fields) }).toEqual(other)
        expect(fields.length === 0).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })
})

describe('what is typed for many', () => {
  const many = fc.array(triageState, { minLength: 1, maxLength: 3 })

  it('can be saved as soon as nothing is missing, and changes at least one of them', () => {
    fc.assert(
      fc.property(many, typed, (states, given) => {
        const change = tidyChange(states, given)
        const { reason, reviewOn } = missingIn(states, change, today)
        if (reason || reviewOn !== null) return
        const after = states.map((state) => changedState(state, change))
        for (const state of after) expect(TriageState.parse(state)).toEqual(state)
        expect(Object.keys(change).length > 0).toBe(
          states.some((state, at) => triageDifference(state, after[at] ?? state).length > 0),
        )
      }),
    )
  })

  it('lacks nothing as long as nothing of it is touched', () => {
    fc.assert(
      fc.property(many, (states) => {
        expect(missingIn(states, tidyChange(states, {}), '2099-01-01')).toEqual({ reason: false, reviewOn: null })
      }),
    )
  })

  const deferred = { ...defaultState, status: 'deferred', reason: 'freeze', reviewOn: '2027-01-05' } as const
  const other = { ...deferred, reason: 'no such machines', reviewOn: '2026-12-01' }

  it.each([
    { what: 'an assignee', states: [deferred, other], change: { assignee: 'Ito' }, lacks: [false, null] },
    {
      what: 'a reason that was cleared again',
      states: [deferred, other],
      change: { reason: ' ' },
      lacks: [false, null],
    },
    { what: 'a reason that was cleared', states: [deferred], change: { reason: ' ' }, lacks: [true, null] },
    { what: 'a deferral', states: [deferred, defaultState], change: { status: 'deferred' }, lacks: [true, 'missing'] },
    { what: 'a day that is over', states: [deferred], change: { reviewOn: '2026-12-31' }, lacks: [false, 'over'] },
    { what: 'today', states: [deferred], change: { reviewOn: today }, lacks: [false, null] },
    { what: 'no day', states: [deferred], change: { reviewOn: '' }, lacks: [false, 'missing'] },
  ] as const)('lacks $lacks with $what', ({ states, change, lacks }) => {
    const { reason, reviewOn } = missingIn(states, tidyChange(states, change), today)
    expect([reason, reviewOn]).toEqual(lacks)
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
    expect(isReviewDue({ ...defaultState, reviewOn }, '2026-11-23')).toBe(isDue)
  })
})
