/** Edits of triage states that are being saved or wait: nothing typed is lost before its author has dealt with it. */
import type { Problem } from '../../contract/problem.ts'
import type { Triaged, TriageChange, TriageState } from '../../contract/triage.ts'
import { asksReason, asksReview } from '../../contract/vocabulary.ts'
import { changedState, fieldsOf, triageDifference, triageFields, type TriageField } from './change.ts'
import { byId } from '../table/by-id.ts'

/** For one bulletin: the state that its author has seen, and what they set of it. */
export type EditStep = { seen: Triaged; change: Partial<TriageState> }

export type PendingEdit = {
  /** By which it is known; it keeps it when it is tried again or edited. */
  number: number
  steps: readonly EditStep[]
  /** What was typed for all of them; null where it takes back what was saved. */
  draft: Partial<TriageState> | null
}

/** What waits for the person who made an edit. */
export type WaitingEdit =
  | { kind: 'failed'; edit: PendingEdit; why: Problem['code'] | 'offline' }
  /** A conflict: `theirs` is what is there now, where the two do not agree. */
  | { kind: 'lost'; edit: PendingEdit; theirs: readonly Triaged[] }
  /** They let what is there be; what they had typed can still be edited. */
  | { kind: 'kept'; edit: PendingEdit }

export type PendingEdits = {
  /** In the order in which they ended. */
  open: readonly WaitingEdit[]
  /** Saved last, until that is closed or something else is sent. */
  saved: PendingEdit | null
  /** What takes back what was saved last; it outlives the notice of it. */
  undo: readonly EditStep[] | null
}

export type EditAction =
  | { type: 'sent'; edit: PendingEdit }
  | { type: 'saved'; edit: PendingEdit; states: readonly Triaged[] }
  | { type: 'open'; open: WaitingEdit }
  | { type: 'closed'; number: number }

export const noEdits: PendingEdits = { open: [], saved: null, undo: null }

/** Reduces the edits by an action. What waits goes by its own number alone, never by another edit. */
export function editsReducer({ open, saved, undo }: PendingEdits, action: EditAction): PendingEdits {
  const without = (number: number) => open.filter(({ edit }) => edit.number !== number)
  switch (action.type) {
    case 'sent': {
      const { number, draft } = action.edit
      return { open: without(number), saved: null, undo: draft === null ? null : undo }
    }
    case 'saved': {
      const { edit, states } = action
      const back = edit.draft === null ? undo : undoOf(edit, states)
      return { open: without(edit.number), saved: edit, undo: back }
    }
    case 'open':
      return { open: [...without(action.open.edit.number), action.open], saved, undo }
    case 'closed':
      return { open: without(action.number), saved: saved?.number === action.number ? null : saved, undo }
  }
}

/** What a step sends. */
export const changeOf = ({ seen, change }: EditStep): TriageChange => ({
  id: seen.id,
  version: seen.version,
  ...changedState(seen, change),
})

/** What brings back what was there before an edit was saved; null where it has changed nothing. */
function undoOf({ steps }: PendingEdit, states: readonly Triaged[]): EditStep[] | null {
  const before = new Map(steps.map(({ seen }) => [seen.id, seen]))
  const back = states.flatMap((seen) => {
    const was = before.get(seen.id) ?? seen
    const fields = triageDifference(seen, was)
    return fields.length === 0 ? [] : [{ seen, change: fieldsOf(was, fields) }]
  })
  return back.length === 0 ? null : back
}

/** The fields that a step is about: those that were set, and those that change along with them. */
function wanted({ seen, change }: EditStep): TriageField[] {
  const changed = triageDifference(seen, changedState(seen, change))
  return triageFields.filter((field) => field in change || changed.includes(field))
}

/** Whether all that a step wants is there already, as after an answer that was lost. */
function isThere(step: EditStep, theirs: Triaged): boolean {
  const mine = changedState(step.seen, step.change)
  return wanted(step).every((field) => theirs[field] === mine[field])
}

/**
 * A step on top of what is there now: its fields are set, all others keep the other person's values. A reason or a day
 * that its status asks for and that is gone there stays as its author saw it.
 */
function onTop(step: EditStep, theirs: Triaged): EditStep {
  const mine = changedState(step.seen, step.change)
  // What is there already came from here: before it there was what its author saw, and the way back leads to that.
  if (isThere(step, theirs)) return { seen: { ...theirs, ...fieldsOf(step.seen, wanted(step)) }, change: step.change }
  const { status, reason, reviewOn } = changedState(theirs, step.change)
  return {
    seen: theirs,
    change: {
      ...step.change,
      ...(asksReason(status) && reason === null && { reason: mine.reason }),
      ...(asksReview(status) && reviewOn === null && { reviewOn: mine.reviewOn }),
    },
  }
}

/** An edit on top of what is there now of some of its bulletins. */
export function rebase(edit: PendingEdit, current: readonly Triaged[]): PendingEdit {
  const now = byId(current)
  const steps = edit.steps.map((step) => {
    const theirs = now.get(step.seen.id)
    return theirs === undefined ? step : onTop(step, theirs)
  })
  return { ...edit, steps }
}

/**
 * What has to be decided after a conflict. Not what is as its author saw it (their own change of a moment ago,
 * still on its way), nor what is as they want it (their own change, whose answer was lost).
 */
export const disputed = ({ steps }: PendingEdit, current: readonly Triaged[]): Triaged[] =>
  current.filter((theirs) => {
    const step = steps.find(({ seen }) => seen.id === theirs.id)
    return step !== undefined && triageDifference(step.seen, theirs).length > 0 && !isThere(step, theirs)
  })

/** The part of an edit that is about these bulletins, and the rest of it. */
export function split(edit: PendingEdit, ids: ReadonlySet<string>): { about: PendingEdit; rest: PendingEdit } {
  const part = (isIn: boolean) => ({ ...edit, steps: edit.steps.filter(({ seen }) => ids.has(seen.id) === isIn) })
  return { about: part(true), rest: part(false) }
}

export type Clash = {
  theirs: Triaged
  /** What would be there. */
  result: TriageState
  /** The fields that either has changed; `isBoth` where both have. */
  fields: { field: TriageField; isBoth: boolean }[]
}

/** Side by side: what is there now, and what would be there with an edit on top of it. */
export function clashes(edit: PendingEdit, theirs: readonly Triaged[]): Clash[] {
  const steps = new Map(edit.steps.map((step) => [step.seen.id, step]))
  return theirs.flatMap((state) => {
    const step = steps.get(state.id)
    if (step === undefined) return []
    const over = onTop(step, state)
    const result = changedState(over.seen, over.change)
    const [changed, set] = [triageDifference(step.seen, state), triageDifference(state, result)]
    const fields = triageFields.filter((field) => changed.includes(field) || set.includes(field))
    return [
      {
        theirs: state,
        result,
        fields: fields.map((field) => ({ field, isBoth: changed.includes(field) && set.includes(field) })),
      },
    ]
  })
}
