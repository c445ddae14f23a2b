/** What the frame around every page says, and a page that fails, in Japanese; English is held to its shape by type. */
export const frameMessagesJa = {
  productTagline: '適用すべきか、いつ適用するか、うまくいったか',
  skipToContent: '本文へ移動',
  mainPages: '主なページ',
  menu: 'メニュー',
  search: { label: '検索', placeholder: 'KB、CVE、製品' },
  language: { label: '表示言語' },
  theme: { label: '配色', light: 'ライト', system: '自動', dark: 'ダーク' },
  pageFault: 'このページの表示中に問題が発生しました。',
  withoutAddress: '条件なしで開く',
  toAlerts: 'アラートの一覧へ',
  noSuchPage: 'このアドレスのページはありません。',
}
