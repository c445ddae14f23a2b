/** Known issues, and what the team says of them. */
import type { KnownIssue } from '../../contract/bulletin.ts'
import type { SettledIssue } from '../../contract/lab.ts'
import { textIn } from './written.ts'

/** Those that are issues still. */
export const openIn = (issues: readonly KnownIssue[]): KnownIssue[] =>
  issues.filter(({ resolved }) => resolved === undefined)

/** Whether a document only names a page about it. That page was not read, so symptom and workaround are unknown. */
export const isUnread = ({ symptom, workaround, references }: KnownIssue): boolean =>
  symptom === undefined && workaround === undefined && references.length > 0

/** The issues, each as it was settled last; the first settlement first. What is said of an issue that is gone says nothing. */
export function settled(issues: readonly KnownIssue[], settlements: readonly SettledIssue[]): KnownIssue[] {
  const last = new Map(settlements.map((settlement) => [settlement.issue, settlement]))
  return issues.map((issue) => {
    const settlement = last.get(issue.id)
    if (settlement?.state !== 'resolved') return issue
    const { by, at, why } = settlement
    return { ...issue, resolved: { by, at, why: textIn(why) } }
  })
}
