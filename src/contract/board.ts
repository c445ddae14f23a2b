/** What people say to each other, and what concerns one of them. */
import * as z from 'zod'
import { Due } from './due.ts'
import { CommentText } from './events.ts'
import { FieldReport } from './field-reports.ts'
import { assignee, handoverNote } from './limits.ts'
import { Handover, Mention } from './mentions.ts'
import { NoticeKind } from './notices.ts'
import { BulletinId, summaryFields } from './summary-fields.ts'
import { Day, someText, Text } from './text.ts'
import { Triaged } from './triage.ts'

/** A text of the discussion as it is sent. `replyTo`: the number of the text that it answers. */
export const NewComment = z.object({ text: CommentText, replyTo: z.optional(z.int().check(z.positive())) })

/** Which talk is asked for: all, one's own, what names one or answers one, what one watches, or field reports. */
export const boardViews = ['all', 'mine', 'mentions', 'watched', 'field'] as const
export type BoardView = (typeof boardViews)[number]

/** Something that a person has said of a bulletin. */
export const BoardEntry = z.object({
  /** The number of its event. */
  id: z.int(),
  at: z.iso.datetime(),
  who: z.string(),
  bulletin: BulletinId,
  title: Text,
  what: z.enum(['comment', 'handover', 'field-report']),
  /** Null once its author has taken it back. */
  text: z.nullable(z.string()),
  mentions: z.array(Mention),
  /** What it answers; `text` is its beginning, null once that was taken back. */
  replyTo: z.nullable(z.object({ id: z.int(), who: z.string(), text: z.nullable(z.string()) })),
  /** What was seen; absent where it is no field report, or was taken back. */
  report: z.optional(FieldReport),
  /** To whom it was handed over; absent where it was not. */
  to: z.optional(z.nullable(z.string())),
})
export type BoardEntry = z.infer<typeof BoardEntry>

/** The bulletins that a person watches, by id. */
export const Watches = z.object({ bulletins: z.array(BulletinId) })
export type Watches = z.infer<typeof Watches>

/**
 * Why something concerns a person, the strongest reason first. `triaged`: another person has changed what is assigned to
 * them. `password-set`: another person has set their password. `watched`: something has happened to what they watch.
 */
export const concernReasons = [
  'password-set',
  'channel-stopped',
  'overdue',
  'gate-waiting',
  'assigned',
  'mentioned',
  'replied',
  'due-soon',
  'triaged',
  'watched',
] as const
export const ConcernReason = z.enum(concernReasons)
export type ConcernReason = z.infer<typeof ConcernReason>

/** One thing that concerns a person. */
export const Concern = z.object({
  /** Stays the same while it is the same thing. */
  key: z.string(),
  why: ConcernReason,
  /** When it happened, or since when it is so. */
  at: z.iso.datetime(),
  /** The number of the event, the last one where it is about several; null of what a day brings. */
  event: z.nullable(z.int()),
  /** Who did it; empty where nobody did. */
  who: z.string(),
  /** What happened to what is watched, without repetitions; `count` events. */
  kinds: z.array(NoticeKind),
  count: z.int(),
  /** Null where it is about none. */
  bulletin: z.nullable(BulletinId),
  /** Of the bulletin, the plan or the channel. */
  title: Text,
  /** What was said, its beginning, or why; empty where nothing was. */
  text: z.string(),
  due: z.nullable(Day),
  /** Where it is to be read here. */
  path: z.string(),
  isNew: z.boolean(),
})
export type Concern = z.infer<typeof Concern>

/** Up to which event, and which moment, a person has read what concerns them. */
export const ReadUpTo = z.object({ event: z.int().check(z.nonnegative()), at: z.iso.datetime() })
export type ReadUpTo = z.infer<typeof ReadUpTo>

/** What concerns who asks, the newest first. `upTo`: what is sent to say that all of this was read. */
export const Concerns = z.object({ items: z.array(Concern), unread: z.int(), upTo: ReadUpTo })
export type Concerns = z.infer<typeof Concerns>

/** A bulletin that waits for a person. */
export const WorkItem = z.object({
  id: BulletinId,
  title: Text,
  publishedOn: Day,
  urgency: summaryFields.urgency,
  severity: summaryFields.severity,
  due: z.nullable(Due),
  triage: Triaged,
  /** What was said when it was handed over to whom it is assigned now; null where nothing was. */
  handover: z.nullable(z.object({ who: z.string(), at: z.iso.datetime(), ...Handover.shape })),
})
export type WorkItem = z.infer<typeof WorkItem>

const Work = z.object({ count: z.int(), items: z.array(WorkItem) })

/** What is open and assigned to who asks, and what is urgent and nobody’s; each by its due day. `count` of all. */
export const MyWork = z.object({ assigned: Work, unassigned: Work })
export type MyWork = z.infer<typeof MyWork>

/** To whom a bulletin is given, and what they are told. */
export const HandoverTo = z.object({
  to: someText('a name', assignee),
  text: someText('a note', handoverNote),
})
export type HandoverTo = z.infer<typeof HandoverTo>
