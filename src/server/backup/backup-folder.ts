/** The folder of the backups on a schedule. Nothing is deleted there but files whose names the database has. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorMessage } from '../error-text.ts'

/** The name of a backup that begins now: no two are alike, of whatever database. */
export const backupName = (now: Date) =>
  `hotfix-report-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z-${randomBytes(3).toString('hex')}.jsonl.gz`

const isOurs = (name: string) => /^hotfix-report-[\dTZ-]+-[\da-f]{6}\.jsonl\.gz$/.test(name)

/** Makes the folder where it is missing, and says in a sentence why it cannot be written; null where it can. */
export async function folderTrouble(folder: string): Promise<string | null> {
  const probe = join(folder, `.hotfix-report-${randomBytes(6).toString('hex')}`)
  try {
    // Not what is above it: a disk that is not mounted would be filled beside it.
    if (!existsSync(folder)) await mkdir(folder, { mode: 0o700 })
    await writeFile(probe, '', { mode: 0o600 })
    await rm(probe)
    return null
  } catch (error) {
    const why = errorMessage(error)
    return `the folder of BACKUP_DIR cannot be written: ${why}`
  }
}

/** Deletes a backup, or what was written of it before it was cut off; what is gone already is gone. */
export async function deleteBackup(folder: string, name: string): Promise<void> {
  // A name in a restored or edited database may be anything, also a path.
  if (!isOurs(name)) throw new Error(`${name} is no name of a backup; it is left where it is`)
  await rm(join(folder, name), { force: true })
  await rm(join(folder, `${name}.part`), { force: true })
}
