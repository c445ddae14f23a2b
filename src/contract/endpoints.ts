import * as z from 'zod'
import { Bulletin, BulletinId } from './bulletin.ts'
import { PlatformCount } from './platform.ts'
import { BulletinQuery, Summary } from './summary.ts'

/** One route of the API: how it is asked for, and what it answers. */
export type Endpoint = {
  readonly method: 'get'
  readonly path: `/${string}`
  readonly summary: string
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly reply: z.ZodType
}

const nothing = z.object({})

/** Every route of the API, once. */
export const endpoints = {
  listBulletins: {
    method: 'get',
    path: '/api/bulletins',
    summary: 'The summary index, whole or filtered',
    params: nothing,
    query: BulletinQuery,
    reply: z.array(Summary),
  },
  viewBulletin: {
    method: 'get',
    path: '/api/bulletins/{id}',
    summary: 'One bulletin, whole',
    params: z.object({ id: BulletinId }),
    query: nothing,
    reply: Bulletin,
  },
  listPlatforms: {
    method: 'get',
    path: '/api/platforms',
    summary: 'The platform tree with the number of bulletins that affect each platform',
    params: nothing,
    query: nothing,
    reply: z.array(PlatformCount),
  },
} as const satisfies Record<string, Endpoint>
