/** Who may do what. */
import * as z from 'zod'
import { Topic } from './events.ts'

/** Each may all that those before it may: analysts triage and record, editors bring in, admins let people in. */
export const roles = ['viewer', 'analyst', 'editor', 'admin'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** Whether a role is enough where another is asked for. */
export const isEnough = (role: Role, asked: Role): boolean => roles.indexOf(role) >= roles.indexOf(asked)

/** How people are known: one person on their own machine, by accounts kept here, or by an OpenID provider. */
export const SignIn = z.enum(['single-user', 'accounts', 'openid'])
export type SignIn = z.infer<typeof SignIn>

/** Who is asking. */
export const Me = z.object({
  /** Null for who has not signed in. */
  name: z.nullable(z.string()),
  /** What they may do; null where nothing is open to who has not signed in. */
  role: z.nullable(Role),
  signIn: SignIn,
})
export type Me = z.infer<typeof Me>

/** The name by which a person signs in and is known in the history. */
export const PersonName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'expected a name'),
    z.maxLength(80, 'at most 80 characters'),
    z.regex(/^[^\p{Cc}/]*$/u, 'expected a name without control characters and slashes'),
  )

/** Length is what makes a password strong (NIST SP 800-63B, 5.1.1): no rule asks for odd characters. */
export const Password = z
  .string()
  .check(z.minLength(12, 'at least 12 characters'), z.maxLength(200, 'at most 200 characters'))

export const Credentials = z.object({ name: PersonName, password: z.string().check(z.maxLength(200)) })
export type Credentials = z.infer<typeof Credentials>

/** Somebody who may come in. */
export const Person = z.object({
  name: PersonName,
  role: Role,
  /** Null for who signs in elsewhere, and whose role comes from there. */
  hasPassword: z.boolean(),
  lastSignInAt: z.nullable(z.iso.datetime()),
})
export type Person = z.infer<typeof Person>

/** What an admin sets of a person; without a password the one that is there stays. */
export const PersonSettings = z.object({ role: Role, password: z.optional(Password) })
export type PersonSettings = z.infer<typeof PersonSettings>

export const tokenDays = [7, 30, 90, 365] as const

/** What a new token is for, what it may do, and for how many days. */
export const TokenSettings = z.object({
  title: z.string().check(z.trim(), z.minLength(1, 'expected a title'), z.maxLength(80, 'at most 80 characters')),
  role: Role,
  days: z.literal(tokenDays),
})
export type TokenSettings = z.infer<typeof TokenSettings>

/** A token for a program, which sends it as `Authorization: Bearer …`. The token itself is told only once. */
export const ApiToken = z.object({
  id: z.int(),
  title: z.string(),
  role: Role,
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.nullable(z.iso.datetime()),
})
export type ApiToken = z.infer<typeof ApiToken>

/** A token that has just been made. */
export const NewToken = z.object({ ...ApiToken.shape, token: z.string() })
export type NewToken = z.infer<typeof NewToken>

/** What happens at the door. */
export const accessEvents = [
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'person-set',
  'person-removed',
  'token-made',
  'token-revoked',
] as const
export const AccessEvent = z.enum(accessEvents)
export type AccessEvent = z.infer<typeof AccessEvent>

/** One line of the log of everything. */
export const AuditEntry = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  who: z.string(),
  topic: z.union([Topic, z.literal('access')]),
  what: z.string(),
  /** The bulletin, person or token that it was done to. */
  about: z.nullable(z.string()),
})
export type AuditEntry = z.infer<typeof AuditEntry>
