/** Who may come in, and what is written down of it. */
import * as z from 'zod'
import { Role } from './access.ts'
import { enteredPassword, newPassword, tokenTitle } from './limits.ts'
import { anyText, atMost } from './text.ts'

/** Length is what makes a password strong (NIST SP 800-63B, 5.1.1): no rule asks for odd characters. */
export const Password = z
  .string()
  .check(z.minLength(newPassword.minLength, `at least ${newPassword.minLength} characters`), atMost(newPassword))

/** What people set themselves: the password they have shows that it is they who ask. */
export const OwnPassword = z.object({ current: anyText(enteredPassword), password: Password })
export type OwnPassword = z.infer<typeof OwnPassword>

/** The password again, so that nobody changes who may come in who only found the page open. */
export const PresentPassword = z.object({ password: anyText(enteredPassword) })

/** A browser in which a person is signed in. */
export const SignInEntry = z.object({
  id: z.string(),
  startedAt: z.iso.datetime(),
  /** Up to ten minutes old. */
  lastUsedAt: z.iso.datetime(),
  /** From where it was last used: of IPv6 the network. Null where that is not known. */
  address: z.nullable(z.string()),
  /** By what the browser said of itself when it signed in. */
  browser: z.nullable(z.string()),
  system: z.nullable(z.string()),
  /** Whether it is the one that asks. */
  isCurrent: z.boolean(),
})
export type SignInEntry = z.infer<typeof SignInEntry>

/** A person who may sign in. */
export const Person = z.object({
  name: z.string(),
  /** Null for whom the provider gives none any more. */
  role: z.nullable(Role),
  /** Null for who signs in elsewhere, and whose role comes from there. */
  hasPassword: z.boolean(),
  lastSignInAt: z.nullable(z.iso.datetime()),
})
export type Person = z.infer<typeof Person>

/** What an admin sets of a person: what is left out stays. A new person needs both. */
export const PersonSettings = z
  .object({ role: z.optional(Role), password: z.optional(Password) })
  .check(
    z.refine(({ role, password }) => role !== undefined || password !== undefined, { message: 'expected what to set' }),
  )
export type PersonSettings = z.infer<typeof PersonSettings>

export const tokenDays = [7, 30, 90, 365] as const

/** What a new token is for, what it may do, and for how many days. */
export const TokenSettings = z.object({
  title: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'expected a title'),
      atMost(tokenTitle),
      z.regex(/^\P{Cc}*$/u, 'expected a title without control characters'),
    ),
  role: Role,
  days: z.literal(tokenDays),
})
export type TokenSettings = z.infer<typeof TokenSettings>

/** A token for a program, which sends it as `Authorization: Bearer …`. The token itself is told only once. */
export const ApiToken = z.object({
  id: z.int(),
  title: z.string(),
  /** What it may do: never more than who has made it may do now. Null while they may do nothing. */
  role: z.nullable(Role),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.nullable(z.iso.datetime()),
})
export type ApiToken = z.infer<typeof ApiToken>

/** A token that has just been made. */
export const NewToken = z.object({ ...ApiToken.shape, token: z.string() })
export type NewToken = z.infer<typeof NewToken>
