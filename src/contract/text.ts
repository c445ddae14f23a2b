import * as z from 'zod'
import type { NumberLimit, TextLimit } from './limits.ts'

const Prose = z.string().check(z.minLength(1))

/** A language as documents name it (BCP 47): `de`, `zh-Hans`. */
const LanguageTag = z.string().check(z.regex(/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/, 'expected a language such as de'))

/**
 * A text in one or both languages of the screen; the reader of the missing one is shown the other, marked as such.
 * `other` is a text that its publisher gives in neither of them.
 */
export const Text = z
  .object({
    ja: z.optional(Prose),
    en: z.optional(Prose),
    other: z.optional(z.object({ lang: LanguageTag, text: Prose })),
  })
  .check(
    z.refine(
      ({ ja, en, other }) => ja !== undefined || en !== undefined || other !== undefined,
      'expected a text in ja or en',
    ),
  )
export type Text = z.infer<typeof Text>

/** A calendar day, ISO 8601, without time or zone: `2005-04-14`. */
export const Day = z.iso.date()

/** At most this many characters, or entries of what `unit` names. */
export const atMost = ({ maxLength }: TextLimit, unit = 'characters') =>
  z.maxLength(maxLength, `at most ${maxLength.toLocaleString('en')} ${unit}`)

/** A text that may be empty. */
export const anyText = (limit: TextLimit) => z.string().check(atMost(limit))

/** A text that is not empty, without spaces around it. `what`: what the message asks for, such as `a name`. */
export const someText = (what: string, limit: TextLimit) =>
  z.string().check(z.trim(), z.minLength(1, `expected ${what}`), atMost(limit))

/** A whole number within its limits. */
export const wholeNumber = ({ min, max }: NumberLimit) =>
  z.int().check(z.gte(min, `expected ${min} or more`), z.lte(max, `at most ${max.toLocaleString('en')}`))

/** A number above 0, whole or not. */
export const positiveNumber = ({ max }: NumberLimit) =>
  z.number().check(z.positive('expected more than 0'), z.lte(max, `at most ${max.toLocaleString('en')}`))

/** The greatest number that the databases give. */
const maxNumber = 2 ** 31 - 1

/** The number of something that is kept, as an address has it; `expected` says which. */
export const keptNumber = (expected: string) =>
  z.string().check(
    z.regex(/^\d{1,10}$/, expected),
    z.refine((digits) => Number(digits) <= maxNumber, expected),
  )
