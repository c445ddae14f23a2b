/** An event of the log, as what follows the log reads it. */
import type { Topic } from '../../contract/events.ts'

export type LoggedEvent = {
  id: number
  at: string
  who: string
  topic: Topic
  what: string
  bulletin: string | null
  /** As it was kept: its shape follows from topic and `what`. */
  detail: unknown
  /** The import run that it belongs to; null where it is of none. */
  run: number | null
}
