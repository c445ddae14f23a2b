import { placeName, readSnapshot, type BackupPlace } from './databases.ts'
import { writeBackup } from './file.ts'
import { keptIn } from './rows.ts'
import { tryBackup } from './try-backup.ts'
import { errorMessage } from '../error-text.ts'

/** How large a backup has become. */
export type MadeBackup = { bytes: number; rows: number }

/**
 * Writes a backup of a place that bears being restored: what does not is removed again.
 *
 * @throws Error in one sentence, where nothing is written
 */
export async function makeBackup(place: BackupPlace, file: string): Promise<MadeBackup> {
  const { counts, bytes } = await readSnapshot(place, async (db) =>
    writeBackup(file, await keptIn(db, placeName(place), new Date()), (part) =>
      tryBackup(part).catch((cause: unknown) => {
        const why = errorMessage(cause)
        throw new Error(`it was written, and cannot be restored: ${why}`, { cause })
      }),
    ),
  )
  return { bytes, rows: [...counts.values()].reduce((sum, count) => sum + count, 0) }
}
