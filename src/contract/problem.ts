import * as z from 'zod'

export const problemCodes = [
  'invalid',
  'not_found',
  'forbidden',
  'conflict',
  'too_large',
  'refused',
  'unavailable',
  'unexpected',
] as const

/** The one shape of every error of the API. `details` name the fields that were refused. */
export const Problem = z.object({
  code: z.enum(problemCodes),
  message: z.string(),
  details: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
})
export type Problem = z.infer<typeof Problem>
