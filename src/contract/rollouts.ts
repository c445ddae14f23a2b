/** Rollouts that were measured. */
import * as z from 'zod'
import { BulletinId } from './summary-fields.ts'
import { consoles, deploymentTool, machines, rolloutMinutes } from './limits.ts'
import { Day, positiveNumber, someText, wholeNumber } from './text.ts'

/** How long a rollout to a number of machines took, with a number of consoles, in minutes. */
export const Measurement = z.object({
  machines: wholeNumber(machines),
  consoles: wholeNumber(consoles),
  minutes: positiveNumber(rolloutMinutes),
  on: Day,
  /** What it was deployed with, such as `WSUS`; absent where unknown. */
  tool: z.optional(someText('a name', deploymentTool)),
})
export type Measurement = z.infer<typeof Measurement>

/** A measurement on file: of which bulletin, by whom, and the number by which it can be taken back. */
export const MeasuredRollout = z.object({ id: z.int(), by: z.string(), bulletin: BulletinId, ...Measurement.shape })
export type MeasuredRollout = z.infer<typeof MeasuredRollout>
