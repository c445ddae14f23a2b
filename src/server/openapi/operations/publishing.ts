import type { Operations } from '../operations.ts'

export const publishingOperations = {
  exportBulletins: 'Export bulletin summaries as CSV',
  feedBulletins: 'Get the bulletins that were revised last as an Atom feed',
  listPrivateFeeds: 'List your private addresses, without their secrets',
  viewPrivateFeed: 'Get one of your private addresses, without its secret',
  makePrivateFeed: {
    summary: 'Create a private address for a feed reader or a calendar, which cannot sign in',
    description: 'The address itself is part of this answer only. It ends with the role of its person.',
    success: [201],
    errors: [409],
  },
  revokePrivateFeed: 'Revoke one of your private addresses',
  readPrivateFeed: {
    summary: 'Get bulletins as an Atom feed by a private address',
    description: 'What may not leave the organisation (TLP:AMBER+STRICT, TLP:RED) is left out.',
    errors: [429],
  },
  readPrivateCalendar: {
    summary: 'Get due days and kept plans as a calendar by a private address',
    description:
      'Entries keep their UID, SEQUENCE grows with every change, and what falls away is told as cancelled for 60 days.',
    errors: [429],
  },
  exportAdvisory: 'Export a bulletin as a CSAF 2.0 advisory in one language',
} as const satisfies Operations
