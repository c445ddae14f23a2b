/** The machines that there are. */
import * as z from 'zod'
import { fleetLines, machineRole, machineRoles, machines, osEdition } from './limits.ts'
import { PlatformId } from './platform.ts'
import { BulletinId } from './summary-fields.ts'
import { atMost, someText, wholeNumber } from './text.ts'

/** Whether the internet reaches a machine. */
export const reachabilities = ['yes', 'no'] as const

/** Roles that the form proposes; any other word will do. */
export const proposedRoles = ['domain-controller', 'kiosk'] as const

/** What machines are for, in a word of the team; without commas and semicolons, which separate roles in a file. */
export const MachineRole = someText('a role', machineRole).check(z.regex(/^[^,;]*$/, 'expected no comma or semicolon'))

const differ = (words: readonly string[]) => new Set(words).size === words.length

/** A number of machines of a platform, or of one OS edition of it. */
export const FleetLine = z.object({
  platform: PlatformId,
  /** Null where editions are not told apart. */
  edition: z.nullable(someText('an OS edition', osEdition)),
  machines: wholeNumber(machines),
  /** Absent where nobody has said. */
  reachable: z.optional(z.enum(reachabilities)),
  roles: z.optional(
    z.array(MachineRole).check(atMost(machineRoles, 'roles'), z.refine(differ, 'each role at most once')),
  ),
  /** Whether these machines report themselves; what is sent of them is left as it is on file. */
  reported: z.optional(z.literal(true)),
})
export type FleetLine = z.infer<typeof FleetLine>

/** What a fleet has one line of: the platform and the OS edition; of machines that report, what else is known of them. */
export const lineKey = ({
  platform,
  edition,
  reported,
  reachable,
  roles = [],
}: Pick<FleetLine, 'platform' | 'edition'> & Partial<FleetLine>): string =>
  JSON.stringify(reported ? [platform, edition, reachable ?? null, roles] : [platform, edition])

/** The fleet as last set; version 0 and no lines where it never was. */
export const Fleet = z.object({
  version: z.int(),
  at: z.nullable(z.iso.datetime()),
  by: z.nullable(z.string()),
  lines: z.array(FleetLine),
})
export type Fleet = z.infer<typeof Fleet>

const isOnce = (lines: readonly FleetLine[]) => new Set(lines.map(lineKey)).size === lines.length

/** A whole fleet, as people set it. */
export const FleetLines = z
  .array(FleetLine)
  .check(atMost(fleetLines, 'lines'), z.refine(isOnce, 'each platform and OS edition at most once'))

/** How far platforms are that share what is to be installed: `applied`, `missing` and `unchecked` machines add up to `of`. */
export const ProgressRow = z.object({
  platforms: z.array(PlatformId),
  /** What is to be installed on any of them; none where nothing is known. */
  fixes: z.array(BulletinId),
  of: z.int(),
  applied: z.int(),
  missing: z.int(),
  unchecked: z.int(),
})
export type ProgressRow = z.infer<typeof ProgressRow>

/** How far the fleet is with what is to be installed on it, each platform in one row. */
export const FleetProgress = z.object({ rows: z.array(ProgressRow) })
