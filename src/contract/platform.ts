import * as z from 'zod'
import { Day, Text } from './text.ts'

/** Slugs of family, version and variant joined by dots: `windows-2000`, `windows-2000.sp3`, `windows-11.24h2.x64`. */
export const PlatformId = z
  .string()
  .check(z.regex(/^[a-z0-9-]{1,80}(\.[a-z0-9-]{1,80}){0,2}$/, 'expected a platform such as windows-2000.sp3'))
export type PlatformId = z.infer<typeof PlatformId>

export const PlatformKind = z.enum(['server', 'client', 'application', 'unknown'])

/** What can be affected. `label` names the platform in full: "Windows 2000 SP3"; `version` and `variant` are short: "SP3". */
export const Platform = z.object({
  id: PlatformId,
  family: z.string().check(z.minLength(1)),
  version: z.nullable(z.string()),
  variant: z.nullable(z.string()),
  label: Text,
  kind: PlatformKind,
  supportEndsOn: z.nullable(Day),
  /** Who makes it, as documents say: the tree is grouped by it. Absent for the platforms that our own rules name, which are Microsoft's. */
  vendor: z.optional(z.string().check(z.minLength(1))),
  /** Ids that it went by before: what refers to one of them (links, filters, fleet lines, lab results) means this platform. */
  formerIds: z.optional(z.array(PlatformId)),
})
export type Platform = z.infer<typeof Platform>

/**
 * A row of `GET /api/platforms`: the tree family → version → variant as a list in reading order, each row naming its
 * `parent`. `bulletins` counts those that affect the platform or anything below it.
 */
export const PlatformCount = z.object({
  ...Platform.shape,
  parent: z.nullable(PlatformId),
  /** Whether it only groups those below it, and is no product that any document names. */
  isGroup: z.optional(z.boolean()),
  bulletins: z.int().check(z.nonnegative()),
})
export type PlatformCount = z.infer<typeof PlatformCount>
