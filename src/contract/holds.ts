/** What must not be deployed, on which machines, until when and why. */
import * as z from 'zod'
import { MachineRole } from './fleet.ts'
import { holdBulletins, holdPlatforms, holdReason, machineRoles } from './limits.ts'
import { PlatformId } from './platform.ts'
import { BulletinId } from './summary-fields.ts'
import { atMost, Day, someText, Text } from './text.ts'

const differ = (words: readonly string[]) => new Set(words).size === words.length

const Reason = someText('a reason', holdReason)

/** What a hold is on. A machine is held where all three parts name it. */
const scope = {
  /** The fixes that are held; null: every fix. */
  bulletins: z.nullable(
    z
      .array(BulletinId)
      .check(
        z.minLength(1, 'expected a bulletin, or null for every fix'),
        atMost(holdBulletins, 'bulletins'),
        z.refine(differ, 'each bulletin at most once'),
      ),
  ),
  /** Each with all below it; none: all platforms. */
  platforms: z
    .array(PlatformId)
    .check(atMost(holdPlatforms, 'platforms'), z.refine(differ, 'each platform at most once')),
  /** Machines that have any of these roles; none: all machines. */
  roles: z.array(MachineRole).check(atMost(machineRoles, 'roles'), z.refine(differ, 'each role at most once')),
}

/** A hold as a person sets it. `until` is its last day: it ends by itself when that is over. */
export const NewHold = z.object({ ...scope, reason: Reason, until: Day })
export type NewHold = z.infer<typeof NewHold>

/** Until when a hold goes on, and why. */
export const HoldRenewal = z.object({ until: Day, reason: Reason })
export type HoldRenewal = z.infer<typeof HoldRenewal>

/** Why a hold ends before its last day. */
export const HoldEnding = z.object({ why: Reason })
export type HoldEnding = z.infer<typeof HoldEnding>

/** A hold on file. */
export const Hold = z.object({
  id: z.int(),
  /** The number of its last event, for `If-Match`. */
  version: z.int(),
  ...scope,
  /** Of the last renewal, where there was one; so is `until`. */
  reason: z.string(),
  until: Day,
  /** The last day that was set at first. */
  first: Day,
  /** Who has set it, and when: a renewal keeps both. */
  by: z.string(),
  at: z.iso.datetime(),
  /** How often it was renewed. */
  renewals: z.int(),
  /** Who has renewed it last; null where nobody has. */
  renewed: z.nullable(z.object({ by: z.string(), at: z.iso.datetime() })),
  /** Who has ended it before its last day, and why; null where nobody has. */
  ended: z.nullable(z.object({ by: z.string(), at: z.iso.datetime(), why: z.string() })),
})
export type Hold = z.infer<typeof Hold>

/** The holds in force on a day of the team, or also those that are over; the one that ends first comes first. */
export const HoldList = z.object({
  today: Day,
  zone: z.string(),
  holds: z.array(Hold),
  /** How the platforms of these holds are called; of one that no bulletin names any more nothing. */
  labels: z.record(PlatformId, Text),
})
export type HoldList = z.infer<typeof HoldList>

/** What the problem of a lost race tells beyond the usual: the hold as it is now. */
export const HoldConflict = z.object({ current: Hold })

/** What an event of a hold tells: the hold as it was set, how it was renewed, or why it was ended. */
export const HoldSaid = z.object({
  /** The number of the hold; null in the event that sets it, whose number it has. */
  hold: z.nullable(z.int()),
  ...scope,
  /** Until when it was before; null where it was not. */
  from: z.nullable(Day),
  until: Day,
  reason: z.string(),
  renewals: z.int(),
})
export type HoldSaid = z.infer<typeof HoldSaid>

export const holdEvents = ['set', 'renewed', 'ended'] as const

/** Something that has happened to a hold. */
export const HoldEvent = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  who: z.string(),
  what: z.enum(holdEvents),
  detail: HoldSaid,
})
export type HoldEvent = z.infer<typeof HoldEvent>
