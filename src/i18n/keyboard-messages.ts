/** The sentences of the keyboard help and of the command palette. */
import { messagesHook } from './language.tsx'
const ja = {
  help: 'キーボード操作',
  close: '閉じる',
  groups: { everywhere: 'すべてのページ', list: 'アラートの一覧', grid: 'マトリクスと適用テストの表' },
  bindings: {
    search: '検索欄へ移動',
    palette: 'コマンド パレットを開く',
    help: 'この一覧を開く',
    next: '次のアラートへ',
    previous: '前のアラートへ',
    open: '開く',
    select: '選択する / 選択を外す',
    left: '左のセルへ',
    right: '右のセルへ',
    up: '上のセルへ',
    down: '下のセルへ',
    first: '行の先頭へ',
    last: '行の末尾へ',
    pageUp: '前の画面へ',
    pageDown: '次の画面へ',
    openCell: 'アラートを開く',
  },
  palette: {
    label: 'コマンド パレット',
    placeholder: 'アラート、プラットフォーム、ページ、設定…',
    none: '該当するものはありません',
    groups: {
      pages: 'ページ',
      bulletins: 'アラート',
      platforms: 'プラットフォーム',
      filters: '条件',
      settings: '設定',
    },
    filterBy: (name: string) => `${name} で絞り込む`,
  },
}

const en: typeof ja = {
  help: 'Keyboard',
  close: 'Close',
  groups: { everywhere: 'On every page', list: 'In the list of alerts', grid: 'In the matrix and the lab tests' },
  bindings: {
    search: 'Go to the search field',
    palette: 'Open the command palette',
    help: 'Open this list',
    next: 'Next alert',
    previous: 'Previous alert',
    open: 'Open',
    select: 'Select or unselect',
    left: 'Cell to the left',
    right: 'Cell to the right',
    up: 'Cell above',
    down: 'Cell below',
    first: 'Start of the row',
    last: 'End of the row',
    pageUp: 'One screen up',
    pageDown: 'One screen down',
    openCell: 'Open the alert',
  },
  palette: {
    label: 'Command palette',
    placeholder: 'Alert, platform, page, setting…',
    none: 'Nothing found',
    groups: { pages: 'Pages', bulletins: 'Alerts', platforms: 'Platforms', filters: 'Filters', settings: 'Settings' },
    filterBy: (name) => `Filter by ${name}`,
  },
}

export const useKeyboardMessages = messagesHook({ ja, en })
