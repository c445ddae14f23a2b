import * as z from 'zod'
import { BulletinDue, DueExtension, DueList, DuePolicy, DuePreview, KeptDuePolicy } from '../due.ts'
import { BulletinQuery } from '../summary.ts'
import { BulletinId } from '../summary-fields.ts'
import type { Endpoint } from './endpoint.ts'

const oneBulletin = z.object({ id: BulletinId })

/** Until when policy wants each bulletin deployed, the policy itself, and the days that people have moved. */
export const due = {
  listDue: {
    method: 'get',
    path: '/api/due',
    role: 'viewer',
    reply: DueList,
  },
  viewDueCalendar: {
    method: 'get',
    path: '/api/due/calendar',
    role: 'viewer',
    query: z.object({ ...BulletinQuery.shape, lang: z.optional(z.enum(['ja', 'en'])) }),
    reply: z.string(),
    media: 'text/calendar',
  },
  viewDuePolicy: {
    method: 'get',
    path: '/api/due/policy',
    role: 'viewer',
    reply: KeptDuePolicy,
  },
  setDuePolicy: {
    method: 'put',
    path: '/api/due/policy',
    role: 'admin',
    body: DuePolicy,
    isConditional: true,
    reply: KeptDuePolicy,
  },
  previewDuePolicy: {
    method: 'post',
    path: '/api/due/preview',
    role: 'admin',
    body: DuePolicy,
    reply: DuePreview,
  },
  viewBulletinDue: {
    method: 'get',
    path: '/api/bulletins/{id}/due',
    role: 'viewer',
    params: oneBulletin,
    reply: BulletinDue,
  },
  extendDue: {
    method: 'put',
    path: '/api/bulletins/{id}/due/exception',
    role: 'analyst',
    params: oneBulletin,
    body: DueExtension,
    isConditional: true,
    reply: BulletinDue,
  },
  endDueException: {
    method: 'delete',
    path: '/api/bulletins/{id}/due/exception',
    role: 'analyst',
    params: oneBulletin,
    reply: BulletinDue,
  },
} as const satisfies Record<string, Endpoint>
