import type {
  Arrival,
  ChannelKind,
  Notice,
  NoticeContent,
  NoticeLine,
  NoticeOwner,
  NoticeTiming,
} from '../../contract/notices.ts'
import type { LoggedEvent } from '../../domain/notices/logged-event.ts'

/** Where a notice goes, and whose it is: as it is kept in the log, without secrets. */
export type Addressed = {
  /** Null of what no subscription asks for, such as a test. */
  subscription: number | null
  /** Of the subscription; of the channel where there is none. */
  name: string
  owner: NoticeOwner
  channel: number
  kind: ChannelKind
  /** As of the channel that is shown: a mail address whole, else the host. */
  address: string
}

/** A notice that does not come from the log: an issue of the Weekly, a test, that a channel was stopped. */
export type NewNotice = Addressed & {
  content: NoticeContent
  /** Under a key it is there once, however often it is put: `weekly 2026-48 12`. */
  key?: string
}

/** What a subscription gets of a batch of events. */
export type CollectedLines = {
  to: Addressed & { subscription: number }
  when: NoticeTiming
  /** The oldest event first. `rank`: the most pressing has the lowest. */
  lines: readonly { event: number; at: string; subject: string; run: number | null; rank: number; line: NoticeLine }[]
}

/** The moment of a digest, and what that day brings to a subscription beside the changes. */
export type Occurrence = { to: Addressed & { subscription: number }; at: string; lines: readonly NoticeLine[] }

/** A notice that this server is to send: nobody else does before `leasedUntil`. */
export type ClaimedNotice = {
  number: number
  /** `msg_…` */
  id: string
  to: Addressed
  content: NoticeContent
  madeAt: string
  /** Attempts that have failed. */
  failures: number
  /** After this moment it is given up. */
  until: string
}

/** What became of an attempt: `next` is when to try again; null where it is done, or given up. */
export type SendingAttempt = { at: string; outcome: 'sent' | 'failed' | 'refused'; answer: string; next: string | null }

export type NoticeFilter = {
  subscription?: number | undefined
  channel?: number | undefined
  isFailing?: boolean
  /** What this person may see: what is theirs and of teams; null for everything. */
  person: string | null
}

/** What is to be told to whom, and what became of it. */
export type OutboxStore = {
  /** Up to which event notices are made. */
  cursor: () => Promise<number>
  /** Events after a number, oldest first, access left out; `last`: the number up to which there are none beside them. */
  eventsAfter: (id: number, atMost: number) => Promise<{ events: LoggedEvent[]; last: number }>
  /**
   * Puts the lines of the events from `after` up to `last` into notices, and moves the cursor: all or nothing. False where
   * another server has done so meanwhile. `nextAt`: the moment of a digest after another one.
   */
  collect: (batch: {
    after: number
    last: number
    collected: readonly CollectedLines[]
    nextAt: (when: NoticeTiming, after: string) => string
  }) => Promise<boolean>
  /** Ends the runs whose process is gone, and lets the notices go whose run has ended. */
  endRuns: () => Promise<void>
  /** The moment up to which the days of a subscription were looked at; null before the first. */
  lookedAt: (subscription: number) => Promise<string | null>
  /** Puts what a day brings into the notice of that moment, once: false where another server has. */
  putDay: (occurrence: Occurrence) => Promise<boolean>
  /** Puts a notice; gives its id, also where it was there under its key. */
  put: (notice: NewNotice) => Promise<string>
  /** Takes notices that are due, the oldest first, at most one of a subscription; what they say is settled from then on. */
  claim: (atMost: number, leasedUntil: string) => Promise<ClaimedNotice[]>
  /** Keeps a notice for this server for longer. */
  renew: (number: number, leasedUntil: string) => Promise<void>
  /** Notes an attempt. */
  attempted: (number: number, attempt: SendingAttempt) => Promise<void>
  /** Gives up what waits for a channel, or for a subscription. */
  giveUp: (of: { channel: number } | { subscription: number }, why: string) => Promise<void>
  /** When something is to be sent next; null where nothing waits. */
  nextDue: () => Promise<string | null>
  /** The newest first, beyond a notice; null where that is in no such list. */
  list: (filter: NoticeFilter, beyond: string | null, atMost: number) => Promise<Notice[] | null>
  /** How many notices are on file, and since when what is due waits. */
  figures: () => Promise<NoticeFigures>
  /** How well notices have arrived since a moment: by subscription, and by kind of channel. */
  arrivals: (since: string) => Promise<Arrivals>
  /** Deletes what was made before a moment and waits no more. */
  forget: (before: string) => Promise<void>
}

/**
 * Notices on file by state. `retrying`: of those that wait, the ones with a failed attempt. `dueSince`: since when the first
 * is due of those that wait; null where none is.
 */
export type NoticeFigures = {
  waiting: number
  retrying: number
  sent: number
  givenUp: number
  dueSince: string | null
}

export type Arrivals = {
  bySubscription: ReadonlyMap<number, Arrival>
  byKind: Partial<Record<ChannelKind, Arrival>>
}

/** Import runs: what a look at a source or a command brings in belongs together. */
export type RunStore = {
  /** Begins one; gives its number. */
  begin: (name: string) => Promise<number>
  /** Says that its process is there; one that says nothing for five minutes is over. */
  touch: (run: number) => Promise<void>
  end: (run: number) => Promise<void>
}
