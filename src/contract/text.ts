import * as z from 'zod'

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
