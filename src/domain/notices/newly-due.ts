/** Each day tells what has become due soon or overdue since the day before, and nothing twice. */
import type { NoticeLine } from '../../contract/notices.ts'
import { dueSoonDays } from './due-lines.ts'

const dayIn = (moment: string, zone: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate()

/** Whether a line is told for the first time at a moment, after it was looked at another one (`since`), both ISO 8601. */
export function isNewlyDue(
  { kind, due }: Pick<NoticeLine, 'kind' | 'due'>,
  { at, since, zone }: { at: string; since: string; zone: string },
): boolean {
  if (due === undefined) return true
  const last = Temporal.PlainDate.from(due)
  const from = kind === 'overdue' ? last.add({ days: 1 }) : last.subtract({ days: dueSoonDays })
  const isAfter = Temporal.PlainDate.compare(from, dayIn(since, zone)) > 0
  return isAfter && Temporal.PlainDate.compare(from, dayIn(at, zone)) <= 0
}
