import { migrate } from '../store/open.ts'
import { areOf01 } from '../store/sql/migrations/version-0-1.ts'
import type { BackupTarget } from './databases.ts'
import { charactersAtOnce, lengthOf, rowsPerBatch, type Kept, type KeptRow } from './rows.ts'
import type { AnyDb, TableRow } from './tables.ts'
import { presentRow, presentTable } from './version-0-1/names.ts'
import { upgradeFrom01 } from './version-0-1/upgrade.ts'
import { errorMessage } from '../error-text.ts'

/** Writes rows as they come, in as few statements as there may be. */
async function insertAll(db: AnyDb, rows: AsyncIterable<KeptRow>) {
  let table = ''
  let batch: TableRow[] = []
  let length = 0
  const flush = async () => {
    if (batch.length === 0) return
    try {
      await db.insertInto(table).values(batch).execute()
    } catch (cause) {
      const why = errorMessage(cause)
      throw new Error(`the database does not take a row of ${table}: ${why}`, { cause })
    }
    batch = []
    length = 0
  }
  for await (const earlier of rows) {
    const kept = presentRow(earlier)
    if (kept.table !== table || batch.length === rowsPerBatch || length > charactersAtOnce) await flush()
    table = kept.table
    batch.push(kept.row)
    length += lengthOf(kept.row)
  }
  await flush()
}

/**
 * Fills an empty database: with the schema that the rows are of, then with the rows, and in the end with the schema of
 * today. Rows of version 0.1 are brought into the form of the baseline. `check` sees the database when it has exactly what
 * was given.
 */
export async function fill(
  target: BackupTarget,
  { head, rows }: Kept,
  check: (db: AnyDb) => Promise<void> = async () => {},
) {
  const { db, countOn } = target
  const isOf01 = areOf01(head.migrations)
  await migrate(target, isOf01 ? '001-baseline' : head.migrations.at(-1))
  const given = head.tables.map(presentTable)
  const tables = (await db.introspection.getTables()).filter(({ name }) => given.includes(name))
  await db.transaction().execute(async (tx) => {
    // A schema may bring rows of its own; what was given has them, or has them no more.
    for (const table of given.toReversed()) await tx.deleteFrom(table).execute()
    await insertAll(tx, rows)
    if (isOf01) await upgradeFrom01(tx, head.migrations)
  })
  for (const { name, columns } of tables)
    for (const column of columns) if (column.isAutoIncrementing) await countOn(name, column.name)
  await check(db)
  await migrate(target)
}
