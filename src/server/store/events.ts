import type { BulletinEvent, Topic } from '../../contract/events.ts'
import type { LoggedStep } from '../../domain/reports/steps.ts'

/** That something has happened, and to which bulletin. */
export type EventNotice = { id: number; topic: Topic; bulletin: string | null }

/** What has happened, in order. */
export type EventStore = {
  /** All events of a bulletin, oldest first. */
  of: (bulletin: string) => Promise<BulletinEvent[]>
  /** Events after a number, oldest first, and at most this many. */
  after: (id: number, atMost: number) => Promise<EventNotice[]>
  /** What was done with bulletins after an event, oldest first, with the number of each event; `atMost`: the length of the list. */
  stepsAfter: (id: number, atMost: number) => Promise<{ id: number; step: LoggedStep }[]>
  /** The number of the last event; 0 before the first. */
  last: () => Promise<number>
  /**
   * Adds a text to the discussion of a bulletin, once where it has a `key`; null where there is no such bulletin. Whom it
   * names is kept with it. Throws `IdempotencyKeyReused` where something else was sent under the key.
   */
  addComment: (bulletin: string, text: string, who: string, key?: string) => Promise<number | null>
  /** The same of a text that answers another one of that bulletin, by its number; null where there is none. */
  addReply: (bulletin: string, replyTo: number, text: string, who: string, key?: string) => Promise<number | null>
  /** Takes a text out of the discussion: only who wrote it may. That there was one stays on file. */
  retractComment: (bulletin: string, id: number, who: string) => Promise<'done' | 'missing' | 'not-yours'>
  /** Calls back after something has happened, here or on another server; gives what ends it. */
  listen: (told: () => void) => () => void
}
