import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import type { Context, TypedResponse } from 'hono'

type Encoding = 'br' | 'gzip'

/** A JSON answer made once and sent many times. */
export type PreparedReply = {
  etag: string
  plain: Buffer<ArrayBuffer>
  /** Made when somebody first asks for it: most answers are asked for in one encoding, or are known already. */
  compressed: (encoding: Encoding) => Promise<Buffer<ArrayBuffer>>
}

/** Up to so many bytes, less than a millisecond of work, the way to another thread and back takes longer than the work. */
const atOnce = 64 * 1024

async function compress(plain: Buffer, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
  const isSmall = plain.length <= atOnce
  if (encoding === 'gzip') return Buffer.from(isSmall ? gzipSync(plain) : await promisify(gzip)(plain))
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }
  return Buffer.from(isSmall ? brotliCompressSync(plain, brotli) : await promisify(brotliCompress)(plain, brotli))
}

export function prepareReply(value: unknown): PreparedReply {
  const plain = Buffer.from(JSON.stringify(value))
  const kept = new Map<Encoding, Promise<Buffer<ArrayBuffer>>>()
  return {
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    compressed(encoding) {
      const bytes = kept.get(encoding) ?? compress(plain, encoding)
      kept.set(encoding, bytes)
      return bytes
    },
  }
}

/** Encodings in the order of preference, of those that the client takes. */
function encodingFor(accepted: string): Encoding | null {
  const refused = (name: string) => new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(accepted)
  return (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepted) && !refused(name)) ?? null
}

/** A response whose body is bytes already, and so fits the reply of any endpoint as far as types can tell. */
type BytesResponse = Response & TypedResponse<never, 200, 'json'>

/** Sends it compressed as the client takes it, or 304 where the client has it already. */
export const sendReply = async (c: Context, reply: PreparedReply) => (await respond(c, reply)) as BytesResponse

async function respond(c: Context, reply: PreparedReply): Promise<Response> {
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '')
  const headers = { etag: reply.etag, 'cache-control': 'no-cache', vary: 'accept-encoding' }
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(reply.etag)) return c.body(null, 304, headers)
  return c.body(encoding === null ? reply.plain : await reply.compressed(encoding), 200, {
    ...headers,
    'content-type': 'application/json',
    ...(encoding && { 'content-encoding': encoding }),
  })
}
