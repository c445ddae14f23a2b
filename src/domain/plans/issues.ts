/** When the known issues of a bulletin were first seen here. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { BulletinEvent } from '../../contract/events.ts'
import { openIn } from '../lab/issues.ts'
import type { IssueFact } from './facts.ts'

/** The issues that an event brought or opened again. */
function issuesIn(event: BulletinEvent): readonly string[] {
  if (event.topic === 'lab') return event.detail.knownIssue === null ? [] : [`lab-${event.id}`]
  if (event.topic === 'issues') return event.what === 'reopened' ? [event.detail.issue] : []
  if (event.topic !== 'bulletins' || event.detail === null) return []
  return event.detail.changes.flatMap(({ kind, of }) =>
    kind === 'known-issue-added' || kind === 'known-issue-reopened' ? of : [],
  )
}

/**
 * The issues of a bulletin that are open and came after it was first on file, each with the moment when it was seen last as
 * a new one. `events`: its own, oldest first.
 */
export function newIssuesOf(
  { id, knownIssues }: Pick<Bulletin, 'id' | 'knownIssues'>,
  events: readonly BulletinEvent[],
) {
  const seen = new Map(events.flatMap((event) => issuesIn(event).map((issue) => [issue, event.at] as const)))
  return openIn(knownIssues).flatMap((issue): IssueFact[] => {
    const at = seen.get(issue.id)
    return at === undefined ? [] : [{ bulletin: id, issue: issue.id, title: issue.title, at }]
  })
}
