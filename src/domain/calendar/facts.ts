/** What calendars tell, in no language yet. Each has an id of its own for ever, by which a calendar that knows it moves it. */
import * as z from 'zod'
import { PlannedMachines, PlanState } from '../../contract/plans.ts'
import { Day, Text } from '../../contract/text.ts'

const ofPlan = {
  plan: z.int(),
  /** As its people call it. */
  name: z.string(),
  state: PlanState,
  from: z.iso.datetime(),
  to: z.iso.datetime(),
}

/** Machines of a wave that are done in one go. */
export const SessionFact = z.object({
  kind: z.literal('session'),
  uid: z.string(),
  ...ofPlan,
  wave: z.object({ key: z.string(), name: z.string() }),
  machines: z.array(PlannedMachines),
  consoles: z.int(),
  bulletins: z.array(z.string()),
  owner: z.nullable(z.string()),
  ticket: z.nullable(z.string()),
})
export type SessionFact = z.infer<typeof SessionFact>

/** When work on a plan may be done. */
const WindowFact = z.object({ kind: z.literal('window'), uid: z.string(), ...ofPlan })
type WindowFact = z.infer<typeof WindowFact>

/** What is due on a day. */
export const DueDayFact = z.object({
  kind: z.literal('due'),
  uid: z.string(),
  on: Day,
  /** Those that are told one by one, and how many there are. `by`: what sets the day, such as `kev`. */
  bulletins: z.array(z.object({ id: z.string(), title: Text, by: z.string() })),
  count: z.int(),
})
export type DueDayFact = z.infer<typeof DueDayFact>

export const CalendarFact = z.discriminatedUnion('kind', [SessionFact, WindowFact, DueDayFact])
export type CalendarFact = z.infer<typeof CalendarFact>
