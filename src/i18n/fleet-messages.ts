/** The machines that there are. */
import { messagesHook } from './language.tsx'

type ChangeKinds = Record<'changed' | 'added' | 'removed' | 'unchanged', string>
type Problems = Record<'platform' | 'edition' | 'machines' | 'twice', (value: string) => string>

const ja = {
  title: '台数',
  note: (machines: string, platforms: number) => `${machines} 台、${platforms} プラットフォーム`,
  hint: 'ここで登録した台数は、マイ プラットフォーム、アラートの対象台数、適用計画に使われます。',
  set: (who: string, when: string) => `${when} ${who}`,
  lines: '登録されている台数',
  platform: 'プラットフォーム',
  edition: 'OS エディション（任意）',
  machines: '台数',
  affected: '未対応のアラート',
  noVersion: 'バージョン未指定',
  total: '合計',
  none: 'まだ登録されていません。',
  add: '追加',
  remove: (name: string) => `${name} を削除`,
  save: '保存',
  discard: '変更を破棄',
  unsaved: '未保存の変更があります',
  saved: '保存しました',
  conflict:
    'ほかの人が先に変更しました。その変更を取り込み、あなたの変更も残しています。確認してから保存してください。',
  leave: '未保存の変更があります。保存せずに移動しますか？',
  failed: '保存できませんでした。入力はそのまま残っています。',
  noSuchPlatform: '一覧からプラットフォームを選んでください。',
  alreadyThere: 'すでに一覧にあります。台数は一覧で変更してください。',
  import: 'CSV の読み込み',
  importHint: '1 行に プラットフォーム,OS エディション,台数。プラットフォームは ID または名前で書けます。',
  file: 'ファイルを選ぶ',
  paste: 'または、ここに貼り付け',
  preview: (good: number, bad: number) =>
    bad === 0 ? `${good} 行を読み込めます` : `${good} 行を読み込めます。${bad} 行は読み込めません`,
  takeOver: '一覧をこの内容に置き換える',
  merge: '一覧に追加・上書きする',
  more: (n: number) => `ほか ${n} 行`,
  changes: '各行の変化',
  change: '変化',
  changeKinds: {
    changed: '変更',
    added: '追加',
    removed: 'ファイルにない行: 置き換えると削除',
    unchanged: '変更なし',
  } satisfies ChangeKinds,
  row: (row: number) => `${row} 行目`,
  problems: {
    platform: (value) => `プラットフォーム「${value}」は登録されていません`,
    edition: (value) => `OS エディション「${value}」は長すぎます`,
    machines: (value) => `台数「${value}」は 1 以上の整数ではありません`,
    twice: (value) => `「${value}」は 2 回目です`,
  } satisfies Problems,
  export: 'CSV',
}

const en: typeof ja = {
  title: 'Fleet',
  note: (machines, platforms) => `${machines} machines, ${platforms} ${platforms === 1 ? 'platform' : 'platforms'}`,
  hint: 'What is entered here gives “my platforms”, the machines that an alert affects, and the machines of a plan.',
  set: (who, when) => `${who}, ${when}`,
  lines: 'Machines on file',
  platform: 'Platform',
  edition: 'OS edition (optional)',
  machines: 'Machines',
  affected: 'Open alerts',
  noVersion: 'version not given',
  total: 'Total',
  none: 'Nothing on file yet.',
  add: 'Add',
  remove: (name) => `Remove ${name}`,
  save: 'Save',
  discard: 'Discard changes',
  unsaved: 'Changes are not saved yet',
  saved: 'Saved',
  conflict:
    'Somebody else has changed the fleet meanwhile. Their changes are taken in, and yours kept: look at both, then save.',
  leave: 'There are changes that are not saved. Leave without saving them?',
  failed: 'It could not be saved. What you entered is still here.',
  noSuchPlatform: 'Choose a platform from the list.',
  alreadyThere: 'This is in the list already: change the number there.',
  import: 'Read a CSV file',
  importHint: 'One line each: platform,edition,machines. A platform goes by its id or its name.',
  file: 'Choose a file',
  paste: 'Or paste it here',
  preview: (good, bad) =>
    bad === 0
      ? `${good} ${good === 1 ? 'line' : 'lines'} can be taken over`
      : `${good} ${good === 1 ? 'line' : 'lines'} can be taken over, ${bad} cannot`,
  takeOver: 'Replace the list by this',
  merge: 'Add this to the list',
  more: (n) => `and ${n} more`,
  changes: 'What becomes of each line',
  change: 'Change',
  changeKinds: {
    changed: 'changed',
    added: 'added',
    removed: 'not in the file: removed if the list is replaced',
    unchanged: 'unchanged',
  },
  row: (row) => `Line ${row}`,
  problems: {
    platform: (value) => `there is no platform “${value}”`,
    edition: (value) => `the OS edition “${value}” is too long`,
    machines: (value) => `“${value}” is no whole number from 1`,
    twice: (value) => `“${value}” is there twice`,
  },
  export: 'CSV',
}

export const useFleetMessages = messagesHook({ ja, en })
