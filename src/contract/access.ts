/** Who may do what. */
import * as z from 'zod'
import { destination } from './limits.ts'
import { atMost } from './text.ts'
import { roles } from './vocabulary.ts'

export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** How people are known: one person on their own machine, by accounts kept here, or by an OpenID provider. */
export const SignIn = z.enum(['single-user', 'accounts', 'openid'])
export type SignIn = z.infer<typeof SignIn>

/** Who has set a person's password in their stead, and when. */
export const PasswordSet = z.object({ by: z.string(), at: z.iso.datetime() })
export type PasswordSet = z.infer<typeof PasswordSet>

/** Who is asking. */
export const Me = z.object({
  /** Null for who has not signed in. */
  name: z.nullable(z.string()),
  /** What they may do; null where nothing is open to who has not signed in. */
  role: z.nullable(Role),
  signIn: SignIn,
  /** The number of the last event, from which on an open page listens; 0 for who may look at nothing. */
  last: z.int(),
  /** The number of the last event that they have seen; null before they have said so, and for who does not sign in. */
  seen: z.nullable(z.int()),
  /** There where they have to choose a password of their own first, since another person has set the one that they have. */
  passwordSet: z.optional(PasswordSet),
})
export type Me = z.infer<typeof Me>

/**
 * A place on this server to which a person goes once they are in: a path, and nothing that a browser would take for
 * another server. Control characters are among that: browsers leave them out before they look.
 */
export const Destination = z
  .string()
  .check(z.regex(/^\/(?![/\\])[^\p{Cc}]*$/u, 'expected a path of this server'), atMost(destination))
