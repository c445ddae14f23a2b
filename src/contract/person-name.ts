/** What people are called, and by what they sign in. */
import * as z from 'zod'

export const maxName = 80

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
  z.maxLength(maxName, `at most ${maxName} characters`),
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

export const Credentials = z.object({ name: PersonName, password: z.string().check(z.maxLength(200)) })
export type Credentials = z.infer<typeof Credentials>
