import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Triaged, TriageChange } from '../../../src/contract/triage.ts'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import {
  editsReducer,
  changeOf,
  clashes,
  disputed,
  noEdits,
  rebase,
  split,
  type PendingEdit,
  type EditAction,
  type EditStep,
} from '../../../src/domain/triage/pending-edits.ts'
import { changedState, fieldsOf, triageDifference, triageFields } from '../../../src/domain/triage/change.ts'
import { triagedAs, triageState } from '../../support/triage-arbitraries.ts'

const id = 'MS05-019'
const seen: Triaged = { id, version: 1, at: null, by: null, ...defaultState }
const attemptOf = (number: number, step: EditStep): PendingEdit => ({ number, steps: [step], draft: step.change })
const edit = (number: number) => attemptOf(number, { seen, change: { status: 'planned' } })

/** What a person makes of a state, as the fields that they set. */
const step: fc.Arbitrary<EditStep> = fc
  .record({ from: triagedAs(id, 1), to: triageState })
  .map(({ from, to }) => ({ seen: from, change: fieldsOf(to, triageDifference(from, to)) }))
const theirs = triagedAs(id, 2)

describe('what waits', () => {
  const action: fc.Arbitrary<EditAction> = fc
    .integer({ min: 1, max: 4 })
    .chain((number) =>
      fc.constantFrom<EditAction>(
        { type: 'sent', edit: edit(number) },
        { type: 'saved', edit: edit(number), states: [{ ...seen, version: 2, status: 'planned' }] },
        { type: 'open', open: { kind: 'failed', edit: edit(number), why: 'offline' } },
        { type: 'open', open: { kind: 'lost', edit: edit(number), theirs: [{ ...seen, status: 'done' }] } },
        { type: 'open', open: { kind: 'kept', edit: edit(number) } },
        { type: 'closed', number },
      ),
    )
  const numberOf = (it: EditAction) =>
    it.type === 'closed' ? it.number : it.type === 'open' ? it.open.edit.number : it.edit.number

  it('goes by what is done with it alone, whatever happens to others', () => {
    fc.assert(
      fc.property(fc.array(action), (happenings) => {
        const last = new Map(happenings.map((each) => [numberOf(each), each]))
        const waiting = [...last].flatMap(([number, each]) => (each.type === 'open' ? [number] : []))
        const { open } = happenings.reduce(editsReducer, noEdits)
        expect(open.map((each) => each.edit.number).toSorted()).toEqual(waiting.toSorted())
      }),
    )
  })

  it('leaves a way back to what was saved last, until that is taken or something else is saved', () => {
    fc.assert(
      fc.property(fc.array(action), (happenings) => {
        const { undo } = happenings.reduce(editsReducer, noEdits)
        expect(undo !== null).toBe(happenings.some(({ type }) => type === 'saved'))
      }),
    )
    const saved = editsReducer(noEdits, { type: 'saved', edit: edit(1), states: [{ ...seen, status: 'done' }] })
    const back = { number: 2, steps: saved.undo ?? [], draft: null }
    expect(back.steps).toMatchObject([{ change: { status: 'new' } }])
    expect(editsReducer(saved, { type: 'sent', edit: back }).undo).toBeNull()
  })
})

describe('a step on top of what somebody else has set', () => {
  const over = (mine: EditStep, now: Triaged) => {
    const [only] = rebase(attemptOf(1, mine), [now]).steps
    if (only === undefined) throw new Error('a step is a step')
    return changeOf(only)
  }

  it('is one that the contract takes, in place of theirs', () => {
    fc.assert(
      fc.property(step, theirs, (mine, now) => {
        expect(TriageChange.parse(over(mine, now))).toEqual(over(mine, now))
        expect(over(mine, now).version).toBe(now.version)
      }),
    )
  })

  it('sets what its author set, and leaves the rest as it is there', () => {
    fc.assert(
      fc.property(step, theirs, (mine, now) => {
        const after = over(mine, now)
        for (const field of ['status', 'assignee', 'note'] as const)
          expect(after[field]).toBe(field in mine.change ? mine.change[field] : now[field])
      }),
    )
  })

  it('is as its author wanted it where nobody was quicker, and as theirs where they set nothing', () => {
    fc.assert(
      fc.property(step, theirs, (mine, now) => {
        expect(over(mine, mine.seen)).toEqual(changeOf(mine))
        expect(over({ ...mine, change: {} }, now)).toMatchObject(fieldsOf(now, triageFields))
      }),
    )
  })

  it('keeps the reason that its author saw where theirs has none', () => {
    const mine: EditStep = {
      seen: { ...seen, status: 'not-applicable', reason: 'freeze' },
      change: { status: 'deferred', reviewOn: '2027-01-05' },
    }
    expect(over(mine, { ...seen, status: 'done' })).toMatchObject({ status: 'deferred', reason: 'freeze' })
  })
})

describe('a lost race', () => {
  it('is none where what is there is as it was seen, or as it was wanted', () => {
    fc.assert(
      fc.property(step, (mine) => {
        const wanted = { ...mine.seen, ...changedState(mine.seen, mine.change), version: 2 }
        expect(disputed(attemptOf(1, mine), [{ ...mine.seen, version: 2 }])).toEqual([])
        expect(disputed(attemptOf(1, mine), [wanted])).toEqual([])
      }),
    )
  })

  it('can be taken back to what was seen where only the answer was lost', () => {
    fc.assert(
      fc.property(step, (mine) => {
        const stored = { ...mine.seen, ...changedState(mine.seen, mine.change), version: 2 }
        const again = rebase(attemptOf(1, mine), [stored])
        const { undo } = editsReducer(noEdits, { type: 'saved', edit: again, states: [stored] })
        const [back] = undo ?? []
        expect(back ? changeOf(back) : changeOf({ seen: stored, change: {} })).toMatchObject(
          fieldsOf(mine.seen, triageFields),
        )
      }),
    )
  })

  it('shows every field that either has changed, and which both have', () => {
    fc.assert(
      fc.property(step, theirs, (mine, now) => {
        const [clash] = clashes(attemptOf(1, mine), [now])
        if (clash === undefined) throw new Error('two states are side by side')
        const shown = new Set(clash.fields.map(({ field }) => field))
        expect(triageDifference(mine.seen, now).filter((field) => !shown.has(field))).toEqual([])
        expect(triageDifference(now, clash.result).filter((field) => !shown.has(field))).toEqual([])
        for (const { field, isBoth } of clash.fields)
          expect(isBoth).toBe(mine.seen[field] !== now[field] && now[field] !== clash.result[field])
      }),
    )
  })

  it('leaves apart what nobody else has touched', () => {
    const both = {
      ...edit(1),
      steps: [
        { seen, change: {} },
        { seen: { ...seen, id: 'MS05-018' }, change: {} },
      ],
    }
    const { about, rest } = split(both, new Set([id]))
    expect([about, rest].map(({ steps }) => steps.map((each) => each.seen.id))).toEqual([[id], ['MS05-018']])
  })
})
