/** What people are called, and by what they sign in. */
import * as z from 'zod'
import { enteredPassword, personName } from './limits.ts'
import { anyText, atMost } from './text.ts'

/** Names in the log for people who have not signed in, and for a provider that sets roles. No person may have them. */
export const anyone = 'anyone'
export const signInProvider = 'sign-in provider'

/** One character of a name: a letter, mark or number of any script, a space, or punctuation that is common in names; nothing that cannot be seen. */
export const nameCharacter = String.raw`(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N} '’.,()@_&+・-]`

/**
 * The name by which a person signs in and is known in the history. It is kept in one form of its characters (NFKC), so
 * that no two look the same; names that the history uses for other things are refused. Programs are
 * called by a colon, which is in no name.
 */
export const PersonName = z.string().check(
  z.overwrite((name) => name.normalize('NFKC').replaceAll(/ +/g, ' ').trim()),
  z.minLength(1, 'expected a name'),
  atMost(personName),
  z.regex(
    new RegExp(`^(?:${nameCharacter})*$`, 'u'),
    'expected a name of letters, numbers, spaces and common punctuation',
  ),
  z.regex(/^(?!\p{M})(?=.*[\p{L}\p{N}])/u, 'expected a name with a letter or a number in it'),
  z.regex(
    /^(?!anyone$|sign-in provider$)(?!.*\(command line\)$)/iu,
    'expected another name: the history uses this one for something else',
  ),
)

export const Credentials = z.object({ name: PersonName, password: anyText(enteredPassword) })
export type Credentials = z.infer<typeof Credentials>
