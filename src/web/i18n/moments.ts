/** Moments and lengths of a plan, by the wall clock of its zone. */
import { weekdayFormats } from './days.ts'
import { formatMinutes, unbroken } from './format.ts'
import type { Language } from './language.tsx'
import { once } from '../../domain/table/once.ts'

const minutesPerDay = 24 * 60

/** A length with days: `3 日 2時間`, `3 days 2 h`. */
export function formatLength(minutes: number, language: Language): string {
  const whole = Math.round(minutes)
  const [days, rest] = [Math.floor(whole / minutesPerDay), whole % minutesPerDay]
  if (days === 0) return formatMinutes(rest, language)
  const inDays = language === 'ja' ? `${days} 日` : `${days} ${days === 1 ? 'day' : 'days'}`
  return unbroken(rest === 0 ? inDays : `${inDays} ${formatMinutes(rest, language)}`)
}

/** A round number of minutes beside an axis, in one unit: `90分`, `2.5 h`. */
export function formatMark(minutes: number, language: Language): string {
  const isShort = minutes < 120 && minutes % 60 !== 0
  if (minutes === 0) return '0'
  if (language === 'ja') return isShort ? `${minutes}分` : `${minutes / 60}時間`
  return unbroken(isShort ? `${minutes} min` : `${minutes / 60} h`)
}

/** Writes moments, in milliseconds since 1970 UTC, as the clocks of a zone show them. */
export type Moments = {
  /** `4/19 (火) 22:00`, `Tue 19 Apr, 22:00`. */
  moment: (at: number) => string
  /** `4/19`, `19 Apr`. */
  day: (at: number) => string
  /** `火`, `Tue`. */
  weekday: (at: number) => string
  /** `22:00`. */
  time: (at: number) => string
  /** From one moment to another; the day only once where it is the same. */
  span: (from: number, to: number) => string
  /** `2005-04-19T22:00+09:00`. */
  iso: (at: number) => string
}

const inZone = once((timeZone: string) => once((language: Language) => makeMoments(timeZone, language)))

/** Each part of a page asks for them anew, and what formats takes long to make. */
export const momentsIn = (timeZone: string, language: Language): Moments => inZone(timeZone)(language)

function makeMoments(timeZone: string, language: Language): Moments {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB'
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options })
    return (at: number) => formatter.format(at)
  }
  const day = format({ day: 'numeric', month: language === 'ja' ? 'numeric' : 'short' })
  const weekday = format({ weekday: 'short' })
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const moment = (at: number) =>
    language === 'ja' ? `${day(at)} (${weekday(at)}) ${time(at)}` : `${weekday(at)} ${day(at)}, ${time(at)}`
  return {
    day,
    weekday,
    time,
    moment,
    span: (from, to) => `${moment(from)} – ${day(from) === day(to) ? time(to) : moment(to)}`,
    iso: (at) =>
      Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(timeZone)
        .toString({ smallestUnit: 'minute', timeZoneName: 'never' }),
  }
}

/** Weekdays from 1, Monday, to 7, Sunday: `火・木`, `Tue, Thu`. */
export function weekdayName(weekday: number, language: Language): string {
  // 5 January 2026 was a Monday.
  const date = new Date(Date.UTC(2026, 0, 4 + weekday))
  return weekdayFormats[language].format(date)
}
