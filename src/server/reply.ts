import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, TypedResponse } from 'hono'

/** A JSON answer made once and sent many times. */
export type PreparedReply = {
  etag: string
  plain: Buffer<ArrayBuffer>
  br: Buffer<ArrayBuffer>
  gzip: Buffer<ArrayBuffer>
}

export async function prepareReply(value: unknown): Promise<PreparedReply> {
  const plain = Buffer.from(JSON.stringify(value))
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }
  const [br, gz] = await Promise.all([promisify(brotliCompress)(plain, brotli), promisify(gzip)(plain)])
  return {
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    br: Buffer.from(br),
    gzip: Buffer.from(gz),
  }
}

/** Encodings in the order of preference, of those that the client takes. */
function encodingFor(accepted: string): 'br' | 'gzip' | null {
  const refused = (name: string) => new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(accepted)
  return (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepted) && !refused(name)) ?? null
}

/** A response whose body is bytes already, and so fits the reply of any endpoint as far as types can tell. */
type BytesResponse = Response & TypedResponse<never, 200, 'json'>

/** Sends it compressed as the client takes it, or 304 where the client has it already. */
export const sendReply = (c: Context, reply: PreparedReply) => respond(c, reply) as BytesResponse

function respond(c: Context, reply: PreparedReply): Response {
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '')
  const headers = { etag: reply.etag, 'cache-control': 'no-cache', vary: 'accept-encoding' }
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(reply.etag)) return c.body(null, 304, headers)
  return c.body(reply[encoding ?? 'plain'], 200, {
    ...headers,
    'content-type': 'application/json',
    ...(encoding && { 'content-encoding': encoding }),
  })
}
