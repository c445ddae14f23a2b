/** How far the team is with a bulletin: what people set, and what it is. */
import * as z from 'zod'
import { BulletinId } from './summary-fields.ts'
import { assignee, triageNote, triageReason } from './limits.ts'
import { anyText, Day, someText } from './text.ts'
import { asksReason, asksReview } from './vocabulary.ts'
import { Triage } from './words.ts'

/** What a state says. */
export const stateFields = {
  status: Triage,
  /** The assignee; null for none. */
  assignee: z.nullable(someText('a name', assignee)),
  /** For colleagues, in a line or two; may be empty. */
  note: anyText(triageNote),
  /** Why it is deferred or not applicable; null for any other status. */
  reason: z.nullable(someText('a reason', triageReason)),
  /** When it is looked at again; deferred only. */
  reviewOn: z.nullable(Day),
}

export type StateFields = z.infer<z.ZodObject<typeof stateFields>>

/** Number of the event that made a state; 0 where it was never set. */
export const StateVersion = z.int().check(z.nonnegative())

/** The state of a bulletin, and who made it so when; both null where it was never set. */
export const Triaged = z.object({
  id: BulletinId,
  version: StateVersion,
  at: z.nullable(z.iso.datetime()),
  by: z.nullable(z.string()),
  ...stateFields,
})
export type Triaged = z.infer<typeof Triaged>

/** Every bulletin whose state was set, or set after a version; `version` is the number of the last event of all. */
export const TriageList = z.object({ version: StateVersion, states: z.array(Triaged) })
export type TriageList = z.infer<typeof TriageList>

/** What the problem of a lost race tells beyond the usual: the states that are there now. */
export const TriageConflict = z.object({ current: z.array(Triaged) })

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
