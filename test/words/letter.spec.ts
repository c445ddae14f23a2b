import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NoticeLine } from '../../src/contract/notices.ts'
import { letterOf } from '../../src/words/letter-of.ts'
import { plainLine } from '../../src/words/plain-line.ts'
import { wordsEn } from '../../src/words/words-en.ts'
import { wordsJa } from '../../src/words/words-ja.ts'

const ja = { language: 'ja', words: wordsJa } as const
const en = { language: 'en', words: wordsEn } as const

const exploited: NoticeLine = {
  event: 7,
  at: '2025-06-11T02:10:00.000Z',
  kind: 'exploit-up',
  bulletin: 'KB5060842',
  title: { ja: 'Windows 11 24H2 の更新', en: 'Update for Windows 11 24H2' },
  publishedOn: '2025-06-10',
  changes: [
    { kind: 'exploit-up', of: ['CVE-2025-33053'], from: 'none', to: 'exploited' },
    { kind: 'urgency', of: [], from: 'early', to: 'immediate' },
  ],
  who: 'CISA KEV',
  path: '/bulletins/KB5060842',
  urgency: 'immediate',
  severity: 1,
}

const about = (lines: NoticeLine[], count = lines.length) =>
  ({ about: 'changes', lines, count, bulletins: new Set(lines.map(({ bulletin }) => bulletin)).size }) as const

const of = (number: number): NoticeLine => ({
  ...exploited,
  event: number,
  bulletin: `KB${5_000_000 + number}`,
  path: `/bulletins/KB${5_000_000 + number}`,
})

describe('a letter', () => {
  it('says in its headline what has happened to what', () => {
    expect(letterOf(about([exploited]), ja).headline).toBe('悪用を確認: KB5060842 Windows 11 24H2 の更新')
    expect(letterOf(about([exploited]), en).headline).toBe('Exploited: KB5060842 Update for Windows 11 24H2')
    expect(letterOf(about([exploited, of(1)]), en).headline).toBe(
      'Exploited: KB5060842 Update for Windows 11 24H2 and 1 more',
    )
  })

  it('says what changed, before and after', () => {
    const [section] = letterOf(about([exploited]), en).sections
    expect(section?.lines).toMatchObject([
      {
        mark: 'Exploited',
        tone: 'alarm',
        severity: 1,
        details: ['CVE-2025-33053: None → Exploited', 'urgency changed: Early → Immediate'],
      },
    ])
  })

  it('says first of an old bulletin how old it is and why it comes up again', () => {
    const old = { ...exploited, publishedOn: '2019-07-02' }
    expect(letterOf(about([old]), en).intro).toEqual([
      'Published 2019-07-02 (5 years ago). Why now: exploitation worse CVE-2025-33053: None → Exploited',
    ])
    const several = letterOf(about([old, of(1)]), ja)
    expect(several.intro).toEqual(['公開から 90 日以上たったアラートが 1 件あります。理由は各行にあります'])
    expect(several.sections[0]?.lines[0]?.details[0]).toMatch(/^2019-07-02 公開（5 年前）/)
    expect(letterOf(about([exploited]), en).intro).toEqual([])
  })

  it('sorts many lines into sections, and counts those that are not told one by one', () => {
    const lines = [
      exploited,
      of(1),
      of(2),
      { ...of(3), kind: 're-released' as const },
      { ...of(4), kind: 'new' as const },
    ]
    const { sections } = letterOf(about(lines, 90), en)
    expect(sections.map(({ title, note, text }) => [title, note, text])).toEqual([
      ['More pressing now', '3', ''],
      ['New', '1', ''],
      ['Re-released', '1', ''],
      ['', '', '85 more'],
    ])
  })

  it('begins with the strictest mark of what it tells', () => {
    const marked = letterOf(
      about([
        { ...exploited, tlp: 'GREEN' },
        { ...of(1), tlp: 'AMBER' },
      ]),
      en,
    )
    expect(marked.intro).toEqual(['TLP:AMBER'])
  })

  it('leads to the one thing that it is about, else to the list', () => {
    expect(letterOf(about([exploited]), en).links).toEqual([{ label: 'Open', path: '/bulletins/KB5060842' }])
    expect(letterOf(about([exploited, of(1)]), en).links).toEqual([{ label: 'See notices', path: '/notices' }])
  })
})

const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : []

it('has one line of bounded length in each of its texts, whatever a document or a person wrote', () => {
  const hostile = fc.string({ unit: 'binary', minLength: 1, maxLength: 400 })
  fc.assert(
    fc.property(hostile, hostile, hostile, hostile, (title, text, who, of) => {
      const changes = [{ kind: 'details' as const, of: [of, of, of], from: text, to: title }]
      const line = { ...exploited, kind: 'details' as const, title: { en: title }, text, who, changes }
      for (const each of textsOf(letterOf(about([line]), en))) {
        expect(each).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u)
        expect(each.length).toBeLessThanOrEqual(1000)
        expect(each.isWellFormed()).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})

it('cuts between characters', () => {
  expect(plainLine('💣💣💣', 3)).toBe('💣💣💣')
  expect(plainLine('💣💣💣💣', 3)).toBe('💣💣…')
  expect(plainLine('a'.repeat(1_000_000), 5)).toBe('aaaa…')
  expect(plainLine(' a\r\nBcc: x ', 20)).toBe('a Bcc: x')
})
