/** Backups on a schedule: one of the servers on a database makes each, and `BACKUP_KEEP` are kept. */
import { join } from 'node:path'
import type { Backups } from '../../contract/backups.ts'
import { isBackupLate, isGood, isUnderWay, nextBackup, type BackupRun } from '../../domain/backups/schedule.ts'
import type { BackupFigures } from '../metrics/metrics.ts'
import type { BackupStore } from '../store/backups.ts'
import { backupName, deleteBackup, folderTrouble } from './backup-folder.ts'
import type { MadeBackup } from './make-backup.ts'
import type { BackupSettings } from './settings.ts'
import { errorMessage } from '../error-text.ts'

/** How often the clock is looked at, in milliseconds: the machine may have slept. */
const period = 30_000
/** A server that makes a backup renews its lease at every look; one whose lease has run out is gone. */
const lease = 5 * period

export type ScheduledBackupsDeps = {
  store: { backups: BackupStore }
  /** Null where no folder is set. */
  settings: BackupSettings | null
  /** Makes one, and tries it. */
  make: (file: string, signal: AbortSignal) => Promise<MadeBackup>
  now: () => Date
  report: (error: unknown) => void
}

export type ScheduledBackups = {
  /** How they go: for people, and for who watches from outside. */
  state: () => Promise<Backups>
  /** What is watched from outside: the last good one, in milliseconds, and how many have failed since; null where no folder is set. */
  figures: () => Promise<BackupFigures | null>
  /** Starts one for a person; null where no folder is set. While one is under way none is started. */
  startNow: (by: string) => Promise<Backups | null>
  /** Looks at the clock: makes what is due, and waits for it. */
  look: () => Promise<void>
  start: () => void
  stop: () => Promise<void>
}

export function scheduledBackups({ store, settings, make, now, report }: ScheduledBackupsDeps): ScheduledBackups {
  const { backups } = store
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let own: { run: BackupRun; done: Promise<void> } | null = null
  let beginning: Promise<void> = Promise.resolve()
  const leaseFromNow = () => new Date(now().getTime() + lease).toISOString()

  /** Deletes what is too many, and what was cut off. Only a good one makes room. */
  async function tidy({ folder, keep }: Pick<BackupSettings, 'folder' | 'keep'>) {
    const runs = await backups.runs()
    const tooMany = runs.filter(isGood).slice(keep)
    const oldest = runs.filter(isGood).at(keep - 1)?.id ?? 0
    const failed = runs.filter((run) => !isGood(run) && !isUnderWay(run, now()) && run.id < oldest)
    for (const { id, file } of [...tooMany, ...failed]) {
      await deleteBackup(folder, file)
      await backups.forget(id)
    }
  }

  async function finish(run: BackupRun, { folder, keep }: BackupSettings) {
    const began = now().getTime()
    const result = (made: MadeBackup, why: string | null) => ({
      endedAt: now().toISOString(),
      why,
      ...made,
      took: now().getTime() - began,
    })
    const fail = async (why: string, cause?: unknown) => {
      await backups.end(run.id, result({ bytes: 0, rows: 0 }, why))
      report(new Error(`the backup failed: ${why}`, { cause }))
    }
    const trouble = await folderTrouble(folder)
    if (trouble !== null) return fail(trouble)
    try {
      stopping.signal.throwIfAborted()
      await backups.end(run.id, result(await make(join(folder, run.file), stopping.signal), null))
    } catch (error) {
      await deleteBackup(folder, run.file).catch(report)
      // One that a stopping server gives up is nobody's failure: the next server makes it.
      if (stopping.signal.aborted) return backups.forget(run.id)
      return fail(errorMessage(error), error)
    }
    await tidy({ folder, keep })
  }

  /** What another server, or this one before it was killed, has left undone. */
  async function endCutOff({ folder }: BackupSettings, runs: readonly BackupRun[]) {
    for (const { id, file } of runs.filter((run) => run.result === null && !isUnderWay(run, now()))) {
      await deleteBackup(folder, file)
      const why = 'the server that made it was ended meanwhile'
      await backups.end(id, { endedAt: now().toISOString(), why, bytes: 0, rows: 0, took: 0 })
      report(new Error(`a backup was cut off: ${why}`))
    }
  }

  /** Begins one where it is due, or asked for and none is under way. */
  async function begin(set: BackupSettings, askedBy: string | null) {
    if (own !== null || stopping.signal.aborted) return
    const isDue = (runs: readonly BackupRun[]) =>
      !runs.some((run) => isUnderWay(run, now())) &&
      (askedBy !== null || nextBackup(runs, set.everyMinutes, now()) <= now())
    const runs = await backups.runs()
    await endCutOff(set, runs)
    if (!isDue(await backups.runs())) return
    const run = await backups.begin({ file: backupName(now()), askedBy, leasedUntil: leaseFromNow(), isDue })
    if (run === null) return
    const done = finish(run, set)
      .catch(report)
      .finally(() => (own = null))
    own = { run, done }
  }

  /** Says at the start what the first backup would only say later. */
  async function warn({ folder }: BackupSettings) {
    const trouble = await folderTrouble(folder)
    if (trouble !== null) report(new Error(`no backup can be made: ${trouble}`))
  }

  async function look() {
    if (settings === null) return
    if (own !== null) await backups.hold(own.run.id, leaseFromNow())
    else await (beginning = begin(settings, null))
  }

  async function state(): Promise<Backups> {
    const runs = await backups.runs()
    const good = runs.find(isGood)
    const ended = runs.find((run) => !isUnderWay(run, now()))
    return {
      folder: settings?.folder ?? null,
      everyMinutes: settings?.everyMinutes ?? null,
      keep: settings?.keep ?? null,
      isRunning: runs.some((run) => isUnderWay(run, now())),
      lastGood:
        good === undefined || good.result === null
          ? null
          : {
              at: good.beganAt,
              file: good.file,
              bytes: good.result.bytes,
              rows: good.result.rows,
              took: good.result.took,
            },
      lastAttempt:
        ended === undefined
          ? null
          : { at: ended.beganAt, why: ended.result === null ? 'it was cut off' : ended.result.why, by: ended.askedBy },
      nextAt: settings === null ? null : nextBackup(runs, settings.everyMinutes, now()).toISOString(),
      isLate: settings !== null && isBackupLate(runs, settings.everyMinutes, now()),
    }
  }

  return {
    state,
    async figures() {
      if (settings === null) return null
      const runs = await backups.runs()
      const at = runs.findIndex(isGood)
      const since = at === -1 ? runs : runs.slice(0, at)
      const good = runs[at]
      return {
        lastGoodAt: good === undefined ? null : new Date(good.beganAt).getTime(),
        failures: since.filter((run) => !isUnderWay(run, now())).length,
      }
    },
    async startNow(by) {
      if (settings === null) return null
      await (beginning = begin(settings, by))
      return state()
    },
    async look() {
      await look().catch(report)
      await own?.done
    },
    start() {
      if (settings === null) return
      void warn(settings)
      const again = () => void look().catch(report)
      again()
      timer = setInterval(again, period)
    },
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await beginning.catch(() => {})
      await own?.done
    },
  }
}
