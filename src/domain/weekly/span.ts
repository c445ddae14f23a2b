/** When issues come out, and from when to when each is about. Moments are ISO 8601 in UTC. */
import type { WeeklySettings } from '../../contract/weekly.ts'
import { momentOn, occurrences } from '../notices/schedule.ts'
import { monthAfter, patchTuesdayOf } from '../releases/patch-tuesday.ts'

/** A moment at which an issue comes out. `release`: on the day after Patch Tuesday. */
export type IssueMoment = { kind: 'weekly' | 'release'; at: string }

type Clock = Pick<WeeklySettings, 'on' | 'at' | 'zone'>

const dayAfterRelease = (month: string): Temporal.PlainDate =>
  Temporal.PlainDate.from(patchTuesdayOf(month)).add({ days: 1 })

/** Whether a weekly issue comes out on this day or on the next one: then there is none of its own for a release. */
const isNearWeekly = (day: Temporal.PlainDate, { on }: Clock): boolean =>
  day.dayOfWeek === on || day.add({ days: 1 }).dayOfWeek === on

/** The days after a Patch Tuesday, from one day to another, that have an issue of their own. */
function* releaseDays(clock: Clock, from: Temporal.PlainDate, to: Temporal.PlainDate) {
  const month = from.toString().slice(0, 7)
  for (let by = -1; ; by++) {
    const day = dayAfterRelease(monthAfter(month, by))
    if (Temporal.PlainDate.compare(day, to) > 0) return
    if (Temporal.PlainDate.compare(day, from) >= 0 && !isNearWeekly(day, clock)) yield day
  }
}

/** The moments after one and up to another at which issues come out, oldest first. */
export function issueMoments(clock: Clock, after: string, until: string): IssueMoment[] {
  const { on, at, zone } = clock
  const dayOf = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate()
  const weekly = occurrences({ every: 'week', on, at, zone }, after, until)
  const releases = Array.from(releaseDays(clock, dayOf(after), dayOf(until)), (day) =>
    momentOn(day, clock).toString({ smallestUnit: 'millisecond' }),
  ).filter((moment) => moment > after && moment <= until)
  return [
    ...weekly.map((moment): IssueMoment => ({ kind: 'weekly', at: moment })),
    ...releases.map((moment): IssueMoment => ({ kind: 'release', at: moment })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

const hours = (count: number) => count * 60 * 60_000
const moved = (moment: string, by: number) => new Date(Date.parse(moment) + by).toISOString()

/** A week, and a change of clocks. */
const longest = hours(8 * 24)

/** The next one after a moment. */
export function nextOccurrence(clock: Clock, after: string): IssueMoment {
  const [next] = issueMoments(clock, after, moved(after, longest))
  if (next === undefined) throw new Error('an issue comes out each week')
  return next
}

/**
 * The issue that is to be made now: the last that has come due after a moment; null for none. Where several have, since the
 * server was down, one is made: what is due and done is known of now alone, and of earlier weeks it would be guessed.
 */
export const dueOccurrence = (clock: Clock, after: string, now: string): IssueMoment | null =>
  issueMoments(clock, after > moved(now, -longest) ? after : moved(now, -longest), now).at(-1) ?? null

/** Where the first issue begins: a week before it comes out. */
export const firstFrom = (at: string): string => moved(at, -hours(7 * 24))
