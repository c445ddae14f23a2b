/** What follows from how far the team is. */
import type { StateFields, TriageState } from '../../contract/triage.ts'
import type { Triage } from '../../contract/words.ts'

/** Whether something is left to do. */
export const isOpen = (triage: Triage): boolean => triage !== 'done' && triage !== 'not-applicable'

/** Whether a deferred bulletin is to be looked at again by now. */
export const isReviewDue = ({ reviewOn }: Pick<TriageState, 'reviewOn'>, today: string): boolean =>
  reviewOn !== null && reviewOn <= today

/** The state before anything is set. */
export const defaultState: StateFields = { status: 'new', assignee: null, note: '', reason: null, reviewOn: null }
