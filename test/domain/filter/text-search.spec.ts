import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../../src/domain/filter/text-search.ts'
import { textMatcher } from '../../support/naive-filter.ts'

const onFile = normalise(
  [
    'MS05-019',
    '893066',
    'KB893066',
    'TCP/IP の脆弱性により、リモートでコードが実行される',
    'CAN-2005-0048',
    'Windows 2000 SP3',
    'サーバの停止',
  ].join('\n'),
)
const finds = (query: string) => textMatcher(query)(onFile)

describe('the search', () => {
  it.each([
    'MS05-019',
    'ms05-19',
    'ＭＳ０５－０１９',
    '893066',
    'KB893066',
    'kb 893066',
    'ＫＢ８９３０６６',
    'CAN-2005-0048',
    'CVE-2005-0048',
    'cve-2005',
    'can-2005-00',
    'CVE-',
    '脆弱',
    '実行',
    'ﾘﾓｰﾄ',
    'tcp/ip',
    'sp3 windows',
    '  脆弱性　ｗｉｎｄｏｗｓ ',
    'CVE–2005–0048',
    'CVE‐2005‐0048',
    'CVE‑2005‑0048',
    'CAN—2005−0048',
    'KB893066.',
    '(KB893066)',
    '「KB893066」、',
    'KB-893066',
    'CVE-2005-0048, CVE-1999-0001',
    'KB111111;KB893066、KB222222',
    'TCP/IP、脆弱性',
    'サーバー',
    'サーバ',
    '',
  ])('finds the bulletin by “%s”', (query) => expect(finds(query)).toBe(true))

  it.each([
    'MS05-018',
    'ms05-1 9',
    'CVE-2005-0047, CVE-1999-0001',
    'ラーバー',
    'KB893067',
    'CVE-2005-0049',
    '脆性',
    'tcp udp',
    'windows xp',
  ])('does not find it by “%s”', (query) => expect(finds(query)).toBe(false))

  it('finds a text by any part of it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...onFile.split(/\s/))), (words) => {
        expect(finds(words.join(' '))).toBe(true)
      }),
    )
  })
})

describe('the one spelling', () => {
  it('is the same where lower case brings combining marks out of order', () => {
    expect(normalise(normalise('\u0130\u0327'))).toBe(normalise('\u0130\u0327'))
  })

  it('is the same when it is spelled again', () => {
    const spelled = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[\sｃCan-]{0,8}[0-9]{4}-$/),
    )
    fc.assert(
      fc.property(spelled, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text))
      }),
      { numRuns: 2000 },
    )
  })
})
