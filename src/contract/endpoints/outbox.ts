import * as z from 'zod'
import { Arrival, Notice } from '../notices.ts'
import { keptNumber } from '../text.ts'
import { presences } from '../vocabulary.ts'
import type { Endpoint } from './endpoint.ts'

/** What was sent, to whom, when, and what came back. */
export const outbox = {
  listNotices: {
    method: 'get',
    path: '/api/notices',
    role: 'viewer',
    query: z.object({
      /** Only those of this subscription. */
      subscription: z.optional(keptNumber('expected the number of a subscription')),
      /** Only those to this channel. */
      channel: z.optional(keptNumber('expected the number of a channel')),
      /** Only those that have not arrived: to be tried again, or given up. */
      failing: z.optional(z.enum(presences)),
    }),
    isPaged: true,
    reply: z.array(Notice),
  },
  viewNoticeHealth: {
    method: 'get',
    path: '/api/notices/health',
    role: 'viewer',
    /** By kind of channel; a kind that no channel is of is absent. */
    reply: z.object({
      /** Whether links in what is sent lead nowhere but to the server's own machine: `PUBLIC_URL` is not set. */
      isWithoutAddress: z.boolean(),
      email: z.optional(Arrival),
      webhook: z.optional(Arrival),
      teams: z.optional(Arrival),
      slack: z.optional(Arrival),
    }),
  },
} as const satisfies Record<string, Endpoint>
