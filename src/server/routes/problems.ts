import type { Problem } from '../../contract/problem.ts'
import { Refused } from '../problem.ts'

/** That there is nothing under a name: `bulletin MS05-999`. */
export const noSuch = (what: string) => ({ code: 'not_found', message: `there is no ${what}` }) satisfies Problem

/**
 * What was looked for.
 *
 * @throws Refused where there is none
 */
export function existing<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new Refused(404, noSuch(what))
  return found
}

/** That a field was refused, and why. */
export const refusedField = <Field extends string>(field: Field, message: string) =>
  ({ code: 'invalid', message, details: [{ field, message }] }) satisfies Problem

/** That a present password, which was asked for again, is not theirs. */
export const wrongPassword = <Field extends string>(field: Field) =>
  refusedField(field, 'this is not the password that you have')

export const guessable = refusedField('password', 'this password would be guessed')

/** To a person who was signed in a moment ago. */
export const goneMeanwhile = {
  code: 'unauthenticated',
  message: 'your account was changed or removed meanwhile; sign in again',
} satisfies Problem
