import type { Language } from '../i18n/language.tsx'

const day = 24 * 60 * 60 * 1000

/** How long ago a moment is in whole days by the calendar of this device: `今日 10:32`, `3 日前`; `today 10:32`, `3 days ago`. */
export function ageText(at: string, today: string, language: Language): string {
  const moment = new Date(at)
  const days = Math.round((Date.parse(moment.toLocaleDateString('sv-SE')) - Date.parse(today)) / day)
  const age = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
  const time = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { timeStyle: 'short' })
  return days === 0 ? `${age} ${time.format(moment)}` : age
}
