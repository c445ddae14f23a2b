import { SubscriptionConflict } from '../../../contract/notices.ts'
import type { Operations } from '../operations.ts'

export const noticesOperations = {
  listChannels: 'List where notices go: your own channels, and those of the teams',
  viewChannel: 'Get a channel',
  addChannel: {
    summary: 'Add your own mail address, or a channel of a team',
    description:
      'Channels of teams take the role admin. A mail address is confirmed by a link that is sent there first. The address of a receiver is a secret: only its host is told again. `secret`, by which a receiver of webhooks knows that a notice is ours (Standard Webhooks), is part of this answer only.',
    success: [201],
    errors: [409],
  },
  removeChannel: { summary: 'Remove a channel that no subscription has', errors: [409] },
  setChannelState: {
    summary: 'Stop a channel, or have it used again',
    description: 'A mail address that is used again is confirmed once more.',
  },
  testChannel: { summary: 'Send a test to a channel', errors: [409] },
  resendConfirmation: {
    summary: 'Send the link that confirms a mail address once more',
    description: 'The link that was sent before counts no more.',
    errors: [409],
  },
  confirmAddress: { summary: 'Confirm a mail address by the secret of the link', errors: [404] },
  reportBounce: {
    summary: 'Report that mail to an address comes back for good',
    description: 'For mail systems, by a token. Every channel of the address is stopped, and its owner is told.',
  },
  listSubscriptions: 'List your own subscriptions, and those of the teams',
  viewSubscription: 'Get a subscription',
  addSubscription: {
    summary: 'Subscribe to what a filter finds, to your own mail or to a channel of a team',
    description: 'Subscriptions of teams take the role analyst.',
    success: [201],
    errors: [409],
  },
  previewSubscription: {
    summary: 'See what a subscription would have sent',
    description:
      'From the events of the last 90 days, the last 20,000 at most, by how everything is now. Nothing is kept, and its channel need not be there.',
  },
  changeSubscription: { summary: 'Change a subscription', conflict: SubscriptionConflict },
  removeSubscription: { summary: 'Remove a subscription', conflict: SubscriptionConflict },
  setSubscriptionState: 'Pause a subscription, or have it sent again',
  testSubscription: { summary: 'Send a test to the channel of a subscription', errors: [409] },
  listNotices: {
    summary: 'List what was sent, to whom and when, and what came back',
    description:
      'The newest first, by pages of 100 unless `limit` says otherwise: your own, and those of teams. With `failing=yes` only those that are to be tried again, or were given up. They are kept for 400 days.',
  },
  viewNoticeHealth: 'See how well notices have arrived in the last 30 days, by kind of channel',
  openUnsubscribe: {
    summary: 'Lead to the page that ends a subscription',
    description: 'For mail programs that open the address in place of posting to it. It ends nothing.',
    success: [302],
  },
  unsubscribe: {
    summary: 'End a subscription by the link of its notices (RFC 8058)',
    description: 'The body may be `List-Unsubscribe=One-Click`, as a form. Only this subscription ends.',
  },
} as const satisfies Operations
