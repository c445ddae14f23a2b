import type { Language } from './language.tsx'

const englishDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A calendar day: `2005/04/14` or `14 Apr 2005`. */
export const formatDay = (day: string, language: Language): string =>
  language === 'ja' ? day.replaceAll('-', '/') : englishDay.format(new Date(`${day}T00:00:00Z`))

const inDevice = {
  ja: ['ja-JP', { dateStyle: 'short', timeStyle: 'short' }],
  en: ['en-GB', { dateStyle: 'medium', timeStyle: 'short' }],
} as const
const moments = new Map<string, Intl.DateTimeFormat>()

function momentsIn(language: Language, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`
  const [locale, style] = inDevice[language]
  const known = moments.get(key) ?? new Intl.DateTimeFormat(locale, { ...style, timeZone })
  moments.set(key, known)
  return known
}

/** A moment by the clock of a zone, by that of this device where none is given: `2026/11/23 22:05` or `23 Nov 2026, 22:05`. */
export const formatMoment = (moment: string, language: Language, zone?: string): string =>
  momentsIn(language, zone).format(new Date(moment))

/** A length, which stays on one line: no line breaks at its spaces. */
export const unbroken = (length: string): string => length.replaceAll(' ', '\u00a0')

/** Whole minutes as `1時間34分` or `1 h 34 min`. */
export function formatMinutes(minutes: number, language: Language): string {
  const whole = Math.round(minutes)
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (language === 'ja')
    return [hours > 0 && `${hours}時間`, (rest > 0 || hours === 0) && `${rest}分`].filter(Boolean).join('')
  return unbroken([hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' '))
}

const counts = new Intl.NumberFormat('en-US')

/** A count with separators: `773,112`. */
export const formatNumber = (value: number): string => counts.format(value)

/** A count with its English noun: `1 fix`, `12 fixes`. A count that is written out already is a text: `1,200`. */
export const plural = (count: number | string, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 || count === '1' ? one : many}`

/** A share from 0 to 1 as per cent with one digit: `94.4%`. */
export const formatShare = (value: number): string => `${(value * 100).toFixed(1)}%`

/** Words of a list as one line: `サーバ・クライアント` or `server, client`. */
export const formatList = (items: readonly string[], language: Language): string =>
  items.join(language === 'ja' ? '・' : ', ')

/** Between facts on one line: the middle dot of the language, with its spaces. */
export const dot = (language: Language): string => (language === 'ja' ? ' ・ ' : ' · ')

/** Between the parts of a sentence: the comma of the language. */
export const comma = (language: Language): string => (language === 'ja' ? '、' : ', ')
