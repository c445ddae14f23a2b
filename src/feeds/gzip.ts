import { gunzipSync } from 'node:zlib'
import { documentBytes } from '../contract/limits.ts'
import { Unreadable } from './feed.ts'

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/**
 * The bytes of a document that may be compressed with gzip.
 *
 * @throws Unreadable where it is broken, or larger than any document may be
 */
export function gunzipped(bytes: Uint8Array): Uint8Array {
  if (!isGzip(bytes)) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: documentBytes })
  } catch (error) {
    if (isTooLarge(error)) throw new Unreadable('document', `is larger than ${documentBytes / 1024 / 1024} MiB`)
    throw new Unreadable('document', 'is compressed with gzip, and broken or cut off')
  }
}
