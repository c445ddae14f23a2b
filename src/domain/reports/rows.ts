/** One row for each alert that counts in the report on handling, and which rows a figure counts. */
import type { Due } from '../../contract/due.ts'
import type { HandlingQuery, HandlingRow } from '../../contract/reports.ts'
import { backlogAges, exceptionAges, type HandlingStep } from '../../contract/report-words.ts'
import { daysBetween } from '../due/days.ts'
import type { Handled } from './steps.ts'
import { isExtended, isOverdue } from '../due/overdue.ts'

/** What is known of an alert beside its log. */
export type Alert = Pick<HandlingRow, 'id' | 'title' | 'severity'> & {
  publishedOn: string
  /** Whether it is to be installed on machines of the fleet, or without a fleet nothing on file replaces it. */
  isToInstall: boolean
}

/** What is the same for all rows. `dayOf`: the day of a moment in the zone of the policy; `startOf` the moment at which a day begins there. */
export type Calendar = { today: string; dayOf: (moment: string) => string; startOf: (day: string) => string }

function stateOf({ status }: Pick<Handled, 'status'>, isToInstall: boolean): HandlingRow['state'] {
  if (status === 'done') return 'deployed'
  if (status === 'not-applicable') return status
  return isToInstall ? 'open' : 'not-to-install'
}

function timingOf(state: HandlingRow['state'], deployedOn: string | null, due: Due | null): HandlingRow['timing'] {
  if (due === null || due.on === null) return 'none'
  if (state === 'open') return isOverdue(due) ? 'late' : 'running'
  if (deployedOn === null) return 'none'
  return deployedOn <= due.on ? 'in-time' : 'late'
}

/**
 * The row of an alert. `due`: the day that counted when it was deployed, or that counts today; null where there is none.
 * A step before the alert was known took no time: it is told as it is on file, and measured as nothing.
 */
export function handlingRow(
  alert: Alert,
  handled: Handled,
  due: Due | null,
  { today, dayOf, startOf }: Calendar,
): HandlingRow {
  const { id, title, severity, publishedOn, isToInstall } = alert
  const { added, exception } = handled
  const state = stateOf(handled, isToInstall)
  const published = startOf(publishedOn)
  const isMoved = exception !== null && exception.until >= today && state === 'open'
  return {
    id,
    title,
    severity,
    owner: handled.owner,
    state,
    known: added === null || published > added ? published : added,
    triaged: handled.triaged,
    decided: handled.decided,
    tested: handled.tested,
    deployed: handled.deployed,
    due: due?.on ?? null,
    timing: timingOf(state, handled.deployed === null ? null : dayOf(handled.deployed), due),
    isExtended: isExtended(due?.exception),
    exception: isMoved ? exceptionOf(exception) : null,
  }
}

const exceptionOf = ({ first, until, since, reason, by, renewals }: NonNullable<Handled['exception']>) => ({
  first,
  until,
  since,
  reason,
  by,
  renewals,
})

/** In which group of ages a number of days is: up to the number of the group, or `older`. */
const ageIn = <A extends string>(ages: readonly A[], days: number): A | undefined =>
  ages.find((age) => age === 'older' || days <= Number(age))

/** A row, and what it is grouped by; an age is undefined where the row has none. */
export type GroupedRow = {
  row: HandlingRow
  month: string
  severity: '1' | '2' | '3' | '4' | 'unrated'
  backlog: (typeof backlogAges)[number] | undefined
  exception: (typeof exceptionAges)[number] | undefined
  /** For how many days its due day is moved; 0 where it is not. */
  movedFor: number
}

export function grouped(row: HandlingRow, { today, dayOf }: Pick<Calendar, 'today' | 'dayOf'>): GroupedRow {
  const knownOn = dayOf(row.known)
  const movedFor = row.exception === null ? 0 : daysBetween(dayOf(row.exception.since), today)
  return {
    row,
    month: knownOn.slice(0, 7),
    severity: row.severity === null ? 'unrated' : `${row.severity}`,
    backlog: row.state === 'open' ? ageIn(backlogAges, daysBetween(knownOn, today)) : undefined,
    exception: row.exception === null ? undefined : ageIn(exceptionAges, movedFor),
    movedFor,
  }
}

/** Whether an open alert has not come to a step. */
export const isWaiting = ({ state, ...row }: HandlingRow, step: HandlingStep): boolean =>
  state === 'open' && row[step] === null

/** Whether a figure counts a row: every field of its query holds. */
export function isCountedBy(each: GroupedRow, query: HandlingQuery): boolean {
  const { row } = each
  const { severity, month, reached, waiting, timing, exception, backlog } = query
  return (
    (severity === undefined || severity === each.severity) &&
    (month === undefined || month === each.month) &&
    (reached === undefined || row[reached] !== null) &&
    (waiting === undefined || isWaiting(row, waiting)) &&
    (timing === undefined || timing === row.timing) &&
    (exception === undefined || exception === each.exception) &&
    (backlog === undefined || backlog === each.backlog)
  )
}
