/** How large a body may be, which is judged after who sends it: nobody fills the memory who may not write. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { bodyMebibytesAtMost, type Endpoint } from '../../contract/endpoints/endpoint.ts'
import type { Problem } from '../../contract/problem.ts'
import { documentBytesAtMost } from '../../feeds/feed.ts'
import type { AppEnv } from '../access/principal.ts'

const kibibyte = 1024

/** More than a name and a password. */
const anyonesBytes = 16 * kibibyte

const usualBytes = bodyMebibytesAtMost * 1024 * kibibyte

const bytesAtMost = ({ role, body }: Pick<Endpoint, 'role' | 'body'>) => {
  if (body === 'document') return documentBytesAtMost
  return role === 'anyone' ? anyonesBytes : usualBytes
}

/** Refuses bodies that nobody has reason to send to an endpoint. */
export function limitBody(endpoint: Pick<Endpoint, 'role' | 'body'>): MiddlewareHandler<AppEnv> {
  const maxSize = bytesAtMost(endpoint)
  return bodyLimit({
    maxSize,
    onError: (c) => {
      const message = `a body may have at most ${maxSize / kibibyte} KiB here`
      return c.json({ code: 'too_large', message } satisfies Problem, 413)
    },
  })
}
