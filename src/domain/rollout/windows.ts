/** When work may be done: windows by the wall clock of a zone, less the days on which nothing may change. */

/** A stretch of time, in milliseconds since 1970 UTC; `to` is not part of it. */
export type Stretch = { from: number; to: number }

/** Times are of the wall clock, `HH:MM`; a window whose end is not after its start ends on the next day. */
export type MaintenanceWindow =
  /** Weekdays from 1, Monday, to 7, Sunday. */
  | { kind: 'weekly'; weekdays: readonly number[]; from: string; to: string }
  /**
   * Days after the second Tuesday of each month; never before the updates are out, at 10:00 of that day in
   * Redmond.
   */
  | { kind: 'patch-tuesday'; days: number; from: string; to: string }
  /** Once; days and times without zone, `2005-04-19T22:00`. */
  | { kind: 'once'; from: string; to: string }

/** Days on which nothing may change, both included: `2005-04-29`. */
export type Freeze = { from: string; to: string }

const dayMinutes = 24 * 60
const redmond = 'America/Los_Angeles'

type Span = { starts: Temporal.PlainDate; days: number; zone: string }

/**
 * A wall-clock time in a zone as an instant. A time that a clock change skips counts as the same time before it moved
 * forward, one that it repeats as the first of the two ("compatible" in Temporal and iCalendar).
 */
const instant = (date: Temporal.PlainDate, time: string, zone: string): number =>
  date.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(zone).epochMilliseconds

function stretch(date: Temporal.PlainDate, { from, to }: { from: string; to: string }, zone: string): Stretch {
  const endsOn = to > from ? date : date.add({ days: 1 })
  return { from: instant(date, from, zone), to: instant(endsOn, to, zone) }
}

/** The second Tuesday of a month. */
export function patchTuesday(month: Temporal.PlainYearMonth): Temporal.PlainDate {
  const first = month.toPlainDate({ day: 1 })
  const tuesday = 2
  return first.add({ days: ((tuesday - first.dayOfWeek + 7) % 7) + 7 })
}

/** Every stretch that a window opens on the days of the span; those that start the day before it are among them. */
function stretchesOf(window: MaintenanceWindow, { starts, days, zone }: Span): Stretch[] {
  if (window.kind === 'once') {
    const at = (moment: string) => Temporal.PlainDateTime.from(moment).toZonedDateTime(zone).epochMilliseconds
    return [{ from: at(window.from), to: at(window.to) }]
  }
  if (window.kind === 'weekly') {
    const dates = Array.from({ length: days + 1 }, (_, day) => starts.add({ days: day - 1 }))
    return dates
      .filter(({ dayOfWeek }) => window.weekdays.includes(dayOfWeek))
      .map((date) => stretch(date, window, zone))
  }
  // From two months before, since the days after a Patch Tuesday may be many.
  const first = starts.toPlainYearMonth().subtract({ months: 2 })
  const months = Array.from({ length: Math.ceil(days / 28) + 3 }, (_, month) => first.add({ months: month }))
  return months.map((month) => {
    const tuesday = patchTuesday(month)
    const { from, to } = stretch(tuesday.add({ days: window.days }), window, zone)
    return { from: Math.max(from, instant(tuesday, '10:00', redmond)), to }
  })
}

/** In order and apart: what overlaps or touches is one. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const apart: Stretch[] = []
  for (const next of stretches.filter(({ from, to }) => to > from).toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1)
    if (last !== undefined && next.from <= last.to) last.to = Math.max(last.to, next.to)
    else apart.push({ ...next })
  }
  return apart
}

/** What is left of a stretch without another. */
const without = (whole: Stretch, hole: Stretch): Stretch[] =>
  [
    { from: whole.from, to: Math.min(whole.to, hole.from) },
    { from: Math.max(whole.from, hole.to), to: whole.to },
  ].filter(({ from, to }) => to > from)

/** The days of a freeze as a stretch. */
export const frozen = ({ from, to }: Freeze, zone: string): Stretch => ({
  from: instant(Temporal.PlainDate.from(from), '00:00', zone),
  to: instant(Temporal.PlainDate.from(to).add({ days: 1 }), '00:00', zone),
})

/** What Temporal refuses, by the name of the field that it stood in. */
function inField<T>(field: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new RangeError(`${field}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

type Calendar = {
  windows: readonly MaintenanceWindow[]
  freezes: readonly Freeze[]
  zone: string
  /** The first day, `2005-04-19`, and how many days are looked at. */
  startsOn: string
  days: number
}

/**
 * The stretches in which work may be done, in order, apart and clear of every freeze.
 *
 * @throws RangeError naming the field in which a day, a time or the zone is none
 */
export function openStretches({ windows, freezes, zone, startsOn, days }: Calendar): Stretch[] {
  const starts = inField('startsOn', () => Temporal.PlainDate.from(startsOn))
  const first = inField('zone', () => instant(starts, '00:00', zone))
  const end = instant(starts.add({ days }), '00:00', zone)
  const open = inField('windows', () =>
    merged(windows.flatMap((window) => stretchesOf(window, { starts, days, zone }))),
  )
  return inField('freezes', () => freezes.map((freeze) => frozen(freeze, zone)))
    .reduce<Stretch[]>((left, hole) => left.flatMap((whole) => without(whole, hole)), open)
    .flatMap(({ from, to }) => without({ from, to }, { from: -Infinity, to: first }))
    .flatMap(({ from, to }) => without({ from, to }, { from: end, to: Infinity }))
}

/** Whether a window after Patch Tuesday is over each time before the updates are out, so that it never opens. */
export const isBeforeUpdates = (window: MaintenanceWindow, zone: string): boolean =>
  window.kind === 'patch-tuesday' &&
  openStretches({ windows: [window], freezes: [], zone, startsOn: '2026-01-01', days: 365 }).length === 0

/** A window that closes this many minutes later; one that would reach its own start again closes a minute before it. */
export function lengthened(window: MaintenanceWindow, minutes: number): MaintenanceWindow {
  if (window.kind === 'once')
    return {
      ...window,
      to: Temporal.PlainDateTime.from(window.to).add({ minutes }).toString({ smallestUnit: 'minute' }),
    }
  const [from, to] = [Temporal.PlainTime.from(window.from), Temporal.PlainTime.from(window.to)]
  const open = (to.since(from).total('minutes') + dayMinutes) % dayMinutes
  const longer = from.add({ minutes: Math.min(open + minutes, dayMinutes - 1) })
  return { ...window, to: longer.toString({ smallestUnit: 'minute' }) }
}

/**
 * The days from Showa Day, 29 April, to the last holiday by 6 May of every year of which the holidays are given: Golden
 * Week as a freeze.
 */
export function goldenWeeks(holidays: readonly string[]): Freeze[] {
  return [...Map.groupBy(holidays, (day) => day.slice(0, 4)).values()].flatMap((year) => {
    const within = year.filter((day) => day.slice(5) >= '04-29' && day.slice(5) <= '05-06').toSorted()
    const [from, to] = [within[0], within.at(-1)]
    return from?.endsWith('04-29') && to !== undefined && to > from ? [{ from, to }] : []
  })
}
