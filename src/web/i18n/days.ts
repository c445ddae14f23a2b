/** Days as a page of a few weeks writes them. */
import type { Language } from './language.tsx'

const at = (day: string) => new Date(`${day}T00:00:00Z`)

/** Names of the weekdays of days in UTC: `火`, `Tue`. */
export const weekdayFormats = {
  ja: new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }),
}
const monthAndDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** `6/10` or `10 Jun`; with its year where that is not the one of another day. */
export function shortDay(day: string, beside: string, language: Language): string {
  const [year = '', month, date] = day.split('-')
  const isSameYear = year === beside.slice(0, 4)
  if (language === 'ja') return `${isSameYear ? '' : `${year}/`}${Number(month)}/${Number(date)}`
  return `${monthAndDay.format(at(day))}${isSameYear ? '' : ` ${year}`}`
}

/** `6/10 (火)` or `Tue 10 Jun`; with its year where that is not the one of another day. */
export function dayOfWeek(day: string, beside: string, language: Language): string {
  const weekday = weekdayFormats[language].format(at(day))
  const name = shortDay(day, beside, language)
  return language === 'ja' ? `${name} (${weekday})` : `${weekday} ${name}`
}
