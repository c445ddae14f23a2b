/** Changes of the states of bulletins. */
import type { TriageState } from '../../contract/triage.ts'
import { asksReason, asksReview } from '../../contract/vocabulary.ts'

export type TriageField = keyof TriageState

/** What a state says, in the order in which it is shown. */
export const triageFields = ['status', 'assignee', 'reason', 'reviewOn', 'note'] as const satisfies TriageField[]

/** A state with a change of some of its fields; what another status has no use for goes. */
export function changedState(state: TriageState, change: Partial<TriageState>): TriageState {
  const { status, assignee, note, reason, reviewOn } = { ...state, ...change }
  return {
    status,
    assignee,
    note,
    reason: asksReason(status) ? reason : null,
    reviewOn: asksReview(status) ? reviewOn : null,
  }
}

/** The fields in which two states differ. */
export const triageDifference = (from: TriageState, to: TriageState): TriageField[] =>
  triageFields.filter((field) => from[field] !== to[field])

/** Only these fields of a state. */
export const fieldsOf = (state: TriageState, fields: readonly TriageField[]): Partial<TriageState> =>
  Object.fromEntries(fields.map((field) => [field, state[field]]))

/** The value of a field that all states have; undefined where they differ. */
export function sharedValue<F extends TriageField>(
  states: readonly TriageState[],
  field: F,
): TriageState[F] | undefined {
  const [first] = states
  return first !== undefined && states.every((state) => state[field] === first[field]) ? first[field] : undefined
}

const emptiable = ['assignee', 'reason', 'reviewOn'] as const satisfies TriageField[]

/**
 * What was typed for all of some states, as it is sent: without blanks around it, and without what changes none of them.
 * Fields that are absent stay with each state as they are; so do reasons and days that differ and were only cleared.
 */
export function tidyChange(states: readonly TriageState[], typed: Partial<TriageState>): Partial<TriageState> {
  const tidy = { ...typed }
  for (const field of emptiable) if (field in tidy) tidy[field] = tidy[field]?.trim() || null
  for (const field of ['reason', 'reviewOn'] as const)
    if (tidy[field] === null && sharedValue(states, field) === undefined) delete tidy[field]
  const changed = new Set(states.flatMap((state) => triageDifference(state, changedState(state, tidy))))
  return Object.fromEntries(Object.entries(tidy).filter(([field]) => changed.has(field as TriageField)))
}

/** What a change leaves to be said of some states before they can be saved; `over`: its day of review is over by `today`. */
export function missingIn(
  states: readonly TriageState[],
  change: Partial<TriageState>,
  today: string,
): { reason: boolean; reviewOn: 'missing' | 'over' | null } {
  const after = states.map((state) => changedState(state, change))
  const lacksDay = after.some(({ status, reviewOn }) => asksReview(status) && !reviewOn)
  // A day that was set before may be over by now; one that is set now may not.
  const isOver = after.some(({ reviewOn }, at) => reviewOn && reviewOn !== states[at]?.reviewOn && reviewOn < today)
  return {
    reason: after.some(({ status, reason }) => asksReason(status) && !reason?.trim()),
    reviewOn: lacksDay ? 'missing' : isOver ? 'over' : null,
  }
}
