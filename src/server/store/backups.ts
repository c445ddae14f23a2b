import type { BackupResult, BackupRun } from '../../domain/backups/schedule.ts'

/** What is asked for with a new run. `isDue` decides whether it may begin, over the runs on file, the newest first. */
type NewBackupRun = Pick<BackupRun, 'file' | 'askedBy' | 'leasedUntil'> & {
  isDue: (runs: readonly BackupRun[]) => boolean
}

/** The backups on a schedule of all servers on this database; a backup does not contain them. */
export type BackupStore = {
  /** The newest first. */
  runs: () => Promise<BackupRun[]>
  /** Begins one; null where it is not due. Of several servers that ask one gets it. */
  begin: (run: NewBackupRun) => Promise<BackupRun | null>
  /** Says that its server is still at it. */
  hold: (id: number, leasedUntil: string) => Promise<void>
  end: (id: number, result: BackupResult) => Promise<void>
  forget: (id: number) => Promise<void>
}
