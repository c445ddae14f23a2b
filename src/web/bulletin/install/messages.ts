/** What to install of a bulletin, and how to check that it is on. */
import { messagesHook } from '../../i18n/language.tsx'
import { plural } from '../../i18n/format.ts'

const ja = {
  title: '何を入れて、どう確かめるか',
  platform: 'プラットフォーム',
  fix: '入れるもの',
  build: '入った後のビルド',
  machines: (n: string) => `${n} 台`,
  notOurs: '自社になし',
  alternative: (id: string, kind: string) => `代わり: ${id} ${kind}`,
  covered: (applied: string, of: string) => `${of} 台中 ${applied} 台に適用済み`,
  left: (n: string) => `残り ${n} 台`,
  lacking: '不足している機械',
  nothingCounted: '適用状況の報告はまだない',
  check: '確認コマンド',
  script: '確認スクリプト',
  noBuild: '記載なし',
}

const en: typeof ja = {
  title: 'What to install and how to check it',
  platform: 'Platform',
  fix: 'To install',
  build: 'Build after it',
  machines: (n) => plural(n, 'machine'),
  notOurs: 'none of ours',
  alternative: (id, kind) => `or ${id} (${kind})`,
  covered: (applied, of) => `on ${applied} of ${plural(of, 'machine')}`,
  left: (n) => `${n} left`,
  lacking: 'Machines that lack it',
  nothingCounted: 'No report of machines yet',
  check: 'Command to check it',
  script: 'Script to check it',
  noBuild: 'not stated',
}

export const useInstallMessages = messagesHook({ ja, en })
