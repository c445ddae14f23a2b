/** `npm run restore -- FILE`: fills an empty directory or database from a backup. */
import { readConfig } from '../config.ts'
import { commandLine } from '../product.ts'
import { rowsText, runCommand, withProgress } from './command.ts'
import { readBackup } from '../backup/file.ts'
import { fill } from '../backup/fill.ts'
import { fillEmpty, placeName } from '../backup/databases.ts'
import { emptyChecksums, tallied } from '../backup/rows.ts'

const usage = `${commandLine('restore', 'FILE')}
  fills DATA_DIR, or the database of DATABASE_URL, from a file that "${commandLine('backup')}" has written; it must be empty`

await runCommand(usage, 1, async ([file = '']) => {
  const place = readConfig(process.env)
  const { head, rows } = await readBackup(file)
  const tally = emptyChecksums(head)
  await fillEmpty(place, (target) => fill(target, { head, rows: tallied(withProgress(rows), tally) }))
  const counts = [...tally.values()].map(({ rows }) => rows)
  return `restored ${rowsText(counts)} from ${file} into ${placeName(place)}, as they were on ${head.madeAt}`
})
