/** What happens to a kept plan: its events, as the log keeps them. */
import * as z from 'zod'
import { FleetLine } from '../../contract/fleet.ts'
import { AwaitedWave, StopReason } from '../../contract/plan-view.ts'
import { PlanCount, planFields, PlanState, PlanWave, WaveKey } from '../../contract/plans.ts'

const said = { id: z.int(), at: z.iso.datetime(), who: z.string() }
const ofPlan = { plan: z.int() }
const content = { ...planFields, waves: z.array(PlanWave) }

/** What people write of a plan, with its waves. */
export type PlanContent = z.infer<z.ZodObject<typeof content>>

/** The plan has the number of the event that created it; the others name it. */
export const PlanEvent = z.discriminatedUnion('what', [
  z.object({
    ...said,
    what: z.literal('created'),
    detail: z.object({ ...content, fleet: z.array(FleetLine) }),
  }),
  z.object({
    ...said,
    what: z.literal('changed'),
    detail: z.object({ ...ofPlan, ...content, why: z.string() }),
  }),
  z.object({
    ...said,
    what: z.literal('state-set'),
    detail: z.object({ ...ofPlan, state: PlanState, why: z.string() }),
  }),
  z.object({
    ...said,
    what: z.literal('gate-opened'),
    /** `waits` and `stops`: what did not hold then. */
    detail: z.object({
      ...ofPlan,
      wave: WaveKey,
      why: z.string(),
      waits: z.array(AwaitedWave),
      stops: z.array(StopReason),
    }),
  }),
  z.object({
    ...said,
    what: z.literal('gate-closed'),
    detail: z.object({ ...ofPlan, wave: WaveKey, why: z.string() }),
  }),
  z.object({ ...said, what: z.literal('counted'), detail: z.object({ ...ofPlan, ...PlanCount.shape }) }),
])
export type PlanEvent = z.infer<typeof PlanEvent>
