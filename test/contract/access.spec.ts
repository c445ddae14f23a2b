import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Destination } from '../../src/contract/access.ts'

const origin = 'https://hotfix.example'

it('a place to go to after signing in is on this server, however a browser reads it', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '\t',
    '\n',
    '\r',
    '.',
    ':',
    '@',
    '?',
    '#',
    'evil.example',
    ' ',
    '\u00A0',
    '%09',
  )
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => `/${pieces.join('')}`),
      (to) => {
        fc.pre(Destination.safeParse(to).success)
        expect(new URL(to, origin).origin).toBe(origin)
      },
    ),
  )
})

it.each(['/', '/bulletins/MS05-019', '/?q=緊急&severity=1,2', '/matrix#a'])('%s is one', (to) => {
  expect(Destination.parse(to)).toBe(to)
})

it.each(['', 'bulletins', '//evil.example', '/\\evil.example', '/\t/evil.example', 'https://evil.example'])(
  '%j is none',
  (to) => {
    expect(Destination.safeParse(to).success).toBe(false)
  },
)
