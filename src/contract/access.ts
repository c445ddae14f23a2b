/** Who may do what. */
import * as z from 'zod'

/** Each may all that those before it may: analysts triage and record, editors bring in, admins let people in. */
export const roles = ['viewer', 'analyst', 'editor', 'admin'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** Whether a role is enough where another is asked for. */
export const isEnough = (role: Role, asked: Role): boolean => roles.indexOf(role) >= roles.indexOf(asked)

/** The one of two that may less; null for nothing at all. */
export const lesserRole = (one: Role, other: Role | null): Role | null =>
  other === null || isEnough(one, other) ? other : one

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
  /** The number of the last event, from which on an open page listens; 0 for who may look at nothing. */
  last: z.int(),
})
export type Me = z.infer<typeof Me>

export const nameAtMost = 80

/** Whom the log names where somebody has not come in yet, and where a provider has set what a person may do: nobody is called so. */
export const anyone = 'anyone'
export const signInProvider = 'sign-in provider'

/** One character of a name: a letter, mark or number of any script, a space, or punctuation that is common in names; nothing that cannot be seen. */
export const nameCharacter = String.raw`(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N} '’.,()@_&+・-]`

/**
 * The name by which a person signs in and is known in the history. It is kept in one form of its characters (NFKC), so
 * that no two look the same; what stands in the history for somebody who is no person is nobody's name. Programs are
 * called by a colon, which is in no name.
 */
export const PersonName = z.string().check(
  z.overwrite((name) => name.normalize('NFKC').replaceAll(/ +/g, ' ').trim()),
  z.minLength(1, 'expected a name'),
  z.maxLength(nameAtMost, `at most ${nameAtMost} characters`),
  z.regex(
    new RegExp(`^(?:${nameCharacter})*$`, 'u'),
    'expected a name of letters, numbers, spaces and common punctuation',
  ),
  z.regex(/^(?!\p{M})(?=.*[\p{L}\p{N}])/u, 'expected a name with a letter or a number in it'),
  z.regex(
    /^(?!anyone$|sign-in provider$)(?!.*\(command line\)$)/iu,
    'expected another name: this one stands in the history for somebody else',
  ),
)

/**
 * A place on this server to which a person goes once they are in: a path, and nothing that a browser would take for
 * another server. Control characters are among that: browsers leave them out before they look.
 */
export const Destination = z
  .string()
  .check(z.regex(/^\/(?![/\\])[^\p{Cc}]*$/u, 'expected a path of this server'), z.maxLength(4000))

export const Credentials = z.object({ name: PersonName, password: z.string().check(z.maxLength(200)) })
export type Credentials = z.infer<typeof Credentials>
