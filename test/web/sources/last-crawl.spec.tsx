import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Source, SourceRun } from '../../../src/contract/sources.ts'
import { LastCrawl } from '../../../src/web/sources/LastCrawl.tsx'
import { firstLanguage, LanguageProvider } from '../../../src/web/i18n/language.tsx'

const totals = { added: 0, updated: 0, withdrawn: 0, unchanged: 0, older: 0, refused: 0 }
/** A run as it was kept before anything more was told of one. */
const old: SourceRun = {
  startedAt: '2026-11-11T08:00:00Z',
  finishedAt: '2026-11-11T08:01:00Z',
  outcome: 'unchanged',
  message: null,
  fetched: 1,
  skipped: 0,
  totals,
  problems: [],
}
const problem = (place: string) => ({ place, rule: null, message: 'answered 404' })

function shown(language: 'ja' | 'en', run: Partial<SourceRun>): string {
  localStorage.setItem('hotfix-report.language', language)
  const source: Source = {
    id: 'here',
    title: 'Here',
    url: 'https://here.example/',
    isOn: false,
    everyHours: 24,
    since: null,
    isShipped: false,
    isRunning: false,
    nextRunAt: null,
    lastRun: { ...old, ...run },
  }
  render(<LastCrawl source={source} />, {
    wrapper: ({ children }) => (
      <LanguageProvider first={firstLanguage()} load={async () => {}}>
        {children}
      </LanguageProvider>
    ),
  })
  return document.body.textContent
}

afterEach(() => {
  cleanup()
  localStorage.clear()
})

describe('how the last look at a source went', () => {
  it.each<[string, Partial<SourceRun>, string, string]>([
    [
      'ended because it was switched off',
      { outcome: 'partly', ended: 'switched-off' },
      '監視を切ったため中断',
      'Ended: switched off',
    ],
    [
      'ended because it is another now',
      { outcome: 'partly', ended: 'changed' },
      '設定が変わったため中断',
      'Ended: its settings changed',
    ],
    [
      'out of time',
      { outcome: 'partly', ended: 'time' },
      '時間切れで中断、残りは次回',
      'Out of time: the rest comes next',
    ],
    [
      'with problems',
      { outcome: 'partly', problems: [problem('a')], problemCount: 214 },
      '問題 214 件',
      '214 problems',
    ],
    [
      'with problems of before',
      { knownProblems: [problem('a')], knownProblemCount: 1 },
      '前回から続く問題 1 件',
      '1 problem as before',
    ],
    ['with warnings', { warnings: [problem('a')] }, '要確認 1 件', '1 warning'],
    [
      'too much for a look',
      { leftOut: 262_000 },
      '上限を超えた 262,000 件は対象外',
      '262,000 beyond the limit left out',
    ],
    [
      'a catalogue that changes nothing',
      { stored: 1404 },
      '1,404 件を登録、取り込み済みのアラートに変わるものはなし',
      '1,404 entries stored, no alert on file changed',
    ],
    [
      'a catalogue that changes something',
      { stored: 1, outcome: 'changed', totals: { ...totals, updated: 3 } },
      '更新 3',
      '1 entry stored',
    ],
  ])('is told: %s', (_, run, ja, en) => {
    expect(shown('ja', run)).toContain(ja)
    cleanup()
    expect(shown('en', run)).toContain(en)
  })

  it('says nothing of what there is none of', () => {
    const none = { stored: 0, leftOut: 0, problemCount: 0, knownProblems: [], knownProblemCount: 0, warnings: [] }
    const before = shown('en', {})
    cleanup()
    expect(shown('en', none)).toBe(before)
    expect(screen.queryByRole('group')).toBeNull()
  })

  it('tells in the language of the page why it broke off', () => {
    const run = { outcome: 'failed', message: 'x', reason: 'host-not-found', seems: 'a.example' } as const
    expect(shown('ja', run)).toContain('a.example が見つかりません。')
    cleanup()
    expect(shown('en', run)).toContain('a.example was not found.')
  })

  it('lists the problems that were kept, each with its document, and how many more there are', () => {
    shown('ja', {
      problems: [
        { ...problem('https://a.example/x.json: document'), reason: 'unknown-version', seems: 'CSAF 3.0' },
        problem('b'),
      ],
      problemCount: 214,
    })
    const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(items).toEqual([
      'https://a.example/x.json: document CSAF 3.0 の文書です。取り込めるのは CSAF 2.0 と 2.1 です。',
      'b answered 404',
      'ほか 212 件',
    ])
  })
})
