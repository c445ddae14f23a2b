/** How long steps took, what was in time, what is overdue, and what piles up: the figures of the report on handling. */
import type { Handling, HandlingRow, Measured, Spread } from '../../contract/reports.ts'
import { backlogAges, exceptionAges, type HandlingStep } from '../../contract/report-words.ts'
import { daysBetween } from '../due/days.ts'
import { writeOption } from '../filter/filter.ts'
import { quantile } from '../statistics/quantile.ts'
import { isWaiting, type GroupedRow } from './rows.ts'

/** How many values a median and a 90 % want: of fewer they would say more than is known. */
const enoughFor = { median: 3, p90: 10 }

const hour = 3_600_000

/** The hours from when an alert was known to a step; null where it has not come so far. What was done before took none. */
export function hoursTo(step: HandlingStep, row: HandlingRow): number | null {
  const at = row[step]
  return at === null ? null : Math.max(0, Date.parse(at) - Date.parse(row.known)) / hour
}

const rounded = (hours: number) => Math.round(hours * 100) / 100

function spreadOf(rows: readonly GroupedRow[], step: HandlingStep): Spread {
  const hours = rows.flatMap(({ row }) => hoursTo(step, row) ?? []).toSorted((a, b) => a - b)
  return {
    count: hours.length,
    median: hours.length < enoughFor.median ? null : rounded(quantile(hours, 0.5)),
    p90: hours.length < enoughFor.p90 ? null : rounded(quantile(hours, 0.9)),
    waiting: rows.filter(({ row }) => isWaiting(row, step)).length,
  }
}

/** The figures of some alerts. */
export function measured(rows: readonly GroupedRow[]): Measured {
  const inTime = rows.filter(({ row }) => row.timing === 'in-time')
  return {
    alerts: rows.length,
    steps: {
      triaged: spreadOf(rows, 'triaged'),
      decided: spreadOf(rows, 'decided'),
      tested: spreadOf(rows, 'tested'),
      deployed: spreadOf(rows, 'deployed'),
    },
    inTime: inTime.length,
    extended: inTime.filter(({ row }) => row.isExtended).length,
    late: rows.filter(({ row }) => row.timing === 'late').length,
  }
}

const severities = [1, 2, 3, 4, 'unrated'] as const

/** The figures by severity, the worst first. */
export const bySeverity = (rows: readonly GroupedRow[]): Handling['severities'] =>
  [...Map.groupBy(rows, ({ severity }) => severity)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([severity, of]) => ({
      severity: severities.find((each) => String(each) === severity) ?? 'unrated',
      ...measured(of),
    }))

/** The figures by the month in which alerts became known, the newest first. */
export const byMonth = (rows: readonly GroupedRow[]): Handling['months'] =>
  [...Map.groupBy(rows, ({ month }) => month)]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, of]) => ({ month, ...measured(of) }))

/** How many days an open alert is overdue; 0 where it is not. */
const daysLate = ({ state, timing, due }: HandlingRow, today: string): number =>
  state === 'open' && timing === 'late' && due !== null ? daysBetween(due, today) : 0

/** Open alerts whose day is over, by who is assigned; who has the most first. */
export function overdueByOwner(rows: readonly GroupedRow[], today: string): Handling['overdue'] {
  const late = rows.map(({ row }) => ({ owner: row.owner, days: daysLate(row, today) })).filter(({ days }) => days > 0)
  return [...Map.groupBy(late, ({ owner }) => owner)]
    .map(([owner, of]) => ({
      owner,
      count: of.length,
      days: of.reduce((most, { days }) => Math.max(most, days), 0),
      query: { due: 'overdue', assignee: owner === null ? 'nobody' : writeOption(owner) },
    }))
    .toSorted((a, b) => b.count - a.count || b.days - a.days)
}

/** Due days that are moved today, by age; ages without any are left out. */
export const exceptionsByAge = (rows: readonly GroupedRow[]): Handling['exceptions'] =>
  exceptionAges
    .map((age) => ({ age, count: rows.filter(({ exception }) => exception === age).length }))
    .filter(({ count }) => count > 0)

/** Open alerts by age and severity; ages without any are left out. */
export const backlogByAge = (rows: readonly GroupedRow[]): Handling['backlog'] =>
  backlogAges.flatMap((age) => {
    const of = rows.filter(({ backlog }) => backlog === age)
    if (of.length === 0) return []
    const counts = { 1: 0, 2: 0, 3: 0, 4: 0, unrated: 0 }
    for (const { severity } of of) counts[severity] += 1
    return [{ age, count: of.length, severities: counts }]
  })
