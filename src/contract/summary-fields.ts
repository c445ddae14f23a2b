/** What a list tells of a bulletin: the part of its shape that every page loads. */
import * as z from 'zod'
import { PlatformId } from './platform.ts'
import { Day, Text } from './text.ts'
import {
  Disclosure,
  Environment,
  Exploit,
  Impact,
  Rating,
  Restart,
  Severity,
  Uninstall,
  UrgencyLevel,
} from './words.ts'

export const BulletinId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/, 'expected an id such as MS05-019 or KB5079473'))

export const Name = z.string().check(z.minLength(1))
const Count = z.int().check(z.positive())
export const Kb = z.string().check(z.regex(/^\d{5,8}$/, 'expected the digits of a KB number, such as 893066'))

export const PlatformRating = z.object({ platform: PlatformId, rating: Rating })
export type PlatformRating = z.infer<typeof PlatformRating>

/** Published minutes for a number of machines with `consoles` consoles of `tool`. */
export const PublishedRollout = z.object({
  package: Name,
  tool: Name,
  consoles: Count,
  points: z.array(z.object({ machines: Count, minutes: z.number().check(z.positive()) })).check(z.minLength(1)),
})
export type PublishedRollout = z.infer<typeof PublishedRollout>

/** The fields that a bulletin and its summary have alike. */
export const summaryFields = {
  id: BulletinId,
  kb: z.array(Kb),
  title: Text,
  publishedOn: Day,
  updatedOn: Day,
  revision: Name,
  /** The worst over vulnerabilities and platforms. */
  severity: z.nullable(Severity),
  impact: z.nullable(Impact),
  urgency: z.object({ level: UrgencyLevel, basis: z.enum(['stated', 'rule']), why: Text }),
  exploit: Exploit,
  disclosure: Disclosure,
  restart: Restart,
  uninstall: Uninstall,
  environments: z.array(Environment),
  /** Ids of the older fixes that this one replaces. */
  supersedes: z.array(BulletinId),
}
