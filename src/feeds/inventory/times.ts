/** Days and times as tools of several countries write them. */
import type { DateOrder } from '../../contract/inventory.ts'
import type { ReadingHow } from './gather.ts'
import { FileRefused, toldValue } from './refused.ts'

/** The digits of a day with two numbers of which either may be the month. */
type Numbers = { year: number; first: number; second: number }

/** A moment as it is written. `numbers`: where the order of day and month is not told by the form itself. */
type Written = { month?: number; day?: number; year: number; numbers?: Numbers; time: string; offset: string | null }

const time = String.raw`(?:[T ,]+(?:(AM|PM|午前|午後) ?)?(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:\.\d{1,9})?)?(?: ?(AM|PM))?)?`
const zone = String.raw`(?: ?(Z|UTC|GMT|[+-](?:[01]\d|2[0-3]):?[0-5]\d))?`
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?${time}${zone}$`, 'i')
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\.?${time}${zone}$`, 'i')

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\u200E\u200F\s]+/g, ' ')
    .trim()

/** `18:04:10` of hours that may be counted twice a day; null for what is no time. */
function clock(hours: string | undefined, minutes = '00', seconds = '00', half?: string): string | null {
  if (hours === undefined) return ''
  const isHalf = half !== undefined
  const hour = Number(hours)
  if (hour > (isHalf ? 12 : 24) || Number(minutes) > 59 || Number(seconds) > 59) return null
  const isLater = isHalf && /^(?:pm|午後)$/i.test(half)
  const of24 = isHalf ? (hour % 12) + (isLater ? 12 : 0) : hour
  return of24 > 23 ? null : `${String(of24).padStart(2, '0')}:${minutes}:${seconds}`
}

function written(cell: string): Written | null {
  const text = plain(cell)
  const [isYearFirst, parts] = [yearFirst.exec(text), yearLast.exec(text)]
  const found = isYearFirst ?? parts
  if (found === null) return null
  const [, a = '', mark, b = '', c = '', before, hours, minutes, seconds, behind, offset] = found
  const at = clock(hours, minutes, seconds, before ?? behind)
  if (at === null) return null
  const rest = { time: at, offset: offset === undefined ? null : /^[zug]/i.test(offset) ? 'Z' : offset }
  if (isYearFirst !== null) return { year: Number(a), month: Number(b), day: Number(c), ...rest }
  const [year, first, second] = [Number(c), Number(a), Number(b)]
  // With dots and hyphens the day comes first wherever the year comes last.
  return mark === '/'
    ? { year, numbers: { year, first, second }, ...rest }
    : { year, month: second, day: first, ...rest }
}

/**
 * The order in which the days of a file have month and day, as far as one of them tells; null where none does, or two
 * contradict each other.
 */
export function orderIn(cells: Iterable<string>): DateOrder | null {
  const told = new Set<DateOrder>()
  for (const cell of cells) {
    const { first = 0, second = 0 } = written(cell)?.numbers ?? {}
    if (first > 12 && second <= 12) told.add('day-first')
    if (second > 12 && first <= 12) told.add('month-first')
  }
  const [one = null] = told
  return told.size === 1 ? one : null
}

/** Whether the order of day and month makes a difference. */
const isEither = ({ first, second }: Numbers) => first !== second && first <= 12 && second <= 12

const two = (number: number) => String(number).padStart(2, '0')
const isDay = (text: string) =>
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

/** In place of a day or a moment of which month and day may be the other way round. */
export const either = 'either'

/** A day; `either` where it may be two, null where it is none. */
function dayOf({ year, month, day, numbers }: Written, order: DateOrder | null): string | null {
  let [m, d] = [month ?? 0, day ?? 0]
  if (numbers !== undefined) {
    if (order === null && isEither(numbers)) return either
    const isDayFirst = order === null ? numbers.first > 12 : order === 'day-first'
    ;[m, d] = isDayFirst ? [numbers.second, numbers.first] : [numbers.first, numbers.second]
  }
  const text = `${year}-${two(m)}-${two(d)}`
  // Tools write the first and the last day that they know for "never".
  return year > 1980 && year < 2200 && isDay(text) ? text : null
}

/** How tools write "never": as the first or the last moment that they know. */
export const isNever = (cell: string): boolean =>
  /^(?:|0001-01-01.*|1601[-/]01[-/]01.*|9999-12-31.*|1\/1\/(?:0001|1601).*|0|null|n\/a)$/i.test(cell.trim())

/** Reads the days and times of one file. `zone`: of times without one. */
export function timeReader({ zone, order }: { zone: string; order: DateOrder | null }) {
  const moments = new Map<string, string>()
  const inZone = (moment: string): string | null => {
    const known = moments.get(moment)
    if (known !== undefined) return known
    const at = Temporal.PlainDateTime.from(moment).toZonedDateTime(zone).toInstant().toString()
    if (moments.size < 100_000) moments.set(moment, at)
    return at
  }
  const moment = (cell: string): string | null => {
    const found = written(cell)
    if (found === null) return null
    const day = dayOf(found, order)
    if (day === null || day === either) return day
    if (found.time === '') return null
    if (found.offset !== null) return Temporal.Instant.from(`${day}T${found.time}${found.offset}`).toString()
    return inZone(`${day}T${found.time}`)
  }
  return {
    /** `2025-06-11`; `either` where month and day may be the other way round, null for what is no day. */
    day(cell: string): string | null {
      const found = written(cell)
      return found === null ? null : dayOf(found, order)
    },
    /** A moment in UTC; `either` and null as above. */
    moment,
    /** Whether a moment has no zone of its own. */
    isLocal: (cell: string): boolean => {
      const found = written(cell)
      return found !== null && found.time !== '' && found.offset === null
    },
  }
}

/**
 * Reads the moments of a column, of which none may be left out.
 *
 * @throws FileRefused where the order of day and month makes a difference that no day of the file tells
 */
export function momentReader(cells: readonly string[], { zone, dates }: Pick<ReadingHow, 'zone' | 'dates'>) {
  const times = timeReader({ zone, order: orderIn(cells) ?? dates ?? null })
  const unclear = cells.find((cell) => times.day(cell) === either)
  if (unclear !== undefined) throw new FileRefused('date-order', toldValue(unclear))
  return { ...times, local: () => cells.filter(times.isLocal).length }
}

/** Seconds since 1970, which are those of UTC; null for what is no such number. */
export function momentOfSeconds(seconds: number): string | null {
  return Number.isFinite(seconds) && seconds > 315_532_800 && seconds < 7_258_118_400
    ? Temporal.Instant.fromEpochMilliseconds(Math.round(seconds * 1000))
        .round('second')
        .toString()
    : null
}

/** `/Date(1750388400000)/`, as Windows PowerShell writes a moment in JSON; also ISO 8601 with its zone. */
export function momentOfJson(value: unknown): string | null {
  if (typeof value === 'object' && value !== null && 'value' in value) return momentOfJson(value.value)
  if (typeof value !== 'string') return null
  const [, milliseconds] = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(value) ?? []
  if (milliseconds !== undefined) return momentOfSeconds(Number(milliseconds) / 1000)
  if (!/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(value)) return null
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : momentOfSeconds(at / 1000)
}
