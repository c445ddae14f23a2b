import { fork } from 'node:child_process'
import { dirname } from 'node:path'
import { serverScript } from '../product.ts'
import type { BackupPlace } from './databases.ts'
import type { MadeBackup } from './make-backup.ts'

export type BackupTask = { place: BackupPlace; file: string }
export type BackupAnswer = { made: MadeBackup } | { failed: string }

/** The memory of its JavaScript, in MiB: rows go by in batches, and what is left of them is cleared away early. */
const memory = ['--max-old-space-size=192', '--max-semi-space-size=4']

/**
 * Makes a backup in a process of its own, so that requests are answered as usual meanwhile. An aborted one is killed.
 *
 * @throws Error in one sentence
 */
export function backUpApart(task: BackupTask, signal: AbortSignal): Promise<MadeBackup> {
  return new Promise<MadeBackup>((resolve, reject) => {
    const child = fork(serverScript('backup/backing-up'), {
      execArgv: memory,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // What a restored database has beyond its memory goes where backups go: that folder can be written.
      env: { ...process.env, SQLITE_TMPDIR: dirname(task.file) },
    })
    const kill = () => child.kill('SIGKILL')
    signal.addEventListener('abort', kill, { once: true })
    let answer: BackupAnswer | null = null
    // It is our own script that tells it.
    child.on('message', (message: unknown) => (answer = message as BackupAnswer))
    child.on('error', reject)
    child.on('exit', (code, killed) => {
      signal.removeEventListener('abort', kill)
      if (answer === null) reject(new Error(`the process that made it has ended early (${killed ?? code})`))
      else if ('made' in answer) resolve(answer.made)
      else reject(new Error(answer.failed))
    })
    child.send(task)
  })
}
