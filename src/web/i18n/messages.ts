/** All sentences of the screen that are not the field's vocabulary (`words.ts`). English is held to the shape of Japanese by type. */
import type { problemCodes } from '../../contract/problem.ts'
import { japaneseFilterMessages } from './filter-messages.ts'
import { useLanguage, type Language } from './language.tsx'
import { japaneseWords, type Words } from './words.ts'

type ProblemWords = Record<(typeof problemCodes)[number] | 'offline', string>

const ja = {
  productTagline: '適用すべきか、いつ適用するか、うまくいったか',
  skipToContent: '本文へ移動',
  nav: {
    label: '主なページ',
    alerts: 'アラート',
    matrix: '影響マトリクス',
    tests: '適用テスト',
    rollout: '適用計画',
    sources: '取り込み',
    fleet: '台数',
  },
  search: { label: '検索', placeholder: '検索: 番号、KB、CVE、製品…' },
  language: { label: '表示言語' },
  theme: { label: '配色', light: 'ライト', system: '自動', dark: 'ダーク' },
  problem: {
    invalid: 'この要求は受け付けられませんでした。',
    not_found: '該当するアラートはありません。',
    unauthenticated: 'サインインしてください。',
    forbidden: 'この操作は許可されていません。',
    conflict: 'ほかの人が先に変更しました。',
    too_many: '短い時間に操作が多すぎます。しばらくしてからもう一度お試しください。',
    too_large: '大きすぎるため受け付けられません。',
    refused: '内容に問題があるため受け付けられませんでした。',
    unavailable: 'サーバの準備ができていません。しばらくしてからもう一度お試しください。',
    unexpected: 'サーバで問題が発生しました。',
    offline: 'サーバに接続できません。ネットワークとサーバの状態を確認してください。',
  } satisfies ProblemWords,
  takeAway: {
    csv: 'CSV',
    markdown: 'Markdown をコピー',
    copied: 'コピーしました',
    copyFailed: 'コピーできませんでした',
    note: (filter: string, day: string) => `条件: ${filter}（${day} 出力）`,
    selected: (n: number) => `選択した ${n} 件`,
  },
  planRollout: '適用を計画',
  retry: 'もう一度試す',
  pageFault: 'このページの表示中に問題が発生しました。',
  withoutAddress: '条件なしで開く',
  toAlerts: 'アラートの一覧へ',
  noSuchPage: 'このアドレスのページはありません。',
  loading: '読み込み中',
  filters: japaneseFilterMessages,
  alerts: {
    title: (shown: number) => `アラート ${shown} 件`,
    of: (all: number) => `全 ${all} 件中`,
    all: (all: number) => `登録されている ${all} 件すべて`,
    sort: '並べ替え',
    noneTitle: '条件に合うアラートはありません',
    noneHint: '条件を減らすか、検索語を短くしてください。',
    emptyTitle: 'アラートはまだ登録されていません',
    emptyHint: 'サーバは起動時に同梱のアラートを登録します。サーバの出力を確認してください。',
    updated: (day: string) => `${day} 更新`,
    exploit: '攻撃コード',
    impact: '影響',
    restart: '再起動',
    environments: '対象',
    vulnerabilities: 'CVE',
    count: (n: number) => `${n}件`,
    platforms: '影響を受けるプラットフォーム',
    more: (n: number) => `ほか ${n}`,
    tests: '適用テスト',
    testsDone: (n: number) => `${n} OS`,
    testsNone: '未実施',
    knownIssues: (n: number) => `既知の問題 ${n}`,
    rollout: (machines: number, consoles: number) => `${machines}台・${consoles}コンソールで`,
    rolloutTime: '所要時間',
    rolloutNone: '未公表',
    urgencyIs: (level: string) => `緊急対応度: ${level}`,
    onChosen: '選択中のプラットフォーム',
    select: (id: string) => `${id} を選択`,
    selected: (n: number) => `${n} 件を選択中`,
    unselect: '選択を解除',
    changes: { new: '新着', revised: '前回閲覧後に更新' },
    changed: (n: number) => `前回の閲覧後に ${n} 件の新着・更新`,
    markSeen: 'すべて確認済みにする',
    titleHead: '件名',
    updatedHead: '更新日',
    exposure: (affected: string, atMost: string, of: string) =>
      affected === atMost ? `${of}台中 ${affected}台が対象` : `${of}台中 ${affected}～${atMost}台が対象`,
    triageOf: (id: string, status: string) => `${id} の対応状況: ${status}`,
    reviewOn: (day: string) => `${day} 見直し`,
    reviewDue: (day: string) => `見直し期限 ${day}`,
    selectAll: (n: number) => `${n} 件すべてを選択`,
    setTriage: '対応状況を変更',
  },
}

export type Messages = typeof ja

/** What the first load needs in each language: Japanese comes with it, English is loaded where it is read. */
const loaded: { ja: { t: Messages; w: Words }; en: { t: Messages; w: Words } | null } = {
  ja: { t: ja, w: japaneseWords },
  en: null,
}

/** Loads the messages of a language, before a page is shown in it; null where they are there. */
export const loadMessages = (language: Language): Promise<void> | null =>
  loaded[language] === null ? loadEnglish() : null

async function loadEnglish(): Promise<void> {
  const { english } = await import('./english.ts')
  loaded.en = english
}

/** The messages and the vocabulary in the language of the page. */
export function useMessages() {
  const [language] = useLanguage()
  return { ...(loaded[language] ?? loaded.ja), language }
}
