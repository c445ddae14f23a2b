/** Rollouts that were measured. */
import * as z from 'zod'
import { BulletinId } from './facts.ts'
import { maxMachines } from './fleet.ts'
import { Day } from './text.ts'

export const maxConsoles = 99
/** The longest rollout that can be recorded, in minutes. */
export const maxMinutes = 1_000_000
export const maxToolLength = 80

/** How long a rollout to a number of machines took, with a number of consoles, in minutes. */
export const Measurement = z.object({
  machines: z.int().check(z.gte(1, 'expected 1 or more'), z.lte(maxMachines)),
  consoles: z.int().check(z.gte(1, 'expected 1 or more'), z.lte(maxConsoles)),
  minutes: z.number().check(z.positive('expected more than 0'), z.lte(maxMinutes)),
  on: Day,
  /** What it was deployed with, such as `WSUS`; absent where unknown. */
  tool: z.optional(
    z
      .string()
      .check(
        z.trim(),
        z.minLength(1, 'expected a name'),
        z.maxLength(maxToolLength, `at most ${maxToolLength} characters`),
      ),
  ),
})
export type Measurement = z.infer<typeof Measurement>

/** A measurement on file: of which bulletin, by whom, and the number by which it can be taken back. */
export const MeasuredRollout = z.object({ id: z.int(), by: z.string(), bulletin: BulletinId, ...Measurement.shape })
export type MeasuredRollout = z.infer<typeof MeasuredRollout>
