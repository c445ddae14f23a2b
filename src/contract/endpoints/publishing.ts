import * as z from 'zod'
import { BulletinId } from '../summary-fields.ts'
import { BulletinQuery } from '../summary.ts'
import type { Endpoint } from './endpoint.ts'

const Language = z.optional(z.enum(['ja', 'en']))

/** What goes out to other readers and tools. */
export const publishing = {
  feedBulletins: {
    method: 'get',
    path: '/api/feed.atom',
    role: 'viewer',
    query: z.object({ ...BulletinQuery.shape, lang: Language }),
    reply: z.string(),
    media: 'application/atom+xml',
  },
  exportAdvisory: {
    method: 'get',
    path: '/api/bulletins/{id}/csaf',
    role: 'viewer',
    params: z.object({ id: BulletinId }),
    query: z.object({ lang: Language }),
    reply: z.looseObject({ document: z.looseObject({ csaf_version: z.literal('2.0') }) }),
  },
} as const satisfies Record<string, Endpoint>
