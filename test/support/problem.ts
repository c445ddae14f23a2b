import { expect } from 'vitest'
import type { Problem } from '../../src/contract/problem.ts'
import { problemMedia, ProblemDetails } from '../../src/server/http/problem.ts'

/** What an answer says that is an error, which has the shape of problem details. */
export async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe(problemMedia)
  const { status, message, detail, ...problem } = ProblemDetails.parse(await response.json())
  expect([status, detail]).toEqual([response.status, message])
  return { message, ...problem }
}
