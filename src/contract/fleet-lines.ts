/** A whole fleet, as people set it. */
import * as z from 'zod'
import { FleetLine, lineKey } from './fleet.ts'

const isOnce = (lines: readonly FleetLine[]) => new Set(lines.map(lineKey)).size === lines.length

export const FleetLines = z
  .array(FleetLine)
  .check(z.maxLength(5000, 'at most 5,000 lines'), z.refine(isOnce, 'each platform and OS edition at most once'))
