import type { CalendarFact } from '../../domain/calendar/facts.ts'
import type { ToldEntry } from '../../domain/calendar/told.ts'

/** Entries of a kept plan are the same in all calendars, those of due days in one private address. */
export type CalendarScope = { plan: number } | { feed: number }

/** What calendars were told, so that each entry keeps its id and its number grows with every change. */
export type CalendarStore = {
  /** Notes what is told now, and gives all that was ever told under this scope. */
  tell: (scope: CalendarScope, facts: readonly CalendarFact[]) => Promise<ToldEntry[]>
}
