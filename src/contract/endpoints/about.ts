import * as z from 'zod'
import { nothing, type Endpoint } from './endpoint.ts'

const Well = z.object({ status: z.literal('ok') })

/** What the server says of itself. */
export const about = {
  describeApi: {
    method: 'get',
    path: '/api/openapi.json',
    role: 'anyone',
    params: nothing,
    query: nothing,
    reply: z.looseObject({ openapi: z.string() }),
  },
  describeSchemas: {
    method: 'get',
    path: '/api/schemas.json',
    role: 'anyone',
    params: nothing,
    query: nothing,
    reply: z.record(z.string(), z.looseObject({})),
  },
  viewHealth: {
    method: 'get',
    path: '/healthz',
    role: 'anyone',
    params: nothing,
    query: nothing,
    reply: Well,
  },
  viewReadiness: {
    method: 'get',
    path: '/readyz',
    role: 'anyone',
    params: nothing,
    query: nothing,
    reply: Well,
  },
  viewMetrics: {
    method: 'get',
    path: '/metrics',
    role: 'viewer',
    isForPrograms: true,
    params: nothing,
    query: nothing,
    reply: z.string(),
    media: 'application/openmetrics-text',
  },
} as const satisfies Record<string, Endpoint>
