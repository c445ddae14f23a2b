import type { ExportMessages } from './messages.ts'

export const exportMessagesEn: ExportMessages = {
  csv: 'CSV',
  markdown: 'Copy as Markdown',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  note: (filter, day) => `Filter: ${filter} (exported ${day})`,
}
