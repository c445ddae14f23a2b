import type { TriageState } from '../contract/triage.ts'
import type { Triage } from '../contract/words.ts'

/** Whether something is left to do. */
export const isOpen = (triage: Triage): boolean => triage !== 'done' && triage !== 'not-applicable'

/** Whether a state asks why nothing is done, and until when. */
export const asksReason = (status: Triage): boolean => status === 'deferred' || status === 'not-applicable'
export const asksReview = (status: Triage): boolean => status === 'deferred'

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

/** Whether two states say the same. */
export const isSameState = (a: TriageState, b: TriageState): boolean =>
  a.status === b.status &&
  a.assignee === b.assignee &&
  a.note === b.note &&
  a.reason === b.reason &&
  a.reviewOn === b.reviewOn

/** Whether a deferred bulletin is to be looked at again by now. */
export const isReviewDue = ({ reviewOn }: Pick<TriageState, 'reviewOn'>, today: string): boolean =>
  reviewOn !== null && reviewOn <= today
