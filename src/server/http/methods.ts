import type { Context } from 'hono'
import { withoutSecret } from '../access/secrets.ts'
import { sendProblem } from './problem.ts'

/** Answers a method that a known path does not have: 405 with those that it has, or to OPTIONS just these. */
export function answerOtherMethod(c: Context, methods: readonly string[]): Response {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow })
  const message = `there is no ${c.req.method} ${withoutSecret(c.req.path)}; allowed are ${allow}`
  return sendProblem(c, 405, { code: 'not_found', message }, { allow })
}
