import type { Subscription } from '../../contract/notices.ts'
import type { KeptChannel } from '../store/channels.ts'
import type { Addressed } from '../store/outbox.ts'

/** Where a notice to a channel goes, as the log keeps it: of a subscription, or of the channel alone. */
export const addressedTo = (
  { id, kind, name, owner, address }: KeptChannel,
  of: Pick<Subscription, 'id' | 'name' | 'owner'> | null = null,
): Addressed => ({
  subscription: of?.id ?? null,
  name: of?.name ?? name,
  owner: of?.owner ?? owner,
  channel: id,
  kind,
  address,
})
