/** What a page is told, as it is meant. */
import type { Changes } from '../../../contract/events.ts'
import { everything, topics } from '../../../contract/topics.ts'

const known = new Set<string>(topics)

/**
 * Reads what is told; what a newer server says of topics that this page does not know may be about anything. Null where it
 * is no such message. It is read without its schema, which every page would have to load.
 */
export function readChanges(message: unknown): Changes | null {
  if (typeof message !== 'object' || message === null) return null
  const { last, topics: told }: { last?: unknown; topics?: unknown } = message
  if (!Number.isInteger(last)) return null
  const isKnown =
    typeof told === 'object' &&
    told !== null &&
    Object.entries(told as Record<string, unknown>).every(
      ([topic, named]) => known.has(topic) && (named === null || Array.isArray(named)),
    )
  return isKnown ? (message as Changes) : everything(last as number)
}
