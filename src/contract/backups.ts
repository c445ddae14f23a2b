import * as z from 'zod'

/** A backup that was made, and was restored for a try. `took`: milliseconds, with that. */
export const GoodBackup = z.object({
  at: z.iso.datetime(),
  file: z.string(),
  bytes: z.int(),
  rows: z.int(),
  took: z.int(),
})
export type GoodBackup = z.infer<typeof GoodBackup>

/** Backups on a schedule: what is set, and how they go. */
export const Backups = z.object({
  /** Where they are kept; null where no folder is set: none are made then, unless another server makes them. */
  folder: z.nullable(z.string()),
  /** Minutes between two, and how many are kept; null where no folder is set. */
  everyMinutes: z.nullable(z.int()),
  keep: z.nullable(z.int()),
  isRunning: z.boolean(),
  lastGood: z.nullable(GoodBackup),
  /** The last one that has ended. `why` it failed, in a sentence; null where it is good. `by`: who asked for it; null for the schedule. */
  lastAttempt: z.nullable(z.object({ at: z.iso.datetime(), why: z.nullable(z.string()), by: z.nullable(z.string()) })),
  /** When the next one begins; null where none does. */
  nextAt: z.nullable(z.iso.datetime()),
  /** Whether the last good one is older than two should be, or there is none although it was tried. */
  isLate: z.boolean(),
})
export type Backups = z.infer<typeof Backups>
