import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Unreadable } from '../../src/feeds/feed.ts'
import { headOf, decodeText } from '../../src/feeds/text.ts'

/** A text as UTF-16 bytes. */
function utf16(text: string, { isBigEndian = false, hasMark = true } = {}): Uint8Array {
  const units = (hasMark ? `\uFEFF${text}` : text).split('').map((unit) => unit.charCodeAt(0))
  return new Uint8Array(units.flatMap((unit) => (isBigEndian ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8])))
}
const utf8 = (text: string) => new TextEncoder().encode(text)

const xml = '<?xml version="1.0" encoding="utf-16"?><a>脆弱性 𠮟</a>'
const json = '{"a":"脆弱性"}'

const problemOf = (bytes: Uint8Array): string => {
  try {
    return decodeText(bytes)
  } catch (error) {
    return error instanceof Unreadable ? error.message : String(error)
  }
}

describe('the text of a document', () => {
  it.each([
    { what: 'UTF-8', write: utf8 },
    { what: 'UTF-8 with a byte order mark', write: (text: string) => utf8(`\uFEFF${text}`) },
    { what: 'UTF-16, as PowerShell writes it', write: (text: string) => utf16(text) },
    { what: 'UTF-16 without a mark', write: (text: string) => utf16(text, { hasMark: false }) },
    { what: 'UTF-16, big-endian', write: (text: string) => utf16(text, { isBigEndian: true }) },
    {
      what: 'UTF-16, big-endian without a mark',
      write: (text: string) => utf16(text, { isBigEndian: true, hasMark: false }),
    },
  ])('in $what is read, as XML and as JSON', ({ write }) => {
    for (const text of [xml, json]) {
      expect(decodeText(write(text))).toBe(text)
      expect(headOf(write(text)).startsWith(text.slice(0, 2))).toBe(true)
    }
  })

  it('is what was written, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (said, isBigEndian) => {
        expect(decodeText(utf16(`<a>${said}</a>`, { isBigEndian }))).toBe(`<a>${said}</a>`)
      }),
    )
  })

  it.each([
    ['<?xml version="1.0" encoding="Shift_JIS"?><a/>', 'is in Shift_JIS: expected UTF-8 or UTF-16'],
    [
      `<?xml version='1.0' encoding='windows-1252' standalone='yes'?><a/>`,
      'is in windows-1252: expected UTF-8 or UTF-16',
    ],
  ])('in another encoding is refused by the name that it has: %s', (text, told) => {
    expect(problemOf(utf8(text))).toBe(told)
  })

  it.each([
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0], 'is in UTF-32: expected UTF-8 or UTF-16'],
    ['UTF-16 that is cut off', [0xff, 0xfe, 0x3c, 0, 0x41], 'is broken UTF-16'],
    ['bytes of no encoding', [0x3c, 0x61, 0x3e, 0xe9], 'is not UTF-8'],
  ])('in %s is refused in words', (_, bytes, told) => {
    expect(problemOf(new Uint8Array(bytes))).toBe(told)
  })
})
