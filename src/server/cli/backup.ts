/** `npm run backup -- FILE`: writes all that is kept into one file, while the server runs or not. */
import { readConfig } from '../config.ts'
import { commandLine } from '../product.ts'
import { rowsText, runCommand, withProgress, sizeText } from './command.ts'
import { writeBackup } from '../backup/file.ts'
import { placeName, readSnapshot } from '../backup/databases.ts'
import { keptIn } from '../backup/rows.ts'

const usage = `${commandLine('backup', 'FILE')}
  writes all that is kept in DATA_DIR, or in the database of DATABASE_URL, into FILE; the server may run meanwhile`

await runCommand(usage, 1, async ([file = '']) => {
  const place = readConfig(process.env)
  const { counts, bytes } = await readSnapshot(place, async (db) => {
    const { head, rows } = await keptIn(db, placeName(place), new Date())
    return writeBackup(file, { head, rows: withProgress(rows) })
  })
  return `backed up ${rowsText(counts.values())} to ${file} (${sizeText(bytes)})`
})
