/** Whom an event names. */
import type { BulletinEvent } from '../../contract/events.ts'
import type { Mention } from '../../contract/mentions.ts'

/**
 * The people and teams that an event names: in a text of the discussion, or when a bulletin was handed over. Nobody once
 * that text was taken back.
 */
export function mentionedIn(event: BulletinEvent): readonly Mention[] {
  if (event.topic === 'discussion' && event.what === 'said') return event.detail.mentions ?? []
  if (event.topic === 'triage') return event.detail.handover?.mentions ?? []
  return []
}
