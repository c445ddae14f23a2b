/** The discussion of a bulletin among everything else that has happened to it. */
import type { BulletinEvent } from '../../contract/events.ts'

/** An event, and the texts that answer it or answer one of these, oldest first. */
export type Thread = { event: BulletinEvent; replies: readonly BulletinEvent[] }

/** The number of the text that an event answers; null where it answers none. */
export const replyTo = (event: BulletinEvent): number | null =>
  event.topic === 'discussion' && event.what === 'said' ? (event.detail.replyTo ?? null) : null

/**
 * The events in order, each answer below the text that its thread began with. What answers a text that is not there, or
 * none before it, begins a thread itself: nothing that was said is left out.
 */
export function threadsOf(events: readonly BulletinEvent[]): Thread[] {
  const threads: { event: BulletinEvent; replies: BulletinEvent[] }[] = []
  const threadOf = new Map<number, (typeof threads)[number]>()
  for (const event of events) {
    const parent = threadOf.get(replyTo(event) ?? 0)
    if (parent === undefined) threads.push({ event, replies: [] })
    else parent.replies.push(event)
    const thread = parent ?? threads.at(-1)
    if (thread !== undefined && event.topic === 'discussion' && event.what === 'said') threadOf.set(event.id, thread)
  }
  return threads
}
