/** What deployment tools may install now, and what they have to hold back. */
import * as z from 'zod'
import { PlatformId } from './platform.ts'
import { BulletinId } from './summary-fields.ts'
import { Day } from './text.ts'

/** Why a fix is approved or held on a platform. */
export const DeployReason = z.discriminatedUnion('by', [
  /** A hold; `roles`: the machines that it is on, none for all of them. */
  z.object({
    by: z.literal('hold'),
    hold: z.int(),
    until: Day,
    reason: z.string(),
    who: z.string(),
    roles: z.array(z.string()),
  }),
  /** A signed decision. */
  z.object({ by: z.literal('decision'), verdict: z.enum(['go', 'no-go']), who: z.string(), at: z.iso.datetime() }),
  /** Nobody has decided yet. */
  z.object({ by: z.literal('no-decision') }),
  /** A test that failed and after which nobody has signed go. */
  z.object({ by: z.literal('failed-test'), edition: z.string(), on: Day }),
])
export type DeployReason = z.infer<typeof DeployReason>

/** What is to be done with a fix on the machines of a platform. */
export const DeployRow = z.object({
  bulletin: BulletinId,
  kb: z.array(z.string()),
  platform: PlatformId,
  machines: z.int(),
  answer: z.enum(['approve', 'hold']),
  /**
   * Where not empty, only machines of these roles are held, and the others are approved. Who cannot tell roles apart holds
   * the whole platform.
   */
  heldRoles: z.array(z.string()),
  why: z.array(DeployReason),
})
export type DeployRow = z.infer<typeof DeployRow>

/** What is to be installed on each platform of the fleet, and whether it may be on a day. */
export const DeployList = z.object({ today: Day, rows: z.array(DeployRow) })
export type DeployList = z.infer<typeof DeployList>
