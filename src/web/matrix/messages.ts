import { messagesHook } from '../i18n/language.tsx'

const ja = {
  title: '影響マトリクス',
  size: (rows: number, platforms: number) => `${rows} 件 × ${platforms} プラットフォーム`,
  by: '行の単位',
  rows: { bulletin: 'アラート', vulnerability: '脆弱性' },
  row: { bulletin: 'アラート', vulnerability: '脆弱性' },
  worst: '最も深刻',
  worstHint: '対応の済んでいないアラートのうち最も深刻なもの',
  touched: (n: number) => `影響を受けるプラットフォーム ${n}`,
  unfold: (name: string) => `${name} の全プラットフォームを表示`,
  fold: (name: string) => `${name} をまとめて表示`,
  cell: (row: string, platform: string, rating: string) => `${row}、${platform}: ${rating}`,
  said: {
    'under-investigation': '調査中',
    fixed: '修正済み',
    recommended: '推奨バージョン',
    absent: '評価の登録なし',
  },
  nothingOpen: '未完了のアラートなし',
  marked: (rating: string, state: string) => `${rating}、${state}`,
  marks: '自社の機械では 塗り = 入れる、枠 = 代わりになる、無地 = 新しい更新に含まれる',
  legend: [
    '? = 影響を受けるが深刻度は未評価',
    '斜線 = 影響を受けるが修正の提供なし',
    '· = 影響なし',
    '✓ = 修正済み、または推奨バージョン',
    '… = 調査中',
    '空白 = 評価の登録なし（影響の有無は不明）',
  ],
}

const en: typeof ja = {
  title: 'Platform matrix',
  size: (rows, platforms) => `${rows} × ${platforms} ${platforms === 1 ? 'platform' : 'platforms'}`,
  by: 'Rows',
  rows: { bulletin: 'Alerts', vulnerability: 'Vulnerabilities' },
  row: { bulletin: 'Alert', vulnerability: 'Vulnerability' },
  worst: 'Worst',
  worstHint: 'The worst of the alerts that are not dealt with yet',
  touched: (n) => (n === 1 ? 'touches 1 platform' : `touches ${n} platforms`),
  unfold: (name) => `Show all platforms of ${name}`,
  fold: (name) => `Show ${name} in short`,
  cell: (row, platform, rating) => `${row}, ${platform}: ${rating}`,
  said: {
    'under-investigation': 'Under investigation',
    fixed: 'Fixed',
    recommended: 'Recommended version',
    absent: 'No rating on file',
  },
  nothingOpen: 'Nothing open',
  marked: (rating, state) => `${rating}, ${state}`,
  marks: 'on our machines filled = install, framed = alternative, plain = contained in a newer update',
  legend: [
    '? = affected, severity unrated',
    'hatched = affected, but no fix is offered',
    '· = not affected',
    '✓ = fixed, or the recommended version',
    '… = under investigation',
    'blank = no rating on file: it may be affected or not',
  ],
}

export const useMatrixMessages = messagesHook({ ja, en })
