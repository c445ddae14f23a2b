/** What is said of a table to take away, in Japanese; English is held to its shape by type. */
export const exportMessagesJa = {
  csv: 'CSV',
  feed: 'フィード',
  markdown: 'Markdown をコピー',
  copied: 'コピーしました',
  copyFailed: 'コピーできませんでした',
  note: (filter: string, day: string) => `条件: ${filter}（${day} 出力）`,
}
