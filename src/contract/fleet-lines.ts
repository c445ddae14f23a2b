/** A whole fleet, as people set it. */
import * as z from 'zod'
import { FleetLine, lineKey } from './fleet.ts'
import { fleetLines } from './limits.ts'
import { atMost } from './text.ts'

const isOnce = (lines: readonly FleetLine[]) => new Set(lines.map(lineKey)).size === lines.length

export const FleetLines = z
  .array(FleetLine)
  .check(atMost(fleetLines, 'lines'), z.refine(isOnce, 'each platform and OS edition at most once'))
