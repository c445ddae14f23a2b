/** Which fix brings a platform up to date, and what the others are beside it. */
import * as z from 'zod'
import { BulletinId, Name } from './summary-fields.ts'
import { PlatformCount, PlatformId } from './platform.ts'
import { Day } from './text.ts'

/** `alternative`: in place of what is to be installed. `contained`: in a newer fix. */
export const fixStates = ['install', 'alternative', 'contained'] as const
export const FixState = z.enum(fixStates)
export type FixState = z.infer<typeof FixState>

/**
 * What is updated together. `cumulative`: the newest one has all before it. `program`: the same of a program that is
 * named and has no KB. `separate`: each fix is for itself, until another one replaces it.
 */
export const fixLines = ['cumulative', 'internet-explorer', 'servicing-stack', 'program', 'separate'] as const

/** Why a fix is what it is. `by` and `of` name the fix that it is compared with. */
export const FixReason = z.discriminatedUnion('code', [
  /** Nothing else is on file. */
  z.object({ code: z.literal('only') }),
  /** The newest of this many. */
  z.object({ code: z.literal('newest'), among: z.int() }),
  /** No fix on file replaces it. */
  z.object({ code: z.literal('not-replaced') }),
  /** An update without a restart, for machines that are enrolled for it. `lacks`: whether it leaves flaws open that the other one mends. */
  z.object({ code: z.literal('hotpatch'), of: BulletinId, lacks: z.boolean() }),
  /** The security part alone; it is not cumulative, so that each earlier one is needed, too. */
  z.object({ code: z.literal('security-only'), of: BulletinId }),
  /** Nothing tells which of them is newer. */
  z.object({ code: z.literal('undecided'), of: BulletinId }),
  z.object({ code: z.literal('superseded'), by: BulletinId }),
  z.object({ code: z.literal('older-build'), by: BulletinId, build: Name, newer: Name }),
  z.object({ code: z.literal('older-day'), by: BulletinId, on: Day, newer: Day }),
  /** A rollup has it. */
  z.object({ code: z.literal('rollup'), by: BulletinId }),
  /** A hotpatch on an earlier baseline, which a newer update contains. */
  z.object({ code: z.literal('baseline'), by: BulletinId, of: BulletinId }),
])
export type FixReason = z.infer<typeof FixReason>

/** What is doubtful about it. */
export const FixDoubt = z.discriminatedUnion('code', [
  /** Supersedence and build (and, where `trusted` is `build`, the day too) say the opposite of this and another fix. */
  z.object({ code: z.literal('contradiction'), bulletin: BulletinId, trusted: z.enum(['supersedence', 'build']) }),
  /** These say of each other that they replace it. */
  z.object({ code: z.literal('loop'), bulletins: z.array(BulletinId) }),
  /** Others have a build, this one has none. */
  z.object({ code: z.literal('no-build') }),
  /** Any of these may be newer. */
  z.object({ code: z.literal('undecided'), bulletins: z.array(BulletinId) }),
  /** The update that a hotpatch goes with is not on file. */
  z.object({ code: z.literal('no-baseline') }),
  /** The source says of a hotpatch that it needs a restart. */
  z.object({ code: z.literal('restart') }),
])
export type FixDoubt = z.infer<typeof FixDoubt>

/** A fix on a platform. */
export const PlatformFix = z.object({
  bulletin: BulletinId,
  state: FixState,
  reason: FixReason,
  doubts: z.array(FixDoubt),
  publishedOn: Day,
  build: z.optional(Name),
})
export type PlatformFix = z.infer<typeof PlatformFix>

/** Fixes of one product line: what is to be installed, then alternatives, then what is contained, each newest first. */
export const FixLine = z.object({
  line: z.enum(fixLines),
  /** The program of a `program`. */
  name: z.optional(Name),
  fixes: z.array(PlatformFix),
})
export type FixLine = z.infer<typeof FixLine>

/** Products for which the same holds. */
export const ProductFixes = z.object({ platforms: z.array(PlatformId), lines: z.array(FixLine) })
export type ProductFixes = z.infer<typeof ProductFixes>

/** The fixes of a platform: of each product that it may be. `beside`: of programs on it, where they are installed. */
export const PlatformFixes = z.object({
  platform: PlatformId,
  products: z.array(ProductFixes),
  beside: z.array(ProductFixes),
})
export type PlatformFixes = z.infer<typeof PlatformFixes>

/** The same with the platforms that it names, and all above them. */
export const FixesAnswer = z.object({ ...PlatformFixes.shape, platforms: z.array(PlatformCount) })

/** What a bulletin is on a platform of the fleet, or on one that it is for where no fleet is on file; `install` is what is to be installed in its line. */
export const BulletinFix = z.object({
  platform: PlatformId,
  ...PlatformFix.shape,
  line: z.enum(fixLines),
  install: z.array(BulletinId),
})
export type BulletinFix = z.infer<typeof BulletinFix>

/** On which platforms of the fleet a bulletin is what. */
const OnFleet = z.object({
  id: BulletinId,
  install: z.optional(z.array(PlatformId)),
  alternative: z.optional(z.array(PlatformId)),
  contained: z.optional(z.array(PlatformId)),
})

/** The fixes of the whole fleet; none where no fleet is on file. */
export const FleetFixes = z.object({ fixes: z.array(OnFleet) })
export type FleetFixes = z.infer<typeof FleetFixes>
