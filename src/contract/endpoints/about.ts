import * as z from 'zod'
import { nothing, type Endpoint } from './endpoint.ts'

const Well = z.object({ status: z.literal('ok') })

/** What the server says of itself. */
export const about = {
  describeApi: {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'The description of all this, OpenAPI 3.1',
    role: 'anyone',
    params: nothing,
    query: nothing,
    reply: z.looseObject({ openapi: z.string() }),
  },
  viewHealth: {
    method: 'get',
    path: '/healthz',
    summary: 'The server is alive',
    role: 'anyone',
    params: nothing,
    query: nothing,
    reply: Well,
  },
  viewReadiness: {
    method: 'get',
    path: '/readyz',
    summary: 'Its database can be reached',
    role: 'anyone',
    params: nothing,
    query: nothing,
    reply: Well,
  },
} as const satisfies Record<string, Endpoint>
