/** Rows of notices: how they are made, and what they hold. */
import { randomBytes } from 'node:crypto'
import type { Insertable } from 'kysely'
import { NoticeContent } from '../../../../contract/notices.ts'
import type { Addressed } from '../../outbox.ts'
import type { Tables } from '../tables.ts'

type NoticeRow = Insertable<Tables['notice']>

/** In a queue one notice goes after the other. */
const queueOf = ({ subscription, channel }: Addressed): string =>
  subscription === null ? `channel ${channel}` : `subscription ${subscription}`

/** An id by which a receiver knows a repetition: 24 characters that nobody can guess. */
const freshMessage = () => `msg_${randomBytes(18).toString('base64url')}`

/** A row that waits. */
export const freshRow = (to: Addressed, madeAt: string, more: Partial<NoticeRow>): NoticeRow => ({
  message: freshMessage(),
  once: null,
  queue: queueOf(to),
  subscription_id: to.subscription,
  name: to.name,
  owner_kind: to.owner.kind,
  owner: to.owner.name,
  channel_id: to.channel,
  kind: to.kind,
  address: to.address,
  state: 'waiting',
  run_id: null,
  not_before: null,
  due_at: null,
  made_at: madeAt,
  day_lines: null,
  content: null,
  next_at: null,
  leased_until: null,
  sent_at: null,
  failures: 0,
  ...more,
})

type Kept = Pick<
  Tables['notice'],
  'subscription_id' | 'name' | 'owner_kind' | 'owner' | 'channel_id' | 'kind' | 'address'
>

export const addressedIn = (row: Kept): Addressed => ({
  subscription: row.subscription_id,
  name: row.name,
  owner: { kind: row.owner_kind, name: row.owner },
  channel: row.channel_id,
  kind: row.kind,
  address: row.address,
})

export const contentIn = (text: string): NoticeContent => NoticeContent.parse(JSON.parse(text))
