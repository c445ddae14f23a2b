/** Until when products and platforms are supported. */
import * as z from 'zod'
import { PlatformId } from './platform.ts'
import { Day } from './text.ts'

/** Editions of one version whose support ends on different days. */
export const supportEditions = ['home-pro', 'enterprise', 'ltsc', 'iot', 'iot-ltsc'] as const
const SupportEdition = z.enum(supportEditions)
export type SupportEdition = z.infer<typeof SupportEdition>

const ends = {
  /** Until when there are improvements beside security updates. */
  mainstreamUntil: z.optional(Day),
  /** The last day of security updates for everybody; `open` where no end is named, `ended` where the day is not known. */
  until: z.union([Day, z.enum(['open', 'ended'])]),
  /** The last day of security updates that are paid for (ESU). */
  paidUntil: z.optional(Day),
}

/** Ends of support of a product by its versions, as a source gives them. */
export const LifecycleProduct = z.object({
  /** By what the source names it: `windows-server`. */
  product: z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{0,79}$/, 'expected a product such as windows-server')),
  title: z.string().check(z.minLength(1)),
  /** The publisher's own page on it, or the page of the source. */
  url: z.url().check(z.regex(/^https?:/, 'expected an http(s) address')),
  asOf: Day,
  /** `cycle` is the version as the source numbers it: `11-24h2-e`; `name` as it writes it: `11 24H2 (E)`. */
  cycles: z.array(z.object({ cycle: z.string(), name: z.string(), releasedOn: z.optional(Day), ...ends })),
})
export type LifecycleProduct = z.infer<typeof LifecycleProduct>

/** Ends of support of a version, or of one edition of it. */
export const SupportTerm = z.object({
  name: z.string(),
  /** Absent where all editions end alike. */
  edition: z.optional(SupportEdition),
  ...ends,
})
export type SupportTerm = z.infer<typeof SupportTerm>

/** How supported a platform is on a day. `esu`: only for those who pay. `partly`: some editions are, others are not. */
export const supportStates = ['supported', 'partly', 'esu', 'ended', 'unknown'] as const
const SupportState = z.enum(supportStates)
export type SupportState = z.infer<typeof SupportState>

/** What is known of the support of a platform: one term, or one for each edition. */
export const PlatformLifecycle = z.object({
  platform: PlatformId,
  state: SupportState,
  terms: z.array(SupportTerm),
  source: z.object({ title: z.string(), url: z.url(), asOf: Day }),
})
export type PlatformLifecycle = z.infer<typeof PlatformLifecycle>

/** The platforms of which the end of support is known; of all others it is not. The states hold on `today` (UTC). */
export const Lifecycles = z.object({ today: Day, platforms: z.array(PlatformLifecycle) })
export type Lifecycles = z.infer<typeof Lifecycles>
