/** Known issues, and what the team says of them. */
import type { KnownIssue } from '../../contract/bulletin.ts'
import type { SettledIssue } from '../../contract/lab.ts'
import { textIn } from './written.ts'

/** Whether it is an issue still: what the team says comes before what its publisher says. */
export const isOpenIssue = ({ state, resolved, reopened }: KnownIssue): boolean =>
  resolved === undefined && (state !== 'resolved' || reopened !== undefined)

/** Those that are issues still. */
export const openIn = (issues: readonly KnownIssue[]): KnownIssue[] => issues.filter(isOpenIssue)

/** Whether a document only names a page about it. That page was not read, so symptom and workaround are unknown. */
export const isUnread = ({ symptom, workaround, references }: KnownIssue): boolean =>
  symptom === undefined && workaround === undefined && references.length > 0

/** Whether something helps against it; null where nobody has read what is said of it. */
export const workaroundOf = (issue: KnownIssue): 'yes' | 'no' | null =>
  issue.workaround !== undefined ? 'yes' : isUnread(issue) ? null : 'no'

/** Open ones first, of these what has no workaround, then what nobody has read. */
function attention(issue: KnownIssue): number {
  if (!isOpenIssue(issue)) return 3
  const workaround = workaroundOf(issue)
  return workaround === 'no' ? 0 : workaround === null ? 1 : 2
}

/** In the order of attention: without workaround first, then the newest. `dayOf`: the day (ISO 8601) of an item. */
export const byAttention = <T extends { issue: KnownIssue }>(items: readonly T[], dayOf: (item: T) => string): T[] =>
  items.toSorted(
    (a, b) => attention(a.issue) - attention(b.issue) || (dayOf(a) === dayOf(b) ? 0 : dayOf(a) < dayOf(b) ? 1 : -1),
  )

/** The issues, each as it was settled last; the first settlement first. What is said of an issue that is gone says nothing. */
export function settled(issues: readonly KnownIssue[], settlements: readonly SettledIssue[]): KnownIssue[] {
  const last = new Map(settlements.map((settlement) => [settlement.issue, settlement]))
  return issues.map((issue) => {
    const settlement = last.get(issue.id)
    if (settlement === undefined) return issue
    const { by, at, why } = settlement
    const said = { by, at, why: textIn(why) }
    if (settlement.state === 'resolved') return { ...issue, resolved: said }
    return issue.state === 'resolved' ? { ...issue, reopened: said } : issue
  })
}
