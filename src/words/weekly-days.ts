/** Days and moments as HotFix Weekly writes them: by the clock of its zone, with the weekday. */

type Language = 'ja' | 'en'

const locales = { ja: 'ja-JP', en: 'en-GB' } as const

const weekdayOf = (at: Date, language: Language, timeZone: string) =>
  at.toLocaleDateString(locales[language], { weekday: 'short', timeZone })

/** `6/25 (水)` or `Wed 25 Jun`; with the year where that is not the one of another day. */
export function dayInWords(day: string, beside: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`)
  const [year = '', month, date] = day.split('-')
  const isSameYear = beside.startsWith(year)
  const weekday = weekdayOf(at, language, 'UTC')
  if (language === 'ja') return `${isSameYear ? '' : `${year}/`}${Number(month)}/${Number(date)} (${weekday})`
  const short = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return `${weekday} ${short}${isSameYear ? '' : ` ${year}`}`
}

/** `2025年6月25日 (水)` or `Wed 25 June 2025`. */
export function longDay(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`)
  const weekday = weekdayOf(at, language, 'UTC')
  const name = at.toLocaleDateString(locales[language], {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  })
  return language === 'ja' ? `${name} (${weekday})` : `${weekday} ${name}`
}

/** The calendar day of a moment in a zone. */
export function localDay(moment: string, timeZone: string): string {
  return new Date(moment).toLocaleDateString('sv-SE', { timeZone })
}

/** `6/25 (水) 08:00` or `Wed 25 Jun, 08:00`. */
export function momentInWords(moment: string, timeZone: string, beside: string, language: Language): string {
  const time = new Date(moment).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
  const day = dayInWords(localDay(moment, timeZone), beside, language)
  return language === 'ja' ? `${day} ${time}` : `${day}, ${time}`
}
