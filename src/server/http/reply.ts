import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import type { Context, TypedResponse } from 'hono'
import { encodingFor, isKnown, type Encoding } from './negotiate.ts'

/** An answer made once and sent many times. */
export type PreparedReply = {
  etag: string
  /** Its media type. */
  type: string
  plain: Buffer<ArrayBuffer>
  encodings: readonly Encoding[]
  /** Made when first asked for: most answers are asked for in one encoding, or are known already. */
  compressed: (encoding: Encoding) => Promise<Buffer<ArrayBuffer>>
}

/** Brotli's qualities: of what is kept or small, and of what is made for one request, in a third of the time. */
const qualities = { thorough: 7, quick: 4 }
const small = 16 * 1024

/** Up to this many bytes, a millisecond of work, the way to another thread and back takes longer than the work. */
const atOnce = { thorough: 64 * 1024, quick: 256 * 1024 }

/**
 * What a compressor writes into, in bytes: half a text, as texts shrink to less. Node holds each compressor, and that, until
 * it looks through all of its memory, and does so the sooner the more they hold.
 */
const roomFor = (length: number) => Math.min(16 * 1024, Math.max(256, length >> 1))

async function compress(plain: Buffer, encoding: Encoding, isKept: boolean): Promise<Buffer<ArrayBuffer>> {
  const quality = isKept || plain.length <= small ? 'thorough' : 'quick'
  const isSmall = plain.length <= atOnce[quality]
  const how = { chunkSize: roomFor(plain.length) }
  if (encoding === 'gzip') return Buffer.from(isSmall ? gzipSync(plain, how) : await promisify(gzip)(plain, how))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: qualities[quality],
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  }
  return Buffer.from(
    isSmall
      ? brotliCompressSync(plain, { ...how, params })
      : await promisify(brotliCompress)(plain, { ...how, params }),
  )
}

/** The ETag of what has no version: its content. */
export const contentTag = (bytes: Buffer) => `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`

/** Prepares a text; `etag`: where something else than its content is its version; `isKept`: it is sent many times. */
export function prepareText(
  text: string | Buffer<ArrayBuffer>,
  type: string,
  { etag, isKept = false }: { etag?: string | undefined; isKept?: boolean } = {},
): PreparedReply {
  const plain = typeof text === 'string' ? Buffer.from(text) : text
  const kept = new Map<Encoding, Promise<Buffer<ArrayBuffer>>>()
  return {
    etag: etag ?? contentTag(plain),
    type,
    plain,
    encodings: ['br', 'gzip'],
    compressed(encoding) {
      const bytes = kept.get(encoding) ?? compress(plain, encoding, isKept)
      kept.set(encoding, bytes)
      return bytes
    },
  }
}

export const prepareReply = (value: unknown, etag?: string): PreparedReply =>
  prepareText(JSON.stringify(value), 'application/json', { etag })

/** A response whose body is bytes already, and so fits the reply of any endpoint as far as types can tell. */
type BytesResponse = Response & TypedResponse<never, 200, 'json'>

/** Sends it compressed as the client takes it, or 304 where the client has it already. */
export const sendReply = async (c: Context, reply: PreparedReply, headers: Record<string, string> = {}) =>
  (await respond(c, reply, headers)) as BytesResponse

/** Says that it is done, where there is no more to say. */
export const sendNothing = (c: Context) => c.body(null, 204) as Response as BytesResponse

async function respond(c: Context, reply: PreparedReply, more: Record<string, string>): Promise<Response> {
  const headers = { etag: reply.etag, 'cache-control': 'no-cache', vary: 'accept-encoding', ...more }
  if (isKnown(c, reply.etag)) return c.body(null, 304, headers)
  const encoding = encodingFor(c, reply.encodings)
  return c.body(encoding === null ? reply.plain : await reply.compressed(encoding), 200, {
    ...headers,
    'content-type': reply.type,
    ...(encoding && { 'content-encoding': encoding }),
  })
}
