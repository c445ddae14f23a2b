/** What is changed of known issues, and of the support pages that tell of them. */
import type { Bulletin, KnownIssue } from '../../../contract/bulletin.ts'
import { isUnread } from '../../lab/issues.ts'
import type { FoundChange } from './finding.ts'
import { differingPairs, omitting, saysTheSame } from './meaning.ts'

const urlsOf = ({ references }: KnownIssue) => references.map(({ url }) => url)

/** What is told of an issue by kinds of its own. */
const withoutProgress = (issue: KnownIssue) =>
  omitting(issue, 'state', 'resolvedIn', 'resolution', 'workaround', 'references')

function changedIssue(old: KnownIssue, now: KnownIssue): FoundChange[] {
  if (saysTheSame(omitting(old, 'references'), omitting(now, 'references'))) return [{ kind: 'link' }]
  const found: FoundChange[] = []
  if (old.workaround === undefined && now.workaround !== undefined)
    found.push({ kind: 'known-issue-workaround', of: now.id })
  if (old.state !== 'resolved' && now.state === 'resolved')
    found.push({ kind: 'known-issue-resolved', of: now.id, to: now.resolvedIn?.[0] })
  if (old.state === 'resolved' && now.state !== 'resolved') found.push({ kind: 'known-issue-reopened', of: now.id })
  const isTold = found.length > 0 && saysTheSame(withoutProgress(old), withoutProgress(now))
  return isTold ? found : [...found, { kind: 'known-issue-changed', of: now.id }]
}

/** Which known issues came, went, got a workaround, were resolved, or are told otherwise. */
export function changedIssues(before: Bulletin, after: Bulletin): FoundChange[] {
  const read = new Set(after.supportPages?.flatMap(({ kb, answer }) => (answer === 'unreadable' ? [] : [`KB${kb}`])))
  return differingPairs(
    before.knownIssues,
    after.knownIssues,
    (issue) => [issue.id, urlsOf(issue)],
    ({ id }) => id,
  ).flatMap(([old, now]): FoundChange[] => {
    if (old === null) return [{ kind: 'known-issue-added', of: now.id }]
    // The page was only named before, and is read now.
    if (now === null) return isUnread(old) && read.has(old.id) ? [] : [{ kind: 'known-issue-removed', of: old.id }]
    return changedIssue(old, now)
  })
}

const answersOf = ({ supportPages = [] }: Bulletin) =>
  supportPages.map(({ kb, answer, cause, builds }) => ({ kb, answer, cause, builds }))

/** Whether support pages give another answer; the day on which they were read is no change. */
export function changedPages(before: Bulletin, after: Bulletin): FoundChange[] {
  if (saysTheSame(answersOf(before), answersOf(after))) {
    return saysTheSame(urlsOfPages(before), urlsOfPages(after)) ? [] : [{ kind: 'link' }]
  }
  return [{ kind: 'details', of: 'supportPages' }]
}

const urlsOfPages = ({ supportPages = [] }: Bulletin) => supportPages.map(({ url }) => url)
