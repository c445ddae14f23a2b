import type { Problem } from '../../contract/problem.ts'
import { isTimeZone } from '../../domain/rollout/zone.ts'
import { Refused } from '../http/problem.ts'

/** That there is nothing under a name: `bulletin MS05-999`. */
export const missing = (what: string) => new Refused(404, { code: 'not_found', message: `there is no ${what}` })

/**
 * What was looked for.
 *
 * @throws Refused where there is none
 */
export function existing<T>(found: T | null | undefined | false, what: string): T {
  if (found === null || found === undefined || found === false) throw missing(what)
  return found
}

/** That a field was refused, and why. */
export const refusedField = <Field extends string>(field: Field, message: string) =>
  ({ code: 'invalid', message, details: [{ field, message }] }) satisfies Problem

/** @throws Refused where a field `zone` is no time zone by its IANA name */
export function checkZone(zone: string): void {
  if (!isTimeZone(zone)) throw new Refused(400, refusedField('zone', 'expected a time zone such as Asia/Tokyo'))
}

/** That a present password, which was asked for again, is not theirs. */
export const wrongPassword = <Field extends string>(field: Field) =>
  refusedField(field, 'this is not the password that you have')

export const guessable = refusedField('password', 'this password would be guessed')

/** To a person who was signed in a moment ago. */
export const goneMeanwhile = {
  code: 'unauthenticated',
  message: 'your account was changed or removed meanwhile; sign in again',
} satisfies Problem
