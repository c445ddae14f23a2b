import * as z from 'zod'
import { ChangeEntry, ChangeKinds, LastChanges, SeenEvent } from '../changes.ts'
import type { Endpoint } from './endpoint.ts'
import { keptNumber } from '../text.ts'

const Since = z.optional(keptNumber('expected the number of an event'))

/** What has changed, and up to where a person has seen it. */
export const changes = {
  listChanges: {
    method: 'get',
    path: '/api/changes',
    role: 'viewer',
    query: z.object({ since: Since, kind: z.optional(ChangeKinds) }),
    isPaged: true,
    reply: z.array(ChangeEntry),
  },
  lastChanges: {
    method: 'get',
    path: '/api/changes/last',
    role: 'viewer',
    query: z.object({ since: Since }),
    reply: LastChanges,
  },
  setSeen: {
    method: 'put',
    path: '/api/seen',
    role: 'viewer',
    isPersonal: true,
    body: SeenEvent,
    reply: SeenEvent,
  },
} as const satisfies Record<string, Endpoint>
