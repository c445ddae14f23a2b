/** What the table of alerts says, beside the names of its columns. */
import { messagesHook } from '../../i18n/language.tsx'

const ja = {
  select: '選択',
  columns: '列',
  alert: 'アラート',
  updated: '更新日',
  machines: '対象台数',
  earlier: (name: string) => `${name} を左へ`,
  later: (name: string) => `${name} を右へ`,
  usual: '最初の列に戻す',
}

const en: typeof ja = {
  select: 'Selected',
  columns: 'Columns',
  alert: 'Alert',
  updated: 'Updated',
  machines: 'Machines',
  earlier: (name) => `Move ${name} left`,
  later: (name) => `Move ${name} right`,
  usual: 'Back to the usual columns',
}

export type TableMessages = typeof ja

export const useTableMessages = messagesHook({ ja, en })
