/** Where in a bulletin a text was found. */
import type { SearchPlace } from '../../../contract/search.ts'
import { messagesHook } from '../../i18n/language.tsx'

type Places = Record<SearchPlace, string>

const ja = {
  places: {
    file: 'ファイル',
    registry: 'レジストリ',
    build: 'ビルド',
    package: 'パッケージ',
    'known-issue': '既知の問題',
    tool: 'ツール',
    test: '適用テスト',
    component: 'コンポーネント',
    comment: 'コメント',
    analysis: '解説',
    remedy: '対策',
    summary: '脆弱性の説明',
    faq: 'よくある質問',
    note: '注記',
  } satisfies Places,
  of: (place: string, of: string) => `${place} (${of})`,
}

const en: typeof ja = {
  places: {
    file: 'File',
    registry: 'Registry',
    build: 'Build',
    package: 'Package',
    'known-issue': 'Known issue',
    tool: 'Tool',
    test: 'Test',
    component: 'Component',
    comment: 'Comment',
    analysis: 'Analysis',
    remedy: 'Remedy',
    summary: 'Vulnerability',
    faq: 'FAQ',
    note: 'Note',
  },
  of: (place, of) => `${place} (${of})`,
}

export const useTextHitMessages = messagesHook({ ja, en })
