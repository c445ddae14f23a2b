/** Bodies as the contract has them, looked at before they are read: a small one can be much work. */
import type * as z from 'zod'
import type { Problem } from '../../../contract/problem.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import { Refused } from '../../http/problem.ts'
import { invalidBody } from './refused.ts'

/** Deeper than any body of the contract. */
const deepest = 32
/** More values than any body has: twenty thousand states have a hundred and eighty thousand. */
const maxValues = 400_000

/** How JSON writes the one character that PostgreSQL keeps in no text, behind a backslash. */
const nullEscape = Buffer.from('u0000')

const [quote, backslash, comma, openBracket, closeBracket, openBrace, closeBrace] = Buffer.from('"\\,[]{}')

const isNullAt = (bytes: Uint8Array, at: number): boolean =>
  nullEscape.every((byte, index) => bytes[at + index] === byte)

/** Why a JSON text would be too much work, or could not be kept; null where it is neither. */
function faultOf(bytes: Uint8Array): string | null {
  let [depth, values, isInText] = [0, 0, false]
  for (let at = 0; at < bytes.length; at++) {
    const letter = bytes[at]
    if (isInText) {
      if (letter === backslash) {
        if (bytes[++at] === nullEscape[0] && isNullAt(bytes, at))
          return 'has the character U+0000, which no text may have'
      } else if (letter === quote) isInText = false
    } else if (letter === quote) isInText = true
    else if (letter === comma) values++
    else if (letter === openBracket || letter === openBrace) {
      values++
      if (++depth > deepest) return `is nested deeper than ${deepest} levels`
    } else if (letter === closeBracket || letter === closeBrace) depth--
    if (values > maxValues) return `has more than ${maxValues} values`
  }
  return null
}

/**
 * The value of a JSON text.
 *
 * @throws Refused where it is none, would be too much work, or has U+0000
 */
export async function parseBody(bytes: Uint8Array): Promise<unknown> {
  const why = faultOf(bytes)
  if (why !== null) throw invalidBody(`the body ${why}`)
  await yieldToEventLoop()
  const text = new TextDecoder().decode(bytes)
  try {
    return JSON.parse(text)
  } catch {
    throw invalidBody('Malformed JSON in request body')
  }
}

type Issue = { code?: string; keys?: string[]; path: PropertyKey[]; message: string }

const maxDetails = 100

/** What is wrong with a request, by field; the first hundred faults. */
export function problemOfIssues(issues: readonly Issue[]): Problem {
  const details = issues.slice(0, maxDetails).flatMap((issue) =>
    (issue.code === 'unrecognized_keys' ? (issue.keys ?? []).map((key) => [...issue.path, key]) : [issue.path]).map(
      (path) => ({
        field: path.map(String).join('.'),
        message: issue.code === 'unrecognized_keys' ? 'is not a parameter of this endpoint' : issue.message,
      }),
    ),
  )
  const more = issues.length > maxDetails ? [`and ${issues.length - maxDetails} more`] : []
  const message = [...details.map((detail) => `${detail.field}: ${detail.message}`), ...more].join('; ')
  return { code: 'invalid', message, details: details.slice(0, maxDetails) }
}

/** Lists are looked at as far as this before they are looked at whole. */
const firstItems = 500

/** The same value with the beginnings of its lists. */
const beginningOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, field]: [string, unknown]) => [
          key,
          Array.isArray(field) ? field.slice(0, firstItems) : field,
        ]),
      )
    : value

const hasLongList = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).some((field) => Array.isArray(field) && field.length > firstItems)

/**
 * The value as the contract has it. What is wrong in many items of a list is told of its beginning: more faults than fit
 * into memory are told as well as a few.
 *
 * @throws Refused with the fields that are refused
 */
export async function checkBody<T extends z.ZodType>(schema: T, value: unknown): Promise<z.infer<T>> {
  const refuse = (issues: readonly Issue[]) => new Refused(400, problemOfIssues(issues))
  if (hasLongList(value)) {
    const beginning = schema.safeParse(beginningOf(value))
    if (!beginning.success) throw refuse(beginning.error.issues)
    await yieldToEventLoop()
  }
  let whole: z.ZodSafeParseResult<z.infer<T>>
  try {
    whole = schema.safeParse(value)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw refuse([{ path: [], message: 'has too many faults to list' }])
  }
  if (!whole.success) throw refuse(whole.error.issues)
  return whole.data
}
