/** Packages, their files, and how to see that they are installed. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import { messagesHook } from '../../i18n/language.tsx'
import { plural } from '../../i18n/format.ts'

type Checks = Record<Bulletin['verification'][number]['kind'], string>

const ja = {
  script: 'PowerShell スクリプトで確認',
  scriptHint:
    '実行した端末のレジストリ、ファイルのバージョン、OS ビルドを調べ、1 件 1 行の CSV で出力します。何も変更しません。Windows PowerShell 2.0 以降。',
  copyScript: 'スクリプトをコピー',
  saveScript: '保存 (.ps1)',
  platforms: '対象プラットフォーム',
  tool: 'ツール',
  result: '結果',
  detects: '検出できる',
  detectsNot: '検出できない',
  shows: '表示',
  updateName: 'Windows Update での表示',
  fixedBuild: '修正後のビルド',
  filesCount: (n: number) => `${n} ファイル`,
  folder: 'ブランチとフォルダ',
  file: 'ファイル名',
  version: 'バージョン',
  size: 'サイズ',
  bytes: 'bytes',
  role: '機能',
  where: '確認する場所',
  expected: '期待値',
  support: '対応',
  supported: '対応',
  unsupported: 'サポート対象外',
  shownAt: '表示される場所',
  shownAs: '名前',
  date: '日付',
  checks: {
    'registry-key': 'レジストリ キー',
    'file-version': 'ファイルのバージョン',
    'os-build': 'OS ビルド',
  } satisfies Checks,
}

const en: typeof ja = {
  script: 'Check by a PowerShell script',
  scriptHint:
    'It looks at registry keys, file versions and the OS build of the machine it runs on, prints a line of CSV for each, and changes nothing. Windows PowerShell 2.0 and later.',
  copyScript: 'Copy the script',
  saveScript: 'Save (.ps1)',
  platforms: 'Platforms',
  tool: 'Tool',
  result: 'Result',
  detects: 'Detects it',
  detectsNot: 'Does not detect it',
  shows: 'Shows',
  updateName: 'Name in Windows Update',
  fixedBuild: 'Fixed build',
  filesCount: (n) => plural(n, 'file'),
  folder: 'Branch and folder',
  file: 'File',
  version: 'Version',
  size: 'Size',
  bytes: 'bytes',
  role: 'Role',
  where: 'Where to look',
  expected: 'Expected',
  support: 'Support',
  supported: 'Supported',
  unsupported: 'Not supported',
  shownAt: 'Where',
  shownAs: 'Name',
  date: 'Date',
  checks: { 'registry-key': 'Registry key', 'file-version': 'File version', 'os-build': 'OS build' },
}

export const usePackageMessages = messagesHook({ ja, en })
