/** A subscription that is being written and not saved yet. */
import * as z from 'zod'
import {
  NoticeKind,
  NoticeOwner,
  weekdays,
  type Subscription,
  type SubscriptionSettings,
} from '../../../contract/notices.ts'
import type { DraftItem } from '../../lib/drafts.ts'
import type { StartingPoint } from './starting-points.ts'

const SubscriptionDraft = z.object({
  name: z.string(),
  owner: NoticeOwner,
  about: z.enum(['changes', 'weekly']),
  search: z.string(),
  kinds: z.array(NoticeKind),
  isAssigned: z.boolean(),
  isWatched: z.boolean(),
  /** Null where none is chosen yet. */
  channel: z.nullable(z.int()),
  /** A mail address of one's own, typed where there is none yet. */
  address: z.string(),
  every: z.enum(['change', 'day', 'week']),
  on: z.literal(weekdays),
  at: z.string(),
  zone: z.string(),
  language: z.enum(['ja', 'en']),
})
export type SubscriptionDraft = z.infer<typeof SubscriptionDraft>

/** What a new one has that is the reader's own. */
export type Own = Pick<SubscriptionDraft, 'owner' | 'channel' | 'zone' | 'language'>

const clockOf = (when: SubscriptionSettings['when'], zone: string) => ({
  every: when.every,
  on: when.every === 'week' ? when.on : 1,
  at: when.every === 'change' ? '08:00' : when.at,
  zone: when.every === 'change' ? zone : when.zone,
})

/** A new one as it starts. */
export const newDraft = ({ when, ...start }: StartingPoint, own: Own): SubscriptionDraft => ({
  ...own,
  ...start,
  ...clockOf(when, own.zone),
  address: '',
})

/** One that is on file, to be edited. `zone`: of the reader's device. */
export const draftOfSubscription = (
  { name, owner, about, search, kinds, isAssigned, isWatched, channel, language, when }: Subscription,
  zone: string,
): SubscriptionDraft => ({
  name,
  owner,
  about,
  search,
  kinds,
  isAssigned,
  isWatched,
  channel,
  language,
  ...clockOf(when, zone),
  address: '',
})

/** `key`: which subscription it is of, or what a new one starts from. */
export const subscriptionDraft = (key: string, empty: SubscriptionDraft): DraftItem<SubscriptionDraft> => ({
  name: `subscription ${key}`,
  schema: SubscriptionDraft,
  empty,
})

type Wrong = Partial<Record<'name' | 'kinds' | 'channel' | 'at', true>>

/** The settings that a draft says, and what is to be put right before they can be saved. */
export function readDraftSettings(draft: SubscriptionDraft): { settings: SubscriptionSettings; wrong: Wrong } {
  const { address, channel, every, on, at, zone, name, ...rest } = draft
  const when: SubscriptionSettings['when'] =
    every === 'change' ? { every } : every === 'day' ? { every, at, zone } : { every, on, at, zone }
  const isTimed = draft.about === 'changes' && every !== 'change'
  return {
    settings: {
      ...rest,
      name: name.trim(),
      // Of what is typed first the number is not known yet.
      channel: channel ?? 0,
      when,
    },
    wrong: {
      ...(name.trim() === '' && { name: true }),
      ...(draft.about === 'changes' && draft.kinds.length === 0 && { kinds: true }),
      ...(channel === null && address.trim() === '' && { channel: true }),
      ...(isTimed && !/^\d\d:\d\d$/.test(at) && { at: true }),
    },
  }
}
