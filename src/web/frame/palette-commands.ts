/** What the palette says, and what it knows beside pages and what is on file: the values of filters, and things to do. */
import type { Facet } from '../../contract/facets.ts'
import { facetTable } from '../../contract/facets.ts'
import type { Words } from '../../words/words.ts'
import { messagesHook } from '../i18n/language.tsx'

const ja = {
  label: 'コマンド パレット',
  placeholder: 'アラート、プラットフォーム、ページ、設定…',
  none: '該当するものはありません',
  groups: {
    pages: 'ページ',
    vulnerabilities: '脆弱性',
    bulletins: 'アラート',
    plans: '適用計画',
    platforms: 'プラットフォーム',
    filters: '条件',
    actions: '操作',
    settings: '設定',
  },
  filterBy: (name: string) => `${name} で絞り込む`,
  fixesOf: '入れるもの',
  facets: {
    severity: '深刻度',
    urgency: '緊急対応度',
    triage: '対応状況',
    exploit: '悪用状況',
    disclosure: '公開状況',
    exploitedBy: '悪用の確認元',
    ransomware: 'ランサムウェア',
    lab: '適用テスト',
    mine: '自社の台数',
    restart: '再起動',
  },
  howWeDo: '対応実績',
  recordTest: '適用テストの結果を記録',
  newPlan: '適用計画を作成',
  holds: '保留命令',
  saveFilter: 'この条件を保存',
}

const en: typeof ja = {
  label: 'Command palette',
  placeholder: 'Alert, platform, page, setting…',
  none: 'Nothing found',
  groups: {
    pages: 'Pages',
    vulnerabilities: 'Vulnerabilities',
    bulletins: 'Alerts',
    plans: 'Plans',
    platforms: 'Platforms',
    filters: 'Filters',
    actions: 'Actions',
    settings: 'Settings',
  },
  filterBy: (name) => `Filter by ${name}`,
  fixesOf: 'What to install',
  facets: {
    severity: 'Severity',
    urgency: 'Urgency',
    triage: 'Triage',
    exploit: 'Exploit',
    disclosure: 'Disclosure',
    exploitedBy: 'Exploited according to',
    ransomware: 'Ransomware',
    lab: 'Lab tests',
    mine: 'Our machines',
    restart: 'Restart',
  },
  howWeDo: 'How we are doing',
  recordTest: 'Record a lab result',
  newPlan: 'New rollout plan',
  holds: 'Holds',
  saveFilter: 'Save this filter',
}

/** @internal */
export const paletteMessages = { ja, en }

export const usePaletteMessages = messagesHook(paletteMessages)

/** Every value of the facets that have words: the facet, its value, and both in words. */
export function filterValues(words: Words, titles: typeof ja.facets) {
  const named = Object.entries(titles) as [keyof typeof titles & Facet, string][]
  return named.flatMap(([facet, title]) => {
    const names: Record<string, string> = words[facet]
    return facetTable[facet].options.flatMap((value) => {
      const name = names[String(value)]
      return name === undefined ? [] : { facet, value, title, name }
    })
  })
}
