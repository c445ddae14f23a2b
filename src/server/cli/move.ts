/** `npm run move`: fills an empty PostgreSQL database from the SQLite database of the data directory, and compares the two. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { commandLine } from '../product.ts'
import { databaseName, holdDirectory } from '../store/engines/sqlite.ts'
import { areEarly01 } from '../store/sql/migrations/version-0-1.ts'
import { numberText, rowsText, runCommand, withProgress } from './command.ts'
import { fill } from '../backup/fill.ts'
import { fillEmpty, readSnapshot } from '../backup/databases.ts'
import { drain, emptyChecksums, keptIn, rowsAgain, tallied, type TableChecksums } from '../backup/rows.ts'

const usage = `${commandLine('move')}
  fills the database of DATABASE_URL, which must be empty, from DATA_DIR, and compares the two table by table;
  DATA_DIR is left as it is. Stop the server first.`

/** So much of a checksum tells two tables apart. */
const checksumLength = 12

/** A line for each table: its rows and their checksum, here and there. */
function comparison(here: TableChecksums, there: TableChecksums): { lines: string[]; differing: string[] } {
  const summary = (tally: TableChecksums, table: string) => {
    const known = tally.get(table)
    return [numberText(known?.rows ?? 0), (known?.hash.digest('hex') ?? '').slice(0, checksumLength)]
  }
  const compared = [...here.keys()].map((table) => [table, ...summary(here, table), ...summary(there, table)])
  const head = ['table', 'rows', 'in SQLite', 'rows', 'in PostgreSQL']
  const widths = head.map((title, at) =>
    compared.reduce((most, cells) => Math.max(most, cells[at]?.length ?? 0), title.length),
  )
  const isNumber = (at: number) => at % 2 === 1
  const lines = [head, ...compared].map((cells) =>
    cells
      .map((cell, at) => (isNumber(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  const differing = compared.filter(([, rows, sum, rowsThere, sumThere]) => rows !== rowsThere || sum !== sumThere)
  return { lines, differing: differing.flatMap(([table]) => table ?? []) }
}

await runCommand(usage, 0, async () => {
  const { databaseUrl, dataDirectory } = readConfig(process.env)
  if (databaseUrl === null)
    throw new Error('DATABASE_URL is not set; set it to the empty PostgreSQL database to move to')
  if (!existsSync(join(dataDirectory, databaseName)))
    throw new Error(`${dataDirectory} has no database; set DATA_DIR to the directory of one`)
  const lock = holdDirectory(dataDirectory)
  try {
    return await readSnapshot({ databaseUrl: null, dataDirectory }, async (from) => {
      const { head, rows } = await keptIn(from, dataDirectory, new Date())
      if (areEarly01(head.migrations))
        throw new Error(
          `${dataDirectory} is of an early version 0.1; make a backup of it (npm run backup), and restore that into PostgreSQL (npm run restore)`,
        )
      const [here, there] = [emptyChecksums(head), emptyChecksums(head)]
      let table: string[] = []
      await fillEmpty({ databaseUrl, dataDirectory }, (target) =>
        fill(target, { head, rows: tallied(withProgress(rows), here) }, async (db) => {
          await drain(tallied(rowsAgain(db, head), there))
          const { lines, differing } = comparison(here, there)
          if (differing.length > 0)
            throw new Error(`nothing is moved, for PostgreSQL has other rows in ${differing.join(', ')}`)
          table = lines
        }),
      )
      const counts = [...here.values()].map(({ rows }) => rows)
      const moved = `moved ${rowsText(counts)} from ${dataDirectory}, which is as it was, to the database of DATABASE_URL`
      return [...table, moved].join('\n')
    })
  } finally {
    lock.close()
  }
})
