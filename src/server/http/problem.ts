/** Errors on the wire: problem details (RFC 9457), which our own fields extend. */
import { STATUS_CODES } from 'node:http'
import type { Context, TypedResponse } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod'
import { Problem } from '../../contract/problem.ts'

export const problemMedia = 'application/problem+json'

/** What is sent of a problem: `type` and `title` say no more than the status, `code` is ours, `detail` is `message` again. */
export const ProblemDetails = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  ...Problem.shape,
})

/** Thrown to answer a request with a problem, in place of what it asks for. */
export class Refused extends Error {
  readonly status: ContentfulStatusCode
  readonly problem: Problem
  readonly headers: Readonly<Record<string, string>>
  constructor(status: ContentfulStatusCode, problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.message)
    this.status = status
    this.problem = problem
    this.headers = headers
  }
}

/** That something is asked for too often, and in how many seconds it may be again. */
export const tooMany = (message: string, seconds: number) =>
  new Refused(429, { code: 'too_many', message }, { 'retry-after': String(seconds) })

/** Fits the reply of any endpoint as far as types can tell. */
type ProblemResponse = Response & TypedResponse<never, 200, 'json'>

/** Answers with a problem. */
export function sendProblem(
  c: Context,
  status: ContentfulStatusCode,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): ProblemResponse {
  const { code, message, ...more } = problem
  const title = STATUS_CODES[status] ?? 'Error'
  const details = { type: 'about:blank' as const, title, status, detail: message, code, message, ...more }
  const body = JSON.stringify(details satisfies z.infer<typeof ProblemDetails>)
  return c.body(body, status, { 'content-type': problemMedia, ...headers }) as Response as ProblemResponse
}
