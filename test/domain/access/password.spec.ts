import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isMadeOfCommonWords } from '../../../src/domain/access/password.ts'

it.each([
  'aaaaaaaaaaaa',
  '            ',
  'password1234',
  'Password!123',
  'Ｐａｓｓｗｏｒｄ１２３４',
  'passwordpassword',
  'qwertyuiop12',
  'abcdefghijkl',
  '987654321098',
  'abababababab',
  'hotfixreport1',
  'TaroIto2026!',
  'taro ito taro ito',
])('%j is guessed, of somebody called Taro Ito', (password) => {
  expect(isMadeOfCommonWords(password, 'Taro Ito')).toBe(true)
})

it.each([
  'correct horse battery staple',
  'a long enough password',
  'another long enough password',
  '8Kq!vz2Wp#xL',
  '雨の日は本を読んで過ごします',
  '829104756312',
  'itoshii hito e',
])('%j is not', (password) => {
  expect(isMadeOfCommonWords(password, 'Taro Ito')).toBe(false)
})

it('is one character again and again, whichever it is, or the name of its person', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 1 }), fc.integer({ min: 12, max: 40 }), (c, n) => {
      expect(isMadeOfCommonWords(c.repeat(n), 'Ito')).toBe(true)
    }),
  )
  fc.assert(
    fc.property(fc.string({ minLength: 2, maxLength: 40 }), (name) => {
      expect(isMadeOfCommonWords(name.repeat(3), name)).toBe(true)
    }),
  )
})
