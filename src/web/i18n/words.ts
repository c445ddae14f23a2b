/** The field's vocabulary on screen: one table per closed list of the contract, complete by type. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { SortOrder } from '../../contract/summary.ts'
import type {
  Disclosure,
  Environment,
  Exploit,
  Impact,
  LabState,
  Outcome,
  Presence,
  Rating,
  Restart,
  SeverityOption,
  TriageOption,
  Uninstall,
  UrgencyLevel,
} from '../../contract/words.ts'

export type Words = {
  severity: Record<SeverityOption, string>
  rating: Record<Rating, string>
  urgency: Record<UrgencyLevel, string>
  urgencyBasis: Record<Bulletin['urgency']['basis'], string>
  exploit: Record<Exploit, string>
  disclosure: Record<Disclosure, string>
  impact: Record<Impact, string>
  restart: Record<Restart, string>
  uninstall: Record<Uninstall, string>
  environment: Record<Environment, string>
  outcome: Record<Outcome, string>
  lab: Record<LabState, string>
  knownIssues: Record<Presence, string>
  replaced: Record<Presence, string>
  triage: Record<TriageOption, string>
  sort: Record<SortOrder, string>
  source: Record<Bulletin['source']['kind'], string>
}

export const japaneseWords: Words = {
  severity: { 1: '緊急', 2: '重要', 3: '警告', 4: '注意', unrated: '未評価' },
  rating: { 1: '緊急', 2: '重要', 3: '警告', 4: '注意', unrated: '未評価', 'no-fix': '修正なし', none: '影響なし' },
  urgency: { immediate: '緊急適用', early: '早期適用', wait: 'SP待ち', unrated: '未評価' },
  urgencyBasis: { stated: '発行元の判断', rule: '規則による判定' },
  exploit: { exploited: '悪用を確認', 'proof-of-concept': '実証コードあり', none: 'なし', unknown: '不明' },
  disclosure: { public: '公開済み', private: '非公開で報告', unknown: '不明' },
  impact: {
    'remote-code-execution': 'リモートでのコード実行',
    'elevation-of-privilege': '特権の昇格',
    'security-feature-bypass': 'セキュリティ機能のバイパス',
    'information-disclosure': '情報漏えい',
    tampering: '改ざん',
    spoofing: 'なりすまし',
    'denial-of-service': 'サービス拒否',
  },
  restart: { required: '必要', maybe: '場合による', 'not-required': '不要', unknown: '不明' },
  uninstall: { possible: '可能', 'not-possible': '不可', unknown: '不明' },
  environment: { server: 'サーバ', client: 'クライアント' },
  outcome: {
    passed: '問題なし',
    'passed-with-issues': '問題あり',
    failed: '失敗',
    unrecorded: '実施済み（結果の記録なし）',
  },
  lab: {
    passed: '問題なし',
    'passed-with-issues': '問題あり',
    failed: '失敗',
    unrecorded: '記録なし',
    untested: '未実施',
  },
  knownIssues: { yes: 'あり', no: '登録なし' },
  replaced: { yes: '置き換え済み', no: '登録分で最新' },
  triage: {
    new: '未対応',
    assessing: '評価中',
    planned: '適用計画済み',
    deploying: '適用中',
    deferred: '保留',
    done: '完了',
    'not-applicable': '対象外',
    'review-due': '見直し期限',
  },
  sort: { urgency: '緊急度順', updated: '更新日順', id: '番号順' },
  source: {
    'hotfix-report': 'HotFix Report',
    'microsoft-bulletin': 'マイクロソフト セキュリティ情報',
    'msrc-cvrf': 'MSRC',
    csaf: 'CSAF',
  },
}
