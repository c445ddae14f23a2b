import { cleanup, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { changeTable, type Change } from '../../../src/contract/changes.ts'
import { ChangeList } from '../../../src/web/versions/ChangeList.tsx'
import { loadMessages } from '../../../src/web/load-messages.ts'
import { firstLanguage, LanguageProvider, type Language } from '../../../src/web/i18n/language.tsx'

await loadMessages('en')

const lines = (language: Language, changes: Change[]) => {
  localStorage.setItem('hotfix-report.language', language)
  render(<ChangeList changes={changes} names={(ids) => ids.join(' and ')} />, {
    wrapper: ({ children }) => (
      <LanguageProvider first={firstLanguage()} load={async () => {}}>
        {children}
      </LanguageProvider>
    ),
  })
  const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  cleanup()
  return said
}

describe('the changes of a version', () => {
  it.each<{ change: Change; en: string; ja: string }>([
    {
      change: { kind: 'vulnerability-rerated', of: ['CVE-2031-1'], to: '2', platforms: ['windows-10.1607'] },
      en: 'vulnerability re-rated CVE-2031-1 (windows-10.1607) not stated → Important',
      ja: '脆弱性の評価の変更 CVE-2031-1 (windows-10.1607) 記載なし → 重要',
    },
    {
      change: { kind: 'vulnerability-rerated', of: ['CVE-2031-1'], from: '2 under-investigation', to: 'none fixed' },
      en: 'vulnerability re-rated CVE-2031-1 Important (under investigation) → fixed',
      ja: '脆弱性の評価の変更 CVE-2031-1 重要 (調査中) → 修正済み',
    },
    {
      change: { kind: 'score', of: ['CVE-2031-1'], from: '8.8', to: '8.0' },
      en: 'CVSS changed CVE-2031-1 8.8 → 8.0',
      ja: 'CVSS の変更 CVE-2031-1 8.8 → 8.0',
    },
    {
      change: { kind: 'exploit-up', of: ['CVE-2031-1'], from: 'unknown', to: 'exploited', on: '2031-02-03' },
      en: 'exploitation worse CVE-2031-1 Unknown → Exploited (added 3 Feb 2031)',
      ja: '悪用の状況が悪化 CVE-2031-1 不明 → 悪用を確認 (2031/02/03 追加)',
    },
    {
      change: { kind: 'known-exploited', of: ['CVE-2031-1'], to: '2031-03-01 ransomware', on: '2031-02-03' },
      en: 'entry among the exploited (KEV) changed CVE-2031-1 not stated → due 1 Mar 2031, used by ransomware (added 3 Feb 2031)',
      ja: '悪用リスト（KEV）の記載の変更 CVE-2031-1 記載なし → 期限 2031/03/01, ランサムウェアによる悪用あり (2031/02/03 追加)',
    },
    {
      change: { kind: 'severity-down', of: [], from: '1', to: 'unrated' },
      en: 'severity down Critical → Unrated',
      ja: '深刻度が低下 緊急 → 未評価',
    },
    {
      change: { kind: 'package-added', of: ['Release Notes'], to: '141.0.2.2', platforms: ['a', 'b'] },
      en: 'package added Release Notes (a and b) 141.0.2.2',
      ja: '修正プログラムの追加 Release Notes (a and b) 141.0.2.2',
    },
    {
      change: { kind: 'platform-added', of: ['a', 'b', 'c', 'd', 'e'] },
      en: 'platform added a and b and c and d, 1 more',
      ja: 'プラットフォームの追加 a and b and c and d, ほか 1',
    },
    {
      change: { kind: 'document-status', of: [], from: 'draft', to: 'final' },
      en: 'status of the document changed draft → final',
      ja: '文書の状態の変更 草案 → 確定版',
    },
    {
      change: { kind: 'details', of: ['cwes', 'detection'] },
      en: 'other details changed Weakness (CWE), Detection',
      ja: 'その他の項目の変更 弱点 (CWE), 検出',
    },
  ])('says $en', ({ change, en, ja }) => {
    const other: Change = { kind: 'link', of: [] }
    expect(lines('en', [change, other])[0]).toBe(en)
    expect(lines('ja', [change, other])[0]).toBe(ja)
  })

  it('says "text only" where really nothing but prose differs', () => {
    const text: Change = { kind: 'text', of: ['CVE-2031-1'] }
    expect(lines('en', [text])).toEqual(['text only CVE-2031-1'])
    expect(lines('en', [text, { kind: 'link', of: [] }])).toEqual(['text changed CVE-2031-1', 'links changed'])
  })

  it('has a word for every kind in both languages', () => {
    const all = changeTable.map(({ kind }): Change => ({ kind, of: [] }))
    for (const language of ['ja', 'en'] as const) {
      const said = lines(language, all)
      expect(new Set(said).size).toBe(changeTable.length)
      expect(said.filter((line) => line === '')).toEqual([])
    }
  })
})
