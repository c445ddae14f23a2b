import * as z from 'zod'
import type { Endpoint } from './endpoint.ts'
import { keptNumber } from '../text.ts'

/** What open pages are told while they are open. */
export const live = {
  watchEvents: {
    method: 'get',
    path: '/api/events',
    role: 'viewer',
    query: z.object({
      /** The number of the last event that the page knows of; without it, what happens from now on. */
      since: z.optional(keptNumber('expected the number of an event')),
    }),
    reply: z.string(),
    media: 'text/event-stream',
  },
} as const satisfies Record<string, Endpoint>
