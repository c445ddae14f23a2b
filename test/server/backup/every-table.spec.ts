import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fillEmpty, readSnapshot } from '../../../src/server/backup/databases.ts'
import { readBackup, writeBackup } from '../../../src/server/backup/file.ts'
import { fill } from '../../../src/server/backup/fill.ts'
import { keptIn, type Head, type KeptRow } from '../../../src/server/backup/rows.ts'
import { backedUpTables, type AnyDb, type TableRow } from '../../../src/server/backup/tables.ts'
import { tryBackup } from '../../../src/server/backup/try-backup.ts'
import { readConfig } from '../../../src/server/config.ts'
import { migrate } from '../../../src/server/store/open.ts'
import { engines, putAwayAfterEach, type Place } from '../../support/stores.ts'

const kept = putAwayAfterEach()
const all = engines(kept)
const pairs = all.flatMap((from) => all.map((to) => ({ from, to, names: `${from.name} to ${to.name}` })))

/** Two rows for a table, which fit to the rows of all others: every text and number of the first is 1. */
async function putRows(db: AnyDb) {
  const known = await db.introspection.getTables()
  for (const { table } of backedUpTables) {
    const columns = known.find(({ name }) => name === table)?.columns ?? []
    await db.deleteFrom(table).execute()
    for (const value of [1, 2]) {
      const row = columns.map(({ name, dataType }) => [name, /int/i.test(dataType) ? value : String(value)])
      await db
        .insertInto(table)
        .values(Object.fromEntries(row) as TableRow)
        .execute()
    }
  }
}

/** All that a place keeps, in order. */
const keptAt = (place: Place): Promise<{ head: Head; rows: KeptRow[] }> =>
  readSnapshot(readConfig(place), async (db) => {
    const { head, rows } = await keptIn(db, 'here', new Date(0))
    return { head, rows: await Array.fromAsync(rows) }
  })

describe.each(pairs)('a backup from $names', ({ from, to }) => {
  it('brings back the rows of every table as they were, and can be tried', async () => {
    const [here, there] = [await from.place(), await to.place()]
    await fillEmpty(readConfig(here), async (target) => {
      await migrate(target)
      await target.db.transaction().execute(putRows)
    })
    const before = await keptAt(here)
    const tables = new Set(before.rows.map(({ table }) => table))
    expect([...tables]).toEqual(backedUpTables.map(({ table }) => table))
    const file = join(await kept.freshDirectory(), 'kept.jsonl.gz')
    await readSnapshot(readConfig(here), async (db) =>
      writeBackup(file, await keptIn(db, 'here', new Date()), tryBackup),
    )
    const backup = await readBackup(file)
    await fillEmpty(readConfig(there), (target) => fill(target, backup))
    expect(await keptAt(there)).toEqual(before)
  })
})

describe('a backup that is tried', () => {
  it('is refused where a row has nothing to belong to', async () => {
    const { DATA_DIR } = { DATA_DIR: await kept.freshDirectory() }
    const place = readConfig({ DATA_DIR })
    await fillEmpty(place, (target) => migrate(target))
    const file = join(await kept.freshDirectory(), 'kept.jsonl.gz')
    const written = readSnapshot(place, async (db) => {
      const { head } = await keptIn(db, 'here', new Date())
      async function* strange(): AsyncGenerator<KeptRow> {
        yield { table: 'bulletin_fix', row: { bulletin_id: 'of none', facts: '{}' } }
      }
      return writeBackup(file, { head, rows: strange() }, tryBackup)
    })
    await expect(written).rejects.toThrow(/the database does not take a row of bulletin_fix/)
  })
})
