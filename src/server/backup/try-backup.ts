import { DatabaseSync } from 'node:sqlite'
import { kyselyOn, sqliteTypes } from '../store/engines/sqlite.ts'
import { readBackup } from './file.ts'
import { fill } from './fill.ts'
import { drain, emptyChecksums, rowsAgain, tallied } from './rows.ts'
import type { TableRow } from './tables.ts'

/** How much of the restored database stays in memory, in KiB; the rest goes to a temporary file of SQLite's own. */
const cacheKiB = 16 * 1024

/**
 * Restores a backup into a database that is gone afterwards, and compares what that has with what the file gives.
 *
 * @throws Error in one sentence, where it cannot be restored or comes out otherwise
 */
export async function tryBackup(file: string): Promise<void> {
  // Without a name it is in memory for as long as it fits there.
  const database = new DatabaseSync('')
  try {
    database.exec(`
      pragma journal_mode = off;
      pragma synchronous = off;
      pragma foreign_keys = on;
      pragma cache_size = -${cacheKiB};
    `)
    const target = { db: kyselyOn<Record<string, TableRow>>(database), types: sqliteTypes, countOn: async () => {} }
    const { head, rows } = await readBackup(file)
    const [given, kept] = [emptyChecksums(head), emptyChecksums(head)]
    await fill(target, { head, rows: tallied(rows, given) }, (db) => drain(tallied(rowsAgain(db, head), kept)))
    for (const [table, { rows: count, hash }] of given) {
      const restored = kept.get(table)
      if (restored?.rows !== count || restored.hash.digest('hex') !== hash.digest('hex'))
        throw new Error(`${table} comes out of it with other rows`)
    }
    const [trouble] = database.prepare('pragma quick_check(1)').all()
    if (trouble?.['quick_check'] !== 'ok')
      throw new Error(`a database made of it is not whole: ${Object.values(trouble ?? {}).join()}`)
  } finally {
    database.close()
  }
}
