/** Takes the body of a request, which is judged after who sends it: nobody fills the memory who may not write. */
import type { MiddlewareHandler } from 'hono'
import { maxBodyKiB, type Endpoint } from '../../../contract/endpoints/endpoint.ts'
import { documentBytes } from '../../../contract/limits.ts'
import type { AppEnv } from '../../access/principal.ts'
import { checkBody, parseBody } from './read-json.ts'
import { receive, toldLength } from './receive.ts'
import { Refused } from '../../http/problem.ts'
import { tooLarge } from './refused.ts'

type Given = Pick<Endpoint, 'role' | 'body' | 'bodyKiB'>

/** How many bytes the body of a request may have. */
export function maxBodyBytes({ role, body, bodyKiB }: Given): number {
  if (body === 'document') return documentBytes
  return (bodyKiB ?? maxBodyKiB[role === 'anyone' ? 'ofAnyone' : 'usual']) * 1024
}

const isJson = (type: string) => /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type.trim())

/** Refuses what is no JSON, too large, too deep or not as the contract has it; each of that as soon as it is seen. */
export function takeBody(endpoint: Given): MiddlewareHandler<AppEnv> {
  const maxBytes = maxBodyBytes(endpoint)
  const { body } = endpoint
  return async (c, next) => {
    const { raw } = c.req
    if ((toldLength(raw) ?? 0) > maxBytes) throw tooLarge(maxBytes)
    // A document is received when it is its turn.
    if (body === undefined || body === 'document') return next()
    const type = c.req.header('content-type')
    if (type === undefined ? raw.body !== null : !isJson(type))
      throw new Refused(415, { code: 'invalid', message: 'expected JSON: content-type application/json' })
    const value = raw.body === null ? {} : await parseBody(await receive(raw, maxBytes))
    c.req.addValidatedData('json', (await checkBody(body, value)) as object)
    return next()
  }
}
