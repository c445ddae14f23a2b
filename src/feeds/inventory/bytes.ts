/** Bytes of an inventory file as text: consoles and spreadsheets write it in several encodings. */
import { FileRefused } from './refused.ts'
import { headOf } from '../text.ts'

/** What is no text, by its first bytes: archives and workbooks of either age. */
const signatures: readonly (readonly ['archive' | 'workbook', readonly number[]])[] = [
  ['archive', [0x50, 0x4b, 0x05, 0x06]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x4d, 0x53, 0x43, 0x46]],
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]],
]

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

/** Whether a ZIP file is a workbook, by the names of the files at its beginning. */
const isWorkbook = (bytes: Uint8Array) =>
  /\[Content_Types\]\.xml|xl\//.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))

function notText(bytes: Uint8Array): 'archive' | 'workbook' | null {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return isWorkbook(bytes) ? 'workbook' : 'archive'
  return signatures.find(([, start]) => startsWith(bytes, start))?.[0] ?? null
}

const decoded = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 as a byte order mark tells it, or every second byte of the beginning. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const [first = 1, second = 1, third = 1, fourth = 1] = bytes
  if (second === 0 && fourth === 0 && first !== 0 && third !== 0) return 'utf-16le'
  return first === 0 && third === 0 && second !== 0 && fourth !== 0 ? 'utf-16be' : null
}

/**
 * The text of a file in UTF-8, UTF-16 or Shift_JIS as Windows writes it, with line feeds alone at the ends of lines.
 *
 * @throws FileRefused where it is in none of them, empty, or no text
 */
export function inventoryText(bytes: Uint8Array): string {
  const wrong = notText(bytes)
  if (wrong !== null) throw new FileRefused(wrong)
  if (bytes.length === 0 || headOf(bytes).trim() === '') throw new FileRefused('empty')
  const wide = utf16(bytes)
  const text = wide === null ? (decoded('utf-8', bytes) ?? decoded('shift_jis', bytes)) : decoded(wide, bytes)
  if (text === null || text.includes('\0')) throw new FileRefused('encoding')
  return text.replaceAll(/\r\n?/g, '\n')
}
