import * as z from 'zod'
import { ChangeEntry, ChangeKinds, LastChanges, SeenEvent } from '../changes.ts'
import { nothing, type Endpoint } from './endpoint.ts'
import { keptNumber } from '../text.ts'

const Since = z.optional(keptNumber('expected the number of an event'))

/** What has changed, and up to where a person has seen it. */
export const changes = {
  listChanges: {
    method: 'get',
    path: '/api/changes',
    role: 'viewer',
    params: nothing,
    query: z.object({ since: Since, kind: z.optional(ChangeKinds) }),
    isPaged: true,
    reply: z.array(ChangeEntry),
  },
  lastChanges: {
    method: 'get',
    path: '/api/changes/last',
    role: 'viewer',
    params: nothing,
    query: z.object({ since: Since }),
    reply: LastChanges,
  },
  setSeen: {
    method: 'put',
    path: '/api/seen',
    role: 'viewer',
    isPersonal: true,
    params: nothing,
    query: nothing,
    body: SeenEvent,
    reply: SeenEvent,
  },
} as const satisfies Record<string, Endpoint>
