/** How far the team is with a bulletin, as people set it. */
import * as z from 'zod'
import { BulletinId } from './summary-fields.ts'
import { asksReason, asksReview, stateFields, StateVersion, type StateFields } from './triaged.ts'

/** A reason and a day of review belong to certain states, and to no other. */
const belongs = [
  z.refine<StateFields>((state) => asksReason(state.status) === (state.reason !== null), {
    path: ['reason'],
    message: 'a deferred or not applicable bulletin has a reason, any other has none',
  }),
  z.refine<StateFields>((state) => asksReview(state.status) === (state.reviewOn !== null), {
    path: ['reviewOn'],
    message: 'a deferred bulletin has a day of review, any other has none',
  }),
]

/** What people set. */
export const TriageState = z.object(stateFields).check(...belongs)
export type TriageState = z.infer<typeof TriageState>

/** A state for a bulletin, in place of the version that its author has seen. */
export const TriageChange = z.object({ id: BulletinId, version: StateVersion, ...stateFields }).check(...belongs)
export type TriageChange = z.infer<typeof TriageChange>
