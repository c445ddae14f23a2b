/** The facts that decide, in a line below the header. */
import { messagesHook } from '../../i18n/language.tsx'
import { plural } from '../../i18n/format.ts'

const ja = {
  title: '要点',
  exploited: '悪用',
  confirmed: (n: number) => `確認 ${n} 件`,
  kevDue: (day: string) => `KEV 期日 ${day}`,
  kevAdded: (day: string) => `KEV ${day} 追加`,
  public: '公開',
  flaws: '脆弱性',
  count: (n: number) => `${n} 件`,
  none: 'なし',
  ofSeverity: (severity: string, n: number) => `${severity} ${n}`,
  cvss: 'もっとも高い CVSS',
  notStated: '記載なし',
  restart: '再起動',
  issues: '既知の問題',
  workarounds: (n: number) => `回避策 ${n}`,
  notRead: '未確認',
  noIssues: 'なし',
  noIssuesOnFile: '登録なし',
  ours: '自社の対象',
  machines: (n: string) => `${n} 台`,
  between: (from: string, to: string) => `${from}～${to} 台`,
  left: (n: string) => `残り ${n} 台`,
  noFleet: '台数の登録なし',
}

const en: typeof ja = {
  title: 'Key facts',
  exploited: 'Exploited',
  confirmed: (n) => `${n} confirmed`,
  kevDue: (day) => `KEV due ${day}`,
  kevAdded: (day) => `in KEV since ${day}`,
  public: 'Public',
  flaws: 'Vulnerabilities',
  count: (n) => String(n),
  none: 'None',
  ofSeverity: (severity, n) => `${n} ${severity}`,
  cvss: 'Highest CVSS',
  notStated: 'Not stated',
  restart: 'Restart',
  issues: 'Known issues',
  workarounds: (n) => plural(n, 'workaround'),
  notRead: 'Not read',
  noIssues: 'None',
  noIssuesOnFile: 'None on file',
  ours: 'Our machines',
  machines: (n) => n,
  between: (from, to) => `${from}–${to}`,
  left: (n) => `${n} left`,
  noFleet: 'No fleet on file',
}

export const useKeyFactMessages = messagesHook({ ja, en })
