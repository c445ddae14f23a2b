/** The list of imports, and taking one back. */
import type { SupportPage } from '../../contract/bulletin.ts'
import { messagesHook } from '../i18n/language.tsx'
import { plural } from '../i18n/format.ts'

const ja = {
  title: '最近の取り込み',
  none: 'まだ取り込みはありません。',
  document: '文書',
  when: '日時',
  who: '取り込んだ人',
  result: '結果',
  watched: (source: string) => `${source} の監視`,
  command: 'コマンド',
  noBulletin: 'アラートの変更なし',
  undo: '取り消す',
  undoOf: (name: string) => `${name} の取り込みを取り消す`,
  undone: (by: string, at: string) => `${by} が取り消し済み (${at})`,
  sure: (name: string) => `${name} の取り込みを取り消しますか？`,
  what: 'この取り込みで追加されたものは消え、置き換えられたものや取り下げられたものは元に戻ります。',
  stays: '対応状況・コメント・適用テスト・適用判断は残ります。これらがあるアラートは「取り下げ」として残ります。',
  /** What became of a list of exploited vulnerabilities. */
  catalogue: {
    older: 'より新しい版があるため変更なし',
  },
  /** What a support page says of known issues. */
  page: {
    published: (issues: number) => `既知の問題 ${issues} 件`,
    none: () => '既知の問題なしと公表',
    unreadable: () => '既知の問題は読み取れない',
  } satisfies Record<SupportPage['answer'], (issues: number) => string>,
  notUndone: '取り消せませんでした。あとの取り込みを先に取り消してください。',
}

const en: typeof ja = {
  title: 'Last imports',
  none: 'Nothing has been imported yet.',
  document: 'Document',
  when: 'When',
  who: 'By',
  result: 'Result',
  watched: (source) => `watched: ${source}`,
  command: 'command',
  noBulletin: 'no alert changed',
  undo: 'Undo',
  undoOf: (name) => `Undo the import of ${name}`,
  undone: (by, at) => `undone by ${by} (${at})`,
  sure: (name) => `Undo the import of ${name}?`,
  what: 'What this import added goes, and what it replaced or withdrew returns.',
  stays: 'Triage, comments, lab results and decisions stay. An alert that has any of them stays as withdrawn.',
  catalogue: {
    older: 'a newer version is on file: nothing changed',
  },
  page: {
    published: (issues) => plural(issues, 'known issue'),
    none: () => 'no known issues published',
    unreadable: () => 'known issues not readable',
  },
  notUndone: 'It could not be undone. Undo the later import first.',
}

export const useImportListMessages = messagesHook({ ja, en })
