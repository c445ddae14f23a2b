/** When what a day or a week brings goes out: once on each day, or each week, of its zone. */
import type { NoticeTiming } from '../../contract/notices.ts'

/** What has a time of its own. */
export type ClockTiming = Exclude<NoticeTiming, { every: 'change' }>

/**
 * The moment of a day. A time that the clocks leave out comes so much later, and of one that they show twice the first
 * counts: each day has one.
 */
export const momentOn = (day: Temporal.PlainDate, { at, zone }: Pick<ClockTiming, 'at' | 'zone'>): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(at) }).toInstant()

/** The moments from shortly before another on, without end, oldest first. */
function* momentsAround(timing: ClockTiming, moment: Temporal.Instant): Generator<Temporal.Instant, never> {
  const before = moment.toZonedDateTimeISO(timing.zone).toPlainDate().subtract({ days: 2 })
  const isDaily = timing.every === 'day'
  const wait = timing.every === 'week' ? (timing.on - before.dayOfWeek - 7) % 7 : 0
  for (let day = before.add({ days: wait }); ; day = day.add({ days: isDaily ? 1 : 7 })) yield momentOn(day, timing)
}

/** The first moment after another one, both ISO 8601 in UTC. */
export function nextAt(timing: ClockTiming, after: string): string {
  const last = Temporal.Instant.from(after)
  for (const moment of momentsAround(timing, last))
    if (Temporal.Instant.compare(moment, last) > 0) return moment.toString({ smallestUnit: 'millisecond' })
  throw new Error('the days have come to an end')
}

/** All moments after `from` and up to `to`, oldest first, all ISO 8601 in UTC. */
export function occurrences(timing: ClockTiming, from: string, to: string): string[] {
  const found: string[] = []
  for (let next = nextAt(timing, from); next <= to; next = nextAt(timing, next)) found.push(next)
  return found
}
