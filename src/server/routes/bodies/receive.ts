/** Receives the bytes of a body: no more than may come, and not from who sends nothing any more. */
import { Refused } from '../../http/problem.ts'
import { invalidBody, tooLarge } from './refused.ts'

/** A sender that is silent for this long, in milliseconds, has gone. */
const maxSilence = 30_000

const firstLength = 64 * 1024

type Chunk = { done: boolean; value?: Uint8Array | undefined }

/** What comes next. */
async function next(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Chunk> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    const problem = { code: 'invalid', message: `nothing came for ${maxSilence / 1000} s` } as const
    timer = setTimeout(() => reject(new Refused(408, problem)), maxSilence)
  })
  try {
    return await Promise.race([reader.read(), silence])
  } catch (error) {
    if (error instanceof Refused) throw error
    // A client that broke it off hears no answer, and did nothing that the operator has to know.
    throw invalidBody('the body was broken off')
  } finally {
    clearTimeout(timer)
  }
}

/** How many bytes a request says that it has; null where it does not. */
export function toldLength(request: Request): number | null {
  if (request.headers.has('transfer-encoding')) return null
  const told = request.headers.get('content-length')
  return told !== null && /^\d{1,15}$/.test(told) ? Number(told) : null
}

/**
 * The body of a request, in a buffer of its own.
 *
 * @throws Refused where it is larger than it may be, or does not come
 */
export async function receive(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const told = toldLength(request)
  if (told !== null && told > maxBytes) throw tooLarge(maxBytes)
  if (request.body === null) return new Uint8Array()
  const reader = request.body.getReader()
  let buffer = new ArrayBuffer(Math.min(told ?? firstLength, maxBytes))
  let length = 0
  for (let chunk = await next(reader); !chunk.done; chunk = await next(reader)) {
    const { value = new Uint8Array() } = chunk
    const needed = length + value.length
    if (needed > maxBytes) throw tooLarge(maxBytes)
    if (needed > buffer.byteLength)
      buffer = buffer.transfer(Math.min(maxBytes, Math.max(needed, buffer.byteLength * 2)))
    new Uint8Array(buffer).set(value, length)
    length = needed
  }
  return new Uint8Array(length === buffer.byteLength ? buffer : buffer.transfer(length))
}
