import { namedAtMost, type Changes, type Topic } from '../../contract/events.ts'
import type { EventStore, Notice } from '../store/events.ts'

/** Read at a time: a document may bring in thousands of bulletins. */
const readAtOnce = 5000

/** What events tell an open page, each bulletin once. */
export function changesOf(notices: readonly Notice[], last: number): Changes {
  const bulletins = new Map<Topic, Set<string>>()
  for (const { topic, bulletin } of notices) {
    const named = bulletins.get(topic) ?? new Set()
    if (bulletin !== null) named.add(bulletin)
    bulletins.set(topic, named)
  }
  return {
    last,
    topics: Object.fromEntries(
      [...bulletins].map(([topic, named]) => [topic, named.size > namedAtMost ? null : [...named]]),
    ),
  }
}

/** What has happened after an event; null where nothing has. */
export async function changesAfter(events: EventStore, since: number): Promise<Changes | null> {
  const notices: Notice[] = []
  for (;;) {
    const last = notices.at(-1)?.id ?? since
    const more = await events.after(last, readAtOnce)
    notices.push(...more)
    if (more.length < readAtOnce) break
  }
  const last = notices.at(-1)
  return last === undefined ? null : changesOf(notices, last.id)
}
