import type { Change } from '../../contract/changes.ts'
import type { BulletinEvent } from '../../contract/events.ts'
import type { Text } from '../../contract/text.ts'

/** What of an event tells which changes it brings. */
export type Telling = BulletinEvent extends infer E ? (E extends BulletinEvent ? Omit<E, 'id' | 'at'> : never) : never

const anyOf = ({ ja, en, other }: Text): string => ja ?? en ?? other?.text ?? ''

/** What a document changes; what was written before changes were kept tells only whether the bulletin came or went. */
function ofDocument({ what, detail }: Extract<Telling, { topic: 'bulletins' }>): readonly Change[] {
  if (detail !== null) return detail.changes
  if (what === 'updated') return []
  return [{ kind: what === 'added' ? 'new' : 'withdrawn', of: [] }]
}

/** An issue that the team has resolved, or opened again. */
const ofIssue = ({ what, detail }: Extract<Telling, { topic: 'issues' }>): Change => ({
  kind: what === 'resolved' ? 'known-issue-resolved' : 'known-issue-reopened',
  of: [anyOf(detail.title)],
})

/** An issue that the lab has found; a correction finds none anew. */
const ofTest = ({ detail: { knownIssue, corrects } }: Extract<Telling, { topic: 'lab' }>): Change[] =>
  knownIssue === null || corrects !== null ? [] : [{ kind: 'known-issue-added', of: [knownIssue.title] }]

/** What an event changes of its bulletin, in the order of attention. Issues that the lab has found go by their titles. */
export function eventChanges(event: Telling): readonly Change[] {
  if (event.topic === 'bulletins') return ofDocument(event)
  if (event.topic === 'changes') return event.detail.changes
  if (event.topic === 'issues') return [ofIssue(event)]
  return event.topic === 'lab' ? ofTest(event) : []
}
