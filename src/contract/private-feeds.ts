/** Private addresses of a person, for feed readers and calendars: these cannot sign in. */
import * as z from 'zod'
import { privateFeedName, savedSearch } from './limits.ts'
import { anyText, someText } from './text.ts'

export const privateFeedKinds = ['atom', 'calendar'] as const
export type PrivateFeedKind = (typeof privateFeedKinds)[number]

/** What a calendar can have: due days, maintenance windows of kept plans, and the sessions in them. */
export const calendarParts = ['due', 'windows', 'sessions'] as const
export type CalendarPart = (typeof calendarParts)[number]

const feedLanguages = ['ja', 'en'] as const
export type FeedLanguage = (typeof feedLanguages)[number]

/** What an address is to give; none of it changes later. */
export const NewPrivateFeed = z
  .object({
    /** What its person calls it: `Outlook`. */
    name: someText('a name', privateFeedName),
    kind: z.enum(privateFeedKinds),
    /** The filter as the page of alerts has it, `?urgency=immediate`; empty for all. Of a calendar it chooses the due days. */
    search: anyText(savedSearch).check(z.regex(/^(\?.*)?$/s, 'expected a filter such as ?urgency=immediate')),
    /** Of a calendar; none of a feed. */
    parts: z.array(z.enum(calendarParts)).check(z.maxLength(calendarParts.length)),
    language: z.enum(feedLanguages),
  })
  .check(
    z.refine(({ kind, parts }) => (kind === 'calendar') === parts.length > 0, {
      path: ['parts'],
      message: 'expected what a calendar is to have, and nothing for a feed',
    }),
  )
export type NewPrivateFeed = z.infer<typeof NewPrivateFeed>

/** An address on file, without its secret. */
export const PrivateFeed = z.object({
  id: z.int(),
  ...NewPrivateFeed.shape,
  madeAt: z.iso.datetime(),
  /** When it was last read, to the minute; null before the first time. */
  lastUsedAt: z.nullable(z.iso.datetime()),
})
export type PrivateFeed = z.infer<typeof PrivateFeed>

/** An address of anybody, as an admin sees it: what it gives is its person's own affair. */
export const PersonFeed = z.object({
  id: z.int(),
  name: z.string(),
  kind: z.enum(privateFeedKinds),
  madeAt: z.iso.datetime(),
  lastUsedAt: z.nullable(z.iso.datetime()),
  /** Null for who works alone. */
  person: z.nullable(z.string()),
})
export type PersonFeed = z.infer<typeof PersonFeed>

/** An address that has just been made: it is told only once. */
export const MadePrivateFeed = z.object({ ...PrivateFeed.shape, address: z.url() })
export type MadePrivateFeed = z.infer<typeof MadePrivateFeed>
