/** Each day tells what has become due soon or overdue since the day before, and nothing twice. */
import type { NoticeLine } from '../../contract/notices.ts'
import { addDays, dayIn } from '../due/days.ts'
import { dueSoonDays } from './due-lines.ts'

/** Whether a line is told for the first time at a moment, after it was looked at another one (`since`), both ISO 8601. */
export function isNewlyDue(
  { kind, due }: Pick<NoticeLine, 'kind' | 'due'>,
  { at, since, zone }: { at: string; since: string; zone: string },
): boolean {
  if (due === undefined) return true
  const dayOf = dayIn(zone)
  const from = addDays(due, kind === 'overdue' ? 1 : -dueSoonDays)
  return from > dayOf(since) && from <= dayOf(at)
}
