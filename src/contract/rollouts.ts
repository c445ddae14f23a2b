/** Rollouts that were measured. */
import * as z from 'zod'
import { BulletinId } from './bulletin.ts'
import { Day } from './text.ts'

/** How long a rollout took: so many machines with so many consoles, in minutes. */
export const RolloutRecord = z.object({
  machines: z.int().check(z.gte(1, 'expected 1 or more'), z.lte(10_000_000)),
  consoles: z.int().check(z.gte(1, 'expected 1 or more'), z.lte(99)),
  minutes: z.number().check(z.positive('expected more than 0'), z.lte(1_000_000)),
  on: Day,
})
export type RolloutRecord = z.infer<typeof RolloutRecord>

/** The same under the number by which it can be taken back, and who measured it. */
export const MeasuredRollout = z.object({ id: z.int(), by: z.string(), bulletin: BulletinId, ...RolloutRecord.shape })
export type MeasuredRollout = z.infer<typeof MeasuredRollout>
