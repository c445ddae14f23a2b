/** Whether bytes begin with the mark of UTF-16, as "Unicode text" of a spreadsheet does. */
const isUtf16 = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xfe

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The text of a file as spreadsheets save it: UTF-8, UTF-16 with its mark, or the Shift_JIS of a Japanese Windows. */
export function fileText(bytes: Uint8Array): string {
  const text = isUtf16(bytes) ? decoded(bytes, 'utf-16le') : (decoded(bytes, 'utf-8') ?? decoded(bytes, 'shift_jis'))
  return text ?? new TextDecoder().decode(bytes)
}
