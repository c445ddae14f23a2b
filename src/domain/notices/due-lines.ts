/** What a day brings of due days, beside what happens. */
import type { NoticeLine } from '../../contract/notices.ts'
import { aboutBulletin, isAsked, type Asking, type NoticeFacts } from './match.ts'

/** A bulletin is due soon when at most this many days are left. */
export const dueSoonDays = 3

/**
 * What is due soon or overdue of what a subscription asks for, the earliest due day first. `at`: the moment that it is told
 * of, ISO 8601; how many days are left is as of now.
 */
export function dueLines(asked: Asking, facts: NoticeFacts, at: string): NoticeLine[] {
  const { due, states } = facts.columns.overlay
  const [wantsSoon, wantsOver] = (['due-soon', 'overdue'] as const).map((kind) => asked.kinds.includes(kind))
  if (!wantsSoon && !wantsOver) return []
  const found = [...due].flatMap(([id, { on, left }]) => {
    if (on === null || left === null || left > dueSoonDays) return []
    const kind = left < 0 ? ('overdue' as const) : ('due-soon' as const)
    if (!(kind === 'overdue' ? wantsOver : wantsSoon) || !isAsked(asked, facts, id)) return []
    const about = aboutBulletin(facts, id)
    // What is done has no due day left.
    if (about?.due === undefined) return []
    return [{ ...about, event: null, at, kind, changes: [], who: states.get(id)?.assignee ?? '' }]
  })
  return found.toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
}
