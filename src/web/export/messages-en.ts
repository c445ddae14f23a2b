import type { exportMessagesJa } from './messages-ja.ts'

export const exportMessagesEn: typeof exportMessagesJa = {
  csv: 'CSV',
  feed: 'Feed',
  markdown: 'Copy as Markdown',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  note: (filter, day) => `Filter: ${filter} (exported ${day})`,
}
