/** Bytes as text: what encoding a document is in is seen from its first bytes, and from what it says of itself. */
import { documentBytes } from '../contract/limits.ts'
import { Unreadable } from './feed.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32'

/** How the byte order mark, or else the first sign of XML or JSON, looks in each encoding. */
const beginnings: readonly [Encoding, readonly (number | 'ascii')[]][] = [
  ['utf-32', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-32', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-32', [0x00, 0x00, 0x00, 'ascii']],
  ['utf-32', ['ascii', 0x00, 0x00, 0x00]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', ['ascii', 0x00]],
  ['utf-16be', [0x00, 'ascii']],
]

const isLike = (byte: number | undefined, wanted: number | 'ascii') =>
  wanted === 'ascii' ? byte !== undefined && byte > 0 && byte < 0x80 : byte === wanted

const encodingOf = (bytes: Uint8Array): Encoding =>
  beginnings.find(([, start]) => start.every((wanted, at) => isLike(bytes[at], wanted)))?.[0] ?? 'utf-8'

/** What XML says of its encoding. */
const declared = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'<>]{1,40})["']/i

/** The encodings that are read by their names; ASCII is UTF-8. */
const isRead = (name: string) => /^(?:utf-?(?:8|16(?:le|be)?)|(?:us-)?ascii)$/i.test(name)

const headLength = 4096

/** The beginning of a document, as far as it can be read: to see what it is. */
export function headOf(bytes: Uint8Array, length = headLength): string {
  const encoding = encodingOf(bytes)
  return encoding === 'utf-32' ? '' : new TextDecoder(encoding).decode(bytes.subarray(0, length)).trimStart()
}

/**
 * The text of a document in UTF-8 or UTF-16, without its byte order mark.
 *
 * @throws Unreadable where it is too large or in another encoding, which is named where the document says it
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > documentBytes)
    throw new Unreadable('document', `is larger than ${documentBytes / 1024 / 1024} MiB`)
  const encoding = encodingOf(bytes)
  const [, name] = declared.exec(headOf(bytes)) ?? []
  if (name !== undefined && !isRead(name)) throw new Unreadable('document', `is in ${name}: expected UTF-8 or UTF-16`)
  if (encoding === 'utf-32') throw new Unreadable('document', 'is in UTF-32: expected UTF-8 or UTF-16')
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable('document', encoding === 'utf-8' ? 'is not UTF-8' : 'is broken UTF-16')
  }
}
