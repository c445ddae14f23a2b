import * as z from 'zod'
import { Bulletin } from './bulletin.ts'
import { Change } from './changes.ts'
import { BulletinEvent } from './events.ts'
import { Day } from './text.ts'

/** A version of a bulletin that is on file. The first is 1, the last is the present bulletin. */
export const Version = z.object({
  number: z.int().check(z.positive()),
  /** Until when it counted; null for the last. */
  until: z.nullable(z.iso.datetime()),
  updatedOn: Day,
  /** As its publisher numbers it. */
  revision: z.string(),
  /** What it changed of the version before; nothing for the first. */
  changes: z.array(Change),
})
export type Version = z.infer<typeof Version>

const { urgency, tests, knownIssues, supportPages, platforms } = Bulletin.shape

/** What go or no-go is judged by. */
export const Judged = z.object({ urgency, tests, knownIssues, supportPages, platforms })
export type Judged = z.infer<typeof Judged>

/** What has become of a bulletin. */
export const History = z.object({
  /** The newest first. */
  versions: z.array(Version),
  /** All events of it, oldest first. */
  events: z.array(BulletinEvent),
  /** The bulletin after the last of the events, with what the lab has recorded: who reads both has seen what they sign for. */
  judged: Judged,
})
export type History = z.infer<typeof History>
