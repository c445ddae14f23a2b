import * as z from 'zod'
import { BulletinId } from '../summary-fields.ts'
import { NewComment } from '../board.ts'
import { triageChanges } from '../limits.ts'
import { atMost, keptNumber } from '../text.ts'
import { Triaged, TriageList, TriageChange, TriageState } from '../triage.ts'
import { created, nothing, type Endpoint } from './endpoint.ts'

const bodyMiB = 16

const oneBulletin = z.object({ id: BulletinId })

/** How far the team is with each bulletin, and what it says of it. */
export const triage = {
  listTriage: {
    method: 'get',
    path: '/api/triage',
    role: 'viewer',
    query: z.object({
      since: z.optional(keptNumber('expected the version of an earlier answer')),
    }),
    isPaged: true,
    reply: TriageList,
  },
  setTriageOfMany: {
    method: 'put',
    path: '/api/triage',
    role: 'analyst',
    bodyKiB: bodyMiB * 1024,
    body: z.object({ changes: z.array(TriageChange).check(z.minLength(1), atMost(triageChanges, 'changes')) }),
    reply: TriageList,
  },
  viewTriage: {
    method: 'get',
    path: '/api/bulletins/{id}/triage',
    role: 'viewer',
    params: oneBulletin,
    reply: Triaged,
  },
  setTriage: {
    method: 'put',
    path: '/api/bulletins/{id}/triage',
    role: 'analyst',
    params: oneBulletin,
    body: TriageState,
    isConditional: true,
    reply: Triaged,
  },
  addComment: {
    method: 'post',
    path: '/api/bulletins/{id}/comments',
    role: 'analyst',
    params: oneBulletin,
    isKeyed: true,
    body: NewComment,
    reply: created,
  },
  retractComment: {
    method: 'delete',
    path: '/api/bulletins/{id}/comments/{comment}',
    role: 'analyst',
    params: z.object({ ...oneBulletin.shape, comment: keptNumber('expected a number') }),
    reply: nothing,
  },
} as const satisfies Record<string, Endpoint>
