import * as z from 'zod'

const Prose = z.string().check(z.minLength(1))

/** A text in one or both languages; the reader of the missing one is shown the other, marked as such. */
export const Text = z
  .object({ ja: z.optional(Prose), en: z.optional(Prose) })
  .check(z.refine((text) => text.ja !== undefined || text.en !== undefined, 'expected a text in ja or en'))
export type Text = z.infer<typeof Text>

/** A calendar day, ISO 8601, without time or zone: `2005-04-14`. */
export const Day = z.iso.date()
