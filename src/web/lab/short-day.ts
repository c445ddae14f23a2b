import { formatDay } from '../i18n/format.ts'
import type { Language } from '../i18n/language.tsx'

const english = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** A day of this year as `6/12` or `12 Jun`; of another one in full. */
export function shortDay(day: string, today: string, language: Language): string {
  const [year, month = '', date = ''] = day.split('-')
  if (year !== today.slice(0, 4)) return formatDay(day, language)
  return language === 'ja' ? `${Number(month)}/${Number(date)}` : english.format(new Date(`${day}T00:00:00Z`))
}
