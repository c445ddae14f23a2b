/** The sentences of the panel of backups. */
import { formatNumber, plural } from '../i18n/format.ts'
import { messagesHook } from '../i18n/language.tsx'

type Size = { size: string; rows: number }

const ja = {
  title: 'バックアップ',
  now: '今すぐバックアップ',
  good: '正常',
  late: '古くなっています',
  failed: '失敗',
  waiting: 'これから作成',
  running: '作成中…',
  lastGood: (when: string, { size, rows }: Size) =>
    `最後に成功したバックアップ: ${when} (${size}、${formatNumber(rows)} 行)。復元できることを確認しています。`,
  never: '成功したバックアップはまだありません。',
  failedAt: (when: string) => `${when} のバックアップは失敗しました。`,
  schedule: (every: string, keep: number) => `${every}ごとに作成し、新しいものから ${keep} 個を残します。保存先:`,
  minutes: (n: number) => `${n} 分`,
  hours: (n: number) => `${n} 時間`,
  days: (n: number) => `${n} 日`,
  next: '次回',
  noFolder: '保存先のフォルダが設定されていないため、このサーバはバックアップを作成しません。',
  howTo:
    '環境変数 BACKUP_DIR に、データとは別のディスクにあるフォルダを指定し、サーバを再起動してください。間隔は BACKUP_EVERY (既定は 24h)、残す数は BACKUP_KEEP (既定は 14) で変えられます。',
  notRead: 'バックアップの状態を読み込めませんでした。',
}

const en: typeof ja = {
  title: 'Backups',
  now: 'Back up now',
  good: 'Good',
  late: 'Out of date',
  failed: 'Failed',
  waiting: 'Not made yet',
  running: 'Being made…',
  lastGood: (when, { size, rows }) =>
    `Last good backup: ${when} (${size}, ${formatNumber(rows)} rows). It was restored for a try.`,
  never: 'There is no good backup yet.',
  failedAt: (when) => `The backup of ${when} failed.`,
  schedule: (every, keep) => `One every ${every}, and the newest ${keep} are kept, in`,
  minutes: (n) => plural(n, 'minute'),
  hours: (n) => plural(n, 'hour'),
  days: (n) => plural(n, 'day'),
  next: 'Next',
  noFolder: 'No folder is set, so this server makes no backups.',
  howTo:
    'Set the variable BACKUP_DIR to a folder on another disk than the data, and start the server again. BACKUP_EVERY (24h unless set) says how often, BACKUP_KEEP (14) how many are kept.',
  notRead: 'How the backups go could not be read.',
}

export const useBackupMessages = messagesHook({ ja, en })
