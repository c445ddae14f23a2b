import * as z from 'zod'
import { problemCodes } from './vocabulary.ts'

/**
 * What every error of the API says; the server adds the fields of problem details (RFC 9457). `details` name the fields
 * that were refused; `reason` and `seems` are those of a document that was; without a
 * reason `seems` is the kind as which it was read.
 */
export const Problem = z.object({
  code: z.enum(problemCodes),
  message: z.string(),
  details: z.optional(
    z.array(
      z.object({
        field: z.string(),
        message: z.string(),
        reason: z.optional(z.string()),
        seems: z.optional(z.string()),
      }),
    ),
  ),
  /** Of a conflict: what is there now, in the shape of its endpoint. */
  current: z.optional(z.unknown()),
  /** Of what is no fault of who asked: under this id the log tells what happened. */
  requestId: z.optional(z.string()),
})
export type Problem = z.infer<typeof Problem>
