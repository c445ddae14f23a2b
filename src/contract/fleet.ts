/** The machines that there are. */
import * as z from 'zod'
import { fleetLines, machines, osEdition } from './limits.ts'
import { PlatformId } from './platform.ts'
import { atMost, someText, wholeNumber } from './text.ts'

/** A number of machines of a platform, or of one OS edition of it. */
export const FleetLine = z.object({
  platform: PlatformId,
  /** Null where editions are not told apart. */
  edition: z.nullable(someText('an OS edition', osEdition)),
  machines: wholeNumber(machines),
})
export type FleetLine = z.infer<typeof FleetLine>

/** What a fleet has one line of: the platform and the OS edition. */
export const lineKey = ({ platform, edition }: Pick<FleetLine, 'platform' | 'edition'>): string =>
  JSON.stringify([platform, edition])

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
