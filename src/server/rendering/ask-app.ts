import type { Context } from 'hono'
import type { Ask } from '../../contract/first-view.ts'
import type { AppEnv } from '../access/principal.ts'

/** The app as a function of requests, with what is known of their connection. */
export type AnswerRequest = (request: Request, connection: object | undefined) => Response | Promise<Response>

/** What a request says of who sends it and by which way; the rest is about the document that it asks for. */
const passedOn = ['authorization', 'cookie', 'host', 'user-agent', 'x-forwarded-for']

/** Asks the API in process as the sender of a request: with their cookies, and from where they are. */
export function askApp(c: Context<AppEnv>, answer: AnswerRequest): Ask {
  const headers = new Headers()
  for (const name of passedOn) {
    const value = c.req.header(name)
    if (value !== undefined) headers.set(name, value)
  }
  return async (address) => answer(new Request(new URL(address, c.req.url), { headers }), c.env)
}
