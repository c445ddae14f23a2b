/** How far a known issue is, and whether something helps. */
import type { IssueState, SupportPage } from '../../contract/bulletin.ts'
import { messagesHook } from '../i18n/language.tsx'

type States = Record<IssueState | 'unstated', string>
type Workarounds = Record<'yes' | 'no' | 'unread', string>
type Answers = Record<SupportPage['answer'], string>
type Causes = Record<NonNullable<SupportPage['cause']>, string>

const ja = {
  status: '状況',
  state: {
    reported: '報告あり',
    investigating: '調査中',
    confirmed: '確認済み',
    resolved: '解決済み',
    unstated: '状況の記載なし',
  } satisfies States,
  workaround: { yes: '回避策あり', no: '回避策なし', unread: '未読' } satisfies Workarounds,
  resolvedIn: '解決した修正:',
  page: {
    published: '既知の問題を公表',
    none: '既知の問題は「なし」と公表',
    unreadable: '既知の問題を読み取れない',
  } satisfies Answers,
  cause: {
    'no-section': 'ページに既知の問題の欄がない',
    'other-layout': 'ページの構成が変わっている',
    'other-page': '別のページが表示される',
  } satisfies Causes,
  readOn: (day: string) => `${day} に読み取り`,
  supportPage: 'サポート ページ',
  andMore: (n: number) => `ほか ${n}`,
}

const en: typeof ja = {
  status: 'Status',
  state: {
    reported: 'reported',
    investigating: 'investigating',
    confirmed: 'confirmed',
    resolved: 'resolved',
    unstated: 'state not given',
  },
  workaround: { yes: 'workaround', no: 'no workaround', unread: 'unread' },
  resolvedIn: 'Resolved in:',
  page: {
    published: 'known issues published',
    none: 'no known issues published',
    unreadable: 'known issues not readable',
  },
  cause: {
    'no-section': 'the page has no section on them',
    'other-layout': 'the page has another layout',
    'other-page': 'another page is shown',
  },
  readOn: (day) => `read ${day}`,
  supportPage: 'support page',
  andMore: (n) => `and ${n} more`,
}

export const useIssueMessages = messagesHook({ ja, en })
