/** Rollouts that were measured. */
import * as z from 'zod'
import { BulletinId } from './summary-fields.ts'
import { consoles, deploymentTool, machines, rolloutMinutes } from './limits.ts'
import { PlatformId } from './platform.ts'
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

/** What a wave of a kept plan adds to that, once the plan is finished. */
export const WaveMeasurement = z.object({
  ...Measurement.shape,
  plan: z.optional(z.int()),
  /** What was installed in the same session beside the bulletin. */
  others: z.optional(z.array(BulletinId)),
  /** Its machines by platform. */
  fleet: z.optional(z.array(z.object({ platform: PlatformId, count: z.int() }))),
})
export type WaveMeasurement = z.infer<typeof WaveMeasurement>

/** A measurement on file: of which bulletin, by whom, and the number by which it can be taken back. */
export const MeasuredRollout = z.object({ id: z.int(), by: z.string(), bulletin: BulletinId, ...WaveMeasurement.shape })
export type MeasuredRollout = z.infer<typeof MeasuredRollout>
