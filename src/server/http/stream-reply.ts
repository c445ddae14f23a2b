/** Answers of any length, made while they are read: in memory are a piece of one and what its client has not taken yet. */
import { pipeline, Readable } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { HttpBindings } from '@hono/node-server'
import type { Context, TypedResponse } from 'hono'
import { encodingFor, isKnown, type Encoding } from './negotiate.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

/** Quick ones, since it is done for each request. */
const compressors = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: () => createGzip({ level: 4 }),
}

/** Characters that are sent at a time; between them other requests are answered. */
const lettersAtOnce = 64 * 1024

/** Who takes nothing for so long, in milliseconds, is let go: what is told holds what it is told from. */
const patience = 120_000

async function* bytesOf(pieces: Iterable<string>): AsyncGenerator<Buffer<ArrayBuffer>> {
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < lettersAtOnce) continue
    yield Buffer.from(text)
    text = ''
    await yieldToEventLoop()
  }
  if (text !== '') yield Buffer.from(text)
}

async function* after<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (first.done === true) return
  yield first.value
  yield* rest
}

function compressed(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncIterable<Buffer<ArrayBuffer>> {
  const compressor = compressors[encoding]()
  // What goes wrong reaches who reads, and who stops to read ends the other side.
  pipeline(Readable.from(bytes), compressor, () => {})
  return compressor
}

type Bytes = Uint8Array<ArrayBuffer>

/** Begun with the first read. `breakOff` ends the answer early; null where an error tells its reader. */
function asStream(
  begin: () => AsyncIterable<Bytes>,
  { report, breakOff }: { report: (error: unknown) => void; breakOff: (() => void) | null },
): ReadableStream<Bytes> {
  let reading: AsyncIterator<Bytes> | null = null
  let idle: NodeJS.Timeout | undefined
  let isOver = false
  const end = async () => {
    isOver = true
    clearTimeout(idle)
    await reading?.return?.()
  }
  const failed = (controller: ReadableStreamDefaultController<Bytes>, error: unknown) => {
    report(error)
    void end()
    if (breakOff === null) controller.error(new Error('the answer breaks off'))
    else breakOff()
  }
  return new ReadableStream(
    {
      async pull(controller) {
        clearTimeout(idle)
        reading ??= begin()[Symbol.asyncIterator]()
        try {
          const next = await reading.next()
          // The client may have gone away meanwhile.
          if (isOver) return
          if (next.done === true) return controller.close()
          controller.enqueue(next.value)
        } catch (error) {
          if (!isOver) failed(controller, error)
          return
        }
        idle = setTimeout(() => failed(controller, new Error('a client took nothing of its answer')), patience).unref()
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}

export type Streamed = {
  /** The text, made as far as it is asked for. */
  pieces: Iterable<string>
  /** Its media type. */
  type: string
  /** Where its version is known before it is made. */
  etag?: string
  report: (error: unknown) => void
}

/** Fits the reply of any endpoint as far as types can tell. */
type StreamedResponse = Response & TypedResponse<never, 200, 'json'>

/** Sends a text while it is made. What goes wrong before its first piece is thrown. */
export async function streamReply(
  c: Context,
  { pieces, type, etag, report }: Streamed,
  more: Record<string, string> = {},
): Promise<StreamedResponse> {
  const headers = { ...(etag && { etag }), 'cache-control': 'no-cache', vary: 'accept-encoding', ...more }
  if (etag !== undefined && isKnown(c, etag)) return c.body(null, 304, headers) as Response as StreamedResponse
  const bytes = bytesOf(pieces)
  const first = await bytes.next()
  const encoding = encodingFor(c, ['br', 'gzip'])
  const whole = () => after(first, bytes)
  const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>
  const stream = asStream(() => (encoding === null ? whole() : compressed(whole(), encoding)), {
    report,
    // A connection that ends early is never taken for a whole answer.
    breakOff: outgoing === undefined ? null : () => void outgoing.destroy(),
  })
  return c.body(stream, 200, {
    ...headers,
    'content-type': type,
    ...(encoding && { 'content-encoding': encoding }),
  }) as Response as StreamedResponse
}
