import * as z from 'zod'
import type { Endpoint } from './endpoint.ts'

const Well = z.object({ status: z.literal('ok') })

/** What the server says of itself. */
export const about = {
  describeApi: {
    method: 'get',
    path: '/api/openapi.json',
    role: 'anyone',
    reply: z.looseObject({ openapi: z.string() }),
  },
  describeSchemas: {
    method: 'get',
    path: '/api/schemas.json',
    role: 'anyone',
    reply: z.record(z.string(), z.looseObject({})),
  },
  viewHealth: {
    method: 'get',
    path: '/healthz',
    role: 'anyone',
    reply: Well,
  },
  viewReadiness: {
    method: 'get',
    path: '/readyz',
    role: 'anyone',
    reply: Well,
  },
  viewMetrics: {
    method: 'get',
    path: '/metrics',
    role: 'viewer',
    isForPrograms: true,
    reply: z.string(),
    media: 'application/openmetrics-text',
  },
} as const satisfies Record<string, Endpoint>
