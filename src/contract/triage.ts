/** How far the team is with a bulletin. */
import * as z from 'zod'
import { BulletinId } from './facts.ts'
import { Day } from './text.ts'
import { Triage } from './words.ts'

/** Whether a state asks why nothing is done, and until when. */
export const asksReason = (status: Triage): boolean => status === 'deferred' || status === 'not-applicable'
export const asksReview = (status: Triage): boolean => status === 'deferred'

const fields = {
  status: Triage,
  /** Who takes care of it; null for nobody. */
  assignee: z.nullable(
    z.string().check(z.trim(), z.minLength(1, 'expected a name'), z.maxLength(80, 'at most 80 characters')),
  ),
  /** For colleagues, in a line or two; may be empty. */
  note: z.string().check(z.maxLength(2000, 'at most 2000 characters')),
  /** Why it is deferred or not applicable; null for any other status. */
  reason: z.nullable(
    z.string().check(z.trim(), z.minLength(1, 'expected a reason'), z.maxLength(500, 'at most 500 characters')),
  ),
  /** When it is looked at again; deferred only. */
  reviewOn: z.nullable(Day),
}

type Fields = z.infer<z.ZodObject<typeof fields>>

/** A reason and a day of review belong to certain states, and to no other. */
const belongs = [
  z.refine<Fields>((state) => asksReason(state.status) === (state.reason !== null), {
    path: ['reason'],
    message: 'a deferred or not applicable bulletin has a reason, any other has none',
  }),
  z.refine<Fields>((state) => asksReview(state.status) === (state.reviewOn !== null), {
    path: ['reviewOn'],
    message: 'a deferred bulletin has a day of review, any other has none',
  }),
]

/** What people set. */
export const TriageState = z.object(fields).check(...belongs)
export type TriageState = z.infer<typeof TriageState>

/** The state of what nobody has touched. */
export const untouched: TriageState = { status: 'new', assignee: null, note: '', reason: null, reviewOn: null }

/** Number of the event that made a state; 0 where nobody has touched it. */
const Version = z.int().check(z.nonnegative())

/** The state of a bulletin, and who made it so when; both null where nobody has touched it. */
export const Triaged = z.object({
  id: BulletinId,
  version: Version,
  at: z.nullable(z.iso.datetime()),
  by: z.nullable(z.string()),
  ...fields,
})
export type Triaged = z.infer<typeof Triaged>

/** A state for a bulletin, in place of the version that its author has seen. */
export const TriageChange = z.object({ id: BulletinId, version: Version, ...fields }).check(...belongs)
export type TriageChange = z.infer<typeof TriageChange>

/** Every bulletin that somebody has touched, or that has changed after a version; `version` is the number of the last event of all. */
export const TriageList = z.object({ version: Version, states: z.array(Triaged) })
export type TriageList = z.infer<typeof TriageList>
