import * as z from 'zod'
import { Destination, Me } from '../access.ts'
import { OwnPassword, PresentPassword, SignInEntry } from '../people.ts'
import { Credentials } from '../person-name.ts'
import type { Endpoint } from './endpoint.ts'

/** Coming in and going out. */
export const access = {
  viewMe: {
    method: 'get',
    path: '/api/me',
    role: 'anyone',
    reply: Me,
  },
  signIn: {
    method: 'post',
    path: '/api/sign-in',
    role: 'anyone',
    body: Credentials,
    reply: Me,
  },
  signOut: {
    method: 'post',
    path: '/api/sign-out',
    role: 'anyone',
    reply: Me,
  },
  setOwnPassword: {
    method: 'put',
    path: '/api/me/password',
    role: 'viewer',
    isPersonal: true,
    body: OwnPassword,
    reply: Me,
  },
  proveSession: {
    method: 'post',
    path: '/api/me/proof',
    role: 'viewer',
    isPersonal: true,
    body: PresentPassword,
    reply: z.object({ until: z.iso.datetime() }),
  },
  listSignIns: {
    method: 'get',
    path: '/api/me/sign-ins',
    role: 'viewer',
    isPersonal: true,
    reply: z.array(SignInEntry),
  },
  endOtherSignIns: {
    method: 'delete',
    path: '/api/me/sign-ins',
    role: 'viewer',
    isPersonal: true,
    reply: z.array(SignInEntry),
  },
  endSignIn: {
    method: 'delete',
    path: '/api/me/sign-ins/{id}',
    role: 'viewer',
    isPersonal: true,
    params: z.object({ id: z.string() }),
    reply: z.array(SignInEntry),
  },
  beginOpenId: {
    method: 'get',
    path: '/api/sign-in/openid',
    role: 'anyone',
    // `proof`: they are in already, and show the provider once more that it is they.
    query: z.object({ to: z.optional(Destination), proof: z.optional(z.literal('yes')) }),
    reply: z.string(),
    media: 'text/html',
  },
  finishOpenId: {
    method: 'get',
    path: '/api/sign-in/openid/callback',
    role: 'anyone',
    query: z.looseObject({}),
    reply: z.string(),
    media: 'text/html',
  },
} as const satisfies Record<string, Endpoint>
