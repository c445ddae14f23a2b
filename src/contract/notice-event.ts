/** What the receiver of a webhook gets: an event by Standard Webhooks 1.0.0. */
import * as z from 'zod'
import { NoticeLine } from './notices.ts'

/** One thing that is told. `url`: where people read it; `summary`: what changed, in the language of the subscription. */
export const EventLine = z.object({
  ...NoticeLine.omit({ path: true }).shape,
  url: z.url(),
  summary: z.array(z.string()),
})
export type EventLine = z.infer<typeof EventLine>

/** What a receiver gets. New fields may come; those that are here stay. */
export const NoticeEvent = z.object({
  type: z.enum([
    'notice.changes',
    'notice.weekly',
    'notice.test',
    'notice.stopped',
    'notice.password',
    'notice.confirm',
  ]),
  /** When the notice was made: the same at each attempt. */
  timestamp: z.iso.datetime(),
  data: z.object({
    /** As in the header `webhook-id`. */
    id: z.string(),
    subscription: z.string(),
    language: z.enum(['ja', 'en']),
    headline: z.string(),
    /** Where people read it. */
    url: z.url(),
    /** How many things happened, and to how many alerts; `lines` may have fewer, the most pressing first. */
    count: z.int(),
    alerts: z.int(),
    lines: z.array(EventLine),
  }),
})
export type NoticeEvent = z.infer<typeof NoticeEvent>
