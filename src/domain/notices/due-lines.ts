/** What a day brings of due days, beside what happens. */
import type { NoticeLine } from '../../contract/notices.ts'
import { daysBetween } from '../due/days.ts'
import { aboutBulletin, isAsked, type Asking, type NoticeFacts } from './match.ts'

/** A bulletin is told of when this many days are left, 0 on the last one. */
export const dueSoonDays = [3, 1, 0] as const

/** What is overdue is told of on the first day, and then once in this many. */
const overdueEvery = 7

/** Whether a bulletin with this many days left is told of on that day. */
const isTold = (left: number): boolean =>
  left < 0 ? (-left - 1) % overdueEvery === 0 : dueSoonDays.some((days) => days === left)

/** The days after `after` up to `to`, as the team counts them, and the moment that they are told of. */
export type Days = { after: string; to: string; at: string }

/** More days than anybody was away for. */
const mostDays = 31

/** Whether a bulletin is told of on any of the days. */
function isToldOn(on: string, { after, to }: Days): boolean {
  const [left, count] = [daysBetween(to, on), Math.min(daysBetween(after, to), mostDays)]
  return Array.from({ length: Math.max(0, count) }, (_, before) => left + before).some(isTold)
}

/** What has become due soon or overdue of what a subscription asks for, the earliest due day first. */
export function dueLines(asking: Asking, facts: NoticeFacts, days: Days): NoticeLine[] {
  const { due, states } = facts.columns.overlay
  if (!asking.kinds.includes('due-soon') && !asking.kinds.includes('overdue')) return []
  const found = [...due].flatMap(([id, { on }]): (NoticeLine & { due: string })[] => {
    if (on === null || !isToldOn(on, days)) return []
    const kind = daysBetween(days.to, on) < 0 ? 'overdue' : 'due-soon'
    if (!asking.kinds.includes(kind) || !isAsked(asking, facts, id)) return []
    const about = aboutBulletin(facts, id)
    // What is done has no due day left.
    if (about?.due === undefined) return []
    const who = states.get(id)?.assignee ?? ''
    return [{ ...about, due: about.due, event: null, at: days.at, kind, changes: [], who }]
  })
  return found.toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)))
}
