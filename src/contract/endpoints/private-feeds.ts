import * as z from 'zod'
import { MadePrivateFeed, NewPrivateFeed, PersonFeed, PrivateFeed } from '../private-feeds.ts'
import { keptNumber } from '../text.ts'
import type { Endpoint } from './endpoint.ts'

const oneFeed = z.object({ id: keptNumber('expected the number of a private feed') })

/** Whatever is wrong with a secret is answered alike, so that nothing is expected of it here. */
const oneSecret = z.object({ secret: z.string() })

/** Readers add parameters of their own, which mean nothing. */
const anything = z.looseObject({})

/** Private addresses: their person makes and revokes them, and who has the secret reads what they give. */
export const privateFeeds = {
  listPrivateFeeds: {
    method: 'get',
    path: '/api/private-feeds',
    role: 'viewer',
    isPersonal: true,
    reply: z.array(PrivateFeed),
  },
  viewPrivateFeed: {
    method: 'get',
    path: '/api/private-feeds/{id}',
    role: 'viewer',
    isPersonal: true,
    params: oneFeed,
    reply: PrivateFeed,
  },
  makePrivateFeed: {
    method: 'post',
    path: '/api/private-feeds',
    role: 'viewer',
    isPersonal: true,
    needsProof: true,
    body: NewPrivateFeed,
    reply: MadePrivateFeed,
  },
  revokePrivateFeed: {
    method: 'delete',
    path: '/api/private-feeds/{id}',
    role: 'viewer',
    isPersonal: true,
    params: oneFeed,
    reply: z.array(PrivateFeed),
  },
  listPeopleFeeds: {
    method: 'get',
    path: '/api/access/private-feeds',
    role: 'admin',
    reply: z.array(PersonFeed),
  },
  revokePersonFeed: {
    method: 'delete',
    path: '/api/access/private-feeds/{id}',
    role: 'admin',
    isPersonal: true,
    params: oneFeed,
    reply: z.array(PersonFeed),
  },
  readPrivateFeed: {
    method: 'get',
    path: '/api/private/{secret}/feed.atom',
    role: 'anyone',
    params: oneSecret,
    query: anything,
    reply: z.string(),
    media: 'application/atom+xml',
  },
  readPrivateCalendar: {
    method: 'get',
    path: '/api/private/{secret}/calendar.ics',
    role: 'anyone',
    params: oneSecret,
    query: anything,
    reply: z.string(),
    media: 'text/calendar',
  },
} as const satisfies Record<string, Endpoint>
