/** The words of maintenance windows, freezes and their zone. */
import { messagesHook } from '../i18n/language.tsx'

const ja = {
  remove: (what: string) => `${what} を外す`,
  zone: 'タイムゾーン',
  badZone: 'Asia/Tokyo のような IANA 名を入力してください。JST のような略称は使えません。',
  windowKind: '種類',
  kinds: { weekly: '毎週', 'patch-tuesday': 'Patch Tuesday から', once: '1 回' },
  weekdays: '曜日',
  from: '開始',
  to: '終了',
  daysAfter: 'Patch Tuesday の',
  addWindow: '時間帯を追加',
  noWindow: '時間帯がありません。',
  badWindow: '開始と終了、曜日を確認してください',
  addFreeze: '凍結期間を追加',
  days: '日後',
}

const en: typeof ja = {
  remove: (what) => `Remove ${what}`,
  zone: 'Time zone',
  badZone: 'Enter an IANA name such as Asia/Tokyo. Abbreviations such as JST cannot be used.',
  windowKind: 'Kind',
  kinds: { weekly: 'Every week', 'patch-tuesday': 'After Patch Tuesday', once: 'Once' },
  weekdays: 'Weekdays',
  from: 'From',
  to: 'To',
  daysAfter: 'After Patch Tuesday',
  addWindow: 'Add a window',
  noWindow: 'There is no window.',
  badWindow: 'Check start, end and weekdays',
  addFreeze: 'Add a freeze',
  days: 'days',
}

export const useWindowMessages = messagesHook({ ja, en })
