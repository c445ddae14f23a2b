/** The process that makes a backup: it is told one place and one file, and answers once. */
import { setPriority } from 'node:os'
import { makeBackup } from './make-backup.ts'
import type { BackupAnswer, BackupTask } from './backup-process.ts'
import { errorMessage } from '../error-text.ts'

/** How far its priority is lowered (`nice`): the server comes first. */
const niceness = 10

try {
  setPriority(niceness)
} catch {
  // Some systems do not let it.
}

process.once('message', ({ place, file }: BackupTask) => {
  void makeBackup(place, file)
    .then(
      (made): BackupAnswer => ({ made }),
      (error: unknown): BackupAnswer => ({ failed: errorMessage(error) }),
    )
    .then((answer) => process.send?.(answer, () => process.exit()))
})
// Nobody is left to be answered.
process.on('disconnect', () => process.exit())
