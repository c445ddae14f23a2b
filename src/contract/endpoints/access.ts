import * as z from 'zod'
import { Destination, Me } from '../access.ts'
import { OwnPassword } from '../people.ts'
import { Credentials } from '../person-name.ts'
import { nothing, type Endpoint } from './endpoint.ts'

/** Coming in and going out. */
export const access = {
  signIn: {
    method: 'post',
    path: '/api/sign-in',
    summary: 'Signs in with an account that is kept here; the answer sets the cookie of the session',
    role: 'anyone',
    params: nothing,
    query: nothing,
    body: Credentials,
    reply: Me,
  },
  signOut: {
    method: 'post',
    path: '/api/sign-out',
    summary: 'Ends the session',
    role: 'anyone',
    params: nothing,
    query: nothing,
    reply: Me,
  },
  setOwnPassword: {
    method: 'put',
    path: '/api/me/password',
    summary: 'Changes the password of who asks; all their sessions end but this one',
    role: 'viewer',
    isPersonal: true,
    params: nothing,
    query: nothing,
    body: OwnPassword,
    reply: Me,
  },
  beginOpenId: {
    method: 'get',
    path: '/api/sign-in/openid',
    summary: 'Sends the browser to the OpenID provider',
    role: 'anyone',
    params: nothing,
    query: z.object({ to: z.optional(Destination) }),
    reply: z.string(),
    media: 'text/html',
  },
  finishOpenId: {
    method: 'get',
    path: '/api/sign-in/openid/callback',
    summary: 'Where the OpenID provider sends the browser back to',
    role: 'anyone',
    params: nothing,
    query: z.looseObject({}),
    reply: z.string(),
    media: 'text/html',
  },
} as const satisfies Record<string, Endpoint>
