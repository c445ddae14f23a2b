/** When backups on a schedule are due, and when that is late. */

/** What became of a backup. `why` it failed; null where it is good. */
export type BackupResult = {
  endedAt: string
  why: string | null
  bytes: number
  rows: number
  /** Milliseconds. */
  took: number
}

/** A backup that was begun. `result` is null while it is under way, or where it was cut off: `leasedUntil` tells which. */
export type BackupRun = {
  id: number
  beganAt: string
  file: string
  /** Who asked for it; null for the schedule. */
  askedBy: string | null
  leasedUntil: string
  result: BackupResult | null
}

const minute = 60_000

/** After one that failed the next one is tried this much later, in milliseconds, or at the usual time if that comes first. */
const patience = 60 * minute

const timeOf = (moment: string) => new Date(moment).getTime()

/** Whether a backup is under way, on whatever server. */
export const isUnderWay = ({ result, leasedUntil }: BackupRun, now: Date): boolean =>
  result === null && timeOf(leasedUntil) > now.getTime()

export const isGood = ({ result }: BackupRun): boolean => result?.why === null

/**
 * When the next backup is due; a moment that has passed means now.
 *
 * @param runs the newest first
 * @param everyMinutes between the beginnings of two
 */
export function nextBackup(runs: readonly BackupRun[], everyMinutes: number, now: Date): Date {
  const [last] = runs
  if (last === undefined) return now
  const usual = everyMinutes * minute
  const wait = isGood(last) || isUnderWay(last, now) ? usual : Math.min(usual, patience)
  return new Date(timeOf(last.beganAt) + wait)
}

/**
 * Whether the last good backup is older than two should be; where there is none, whether one has been tried and has not
 * come about.
 *
 * @param runs the newest first
 */
export function isBackupLate(runs: readonly BackupRun[], everyMinutes: number, now: Date): boolean {
  const good = runs.find(isGood)
  if (good !== undefined) return now.getTime() - timeOf(good.beganAt) > 2 * everyMinutes * minute
  return runs.some((run) => !isUnderWay(run, now))
}
