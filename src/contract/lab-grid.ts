/** What the lab has to test of a release on each OS edition, and how that went. */
import * as z from 'zod'
import { KnownIssue } from './bulletin.ts'
import { fixLines } from './fixes.ts'
import { PlatformId } from './platform.ts'
import { BulletinId, Name } from './summary-fields.ts'
import { Day, Text } from './text.ts'
import { Outcome } from './words.ts'

/** What is updated together: one column. */
export const LabKind = z.object({
  key: z.string(),
  line: z.enum(fixLines),
  /** The program; absent for Windows itself. */
  name: z.optional(Name),
})
export type LabKind = z.infer<typeof LabKind>

/**
 * `install`: it is to be installed here. `where-installed`: it is, where a program is there of which the fleet says
 * nothing. `other`: a newer fix has it, or it is for something else; such a fix counts only once it was tested.
 */
export const labNeeds = ['install', 'where-installed', 'other'] as const

/** A fix on an OS edition. */
export const LabCell = z.object({
  /** The key of its column. */
  kind: z.string(),
  bulletin: BulletinId,
  build: z.optional(Name),
  need: z.enum(labNeeds),
  /** The worst that was seen here; null where it was not tested. */
  outcome: z.nullable(Outcome),
  /** Who has tested last, and when. */
  by: z.optional(Name),
  on: z.optional(Day),
  /** How many open known issues of the fix concern this edition; a page that nobody has read counts for none. */
  issues: z.int(),
})
export type LabCell = z.infer<typeof LabCell>

/** An OS edition that is tested on: one row. */
export const LabEdition = z.object({
  platform: PlatformId,
  /** As results name it. */
  edition: Name,
  /** Whether it is its platform as a whole, of which no editions are told apart. */
  isPlatform: z.boolean(),
  /** Its platform in full: "Windows 11 Version 24H2 for x64-based Systems". */
  label: Text,
  /** The version that it is of. */
  group: PlatformId,
  /** Null where no fleet is on file, or it does not name this edition. */
  machines: z.nullable(z.int()),
  cells: z.array(LabCell),
})
export type LabEdition = z.infer<typeof LabEdition>

/** A known issue of a fix of the grid. */
export const LabIssue = z.object({
  bulletin: BulletinId,
  issue: KnownIssue,
  /** The day of the issue, or of its fix. */
  on: z.optional(Day),
  /** The platforms that it is on, by version. */
  platforms: z.array(Text),
})
export type LabIssue = z.infer<typeof LabIssue>

/** OS editions by kinds of fix. */
export const TestGrid = z.object({
  /** The key of the release; null where none is on file. */
  release: z.nullable(z.string()),
  hasFleet: z.boolean(),
  kinds: z.array(LabKind),
  /** The versions that the editions are of, in order. */
  groups: z.array(z.object({ platform: PlatformId, label: Text })),
  editions: z.array(LabEdition),
  /** How many fixes of the release are in no cell. */
  others: z.int(),
  /** The open known issues of its fixes on these editions: without workaround first, then the newest. */
  issues: z.array(LabIssue),
})
export type TestGrid = z.infer<typeof TestGrid>
