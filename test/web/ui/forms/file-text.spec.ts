import { expect, it } from 'vitest'
import { fileText } from '../../../../src/web/ui/forms/file-text.ts'

it.each([
  { what: 'UTF-8', bytes: [0xe5, 0x8f, 0xb0], text: '台' },
  { what: 'UTF-8 with its mark', bytes: [0xef, 0xbb, 0xbf, 0xe5, 0x8f, 0xb0], text: '台' },
  { what: 'UTF-16 with its mark', bytes: [0xff, 0xfe, 0xf0, 0x53], text: '台' },
  { what: 'Shift_JIS', bytes: [0x91, 0xe4], text: '台' },
  { what: 'neither', bytes: [0x41, 0x81], text: 'A\uFFFD' },
])('a file in $what is read', ({ bytes, text }) => {
  expect(fileText(new Uint8Array(bytes))).toBe(text)
})
