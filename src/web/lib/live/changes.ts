/** What a page is told, as it is meant. */
import * as z from 'zod'
import { Changes, everything } from '../../../contract/events.ts'

const Newer = z.object({ last: z.int() })

/** Reads what is told; what a newer server says of topics that this page does not know may be about anything. Null where it is no such message. */
export function readChanges(message: unknown): Changes | null {
  const changes = Changes.safeParse(message)
  if (changes.success) return changes.data
  const newer = Newer.safeParse(message)
  return newer.success ? everything(newer.data.last) : null
}
