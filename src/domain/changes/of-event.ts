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

/** What an event changes of its bulletin, in the order of attention. Issues that the lab has found go by their titles. */
export function changesOf(event: Telling): readonly Change[] {
  switch (event.topic) {
    case 'bulletins':
      return ofDocument(event)
    case 'changes':
      return event.detail.changes
    case 'issues':
      return [
        {
          kind: event.what === 'resolved' ? 'known-issue-resolved' : 'known-issue-reopened',
          of: [anyOf(event.detail.title)],
        },
      ]
    case 'lab': {
      const { knownIssue, corrects } = event.detail
      return knownIssue === null || corrects !== null ? [] : [{ kind: 'known-issue-added', of: [knownIssue.title] }]
    }
    default:
      return []
  }
}
