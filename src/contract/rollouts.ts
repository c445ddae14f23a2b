/** Rollouts that were measured. */
import * as z from 'zod'
import { BulletinId } from './facts.ts'
import { Day } from './text.ts'

/** How long a rollout took: so many machines with so many consoles, in minutes. */
export const Measurement = z.object({
  machines: z.int().check(z.gte(1, 'expected 1 or more'), z.lte(10_000_000)),
  consoles: z.int().check(z.gte(1, 'expected 1 or more'), z.lte(99)),
  minutes: z.number().check(z.positive('expected more than 0'), z.lte(1_000_000)),
  on: Day,
})
export type Measurement = z.infer<typeof Measurement>

/** A measurement on file: of which bulletin, by whom, and the number by which it can be taken back. */
export const MeasuredRollout = z.object({ id: z.int(), by: z.string(), bulletin: BulletinId, ...Measurement.shape })
export type MeasuredRollout = z.infer<typeof MeasuredRollout>
