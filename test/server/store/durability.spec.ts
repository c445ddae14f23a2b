/** What an acknowledged write waits for, asked of the very connections by which the store writes. */
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterEach, describe, expect, inject, it, vi } from 'vitest'
import { postgresStore } from '../../../src/server/store/engines/postgres.ts'
import { sqliteStore } from '../../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { freshDatabase } from '../../support/postgres.ts'
import { putAwayAfterEach } from '../../support/stores.ts'

const { freshDirectory, keep } = putAwayAfterEach()
const postgres = inject('postgres')

afterEach(() => vi.restoreAllMocks())

/** Adds to the log, and gives whatever was asked to run a statement meanwhile, with the statement. */
async function writing(store: Store, asked: { mock: { calls: unknown[][]; contexts: unknown[] } }) {
  const before = asked.mock.calls.length
  await store.access.note({ who: 'Ito', what: 'signed-in', detail: { address: null } })
  return asked.mock.calls
    .map(([statement], at) => ({ statement: String(statement), by: asked.mock.contexts[at] }))
    .slice(before)
    .filter(({ statement }) => statement.startsWith('insert into'))
    .map(({ by }) => by)
}

it('the SQLite store writes ahead, waits until the disk has it, and holds to its references', async () => {
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare')
  const [connection] = await writing(keep(await sqliteStore(await freshDirectory())), prepare)
  if (!(connection instanceof DatabaseSync)) throw new Error('nothing was written')
  const pragma = (name: string) => Object.values(connection.prepare(`pragma ${name}`).get() ?? {})
  expect(pragma('journal_mode')).toEqual(['wal'])
  // 2 is `full`: with 1, a machine that loses its power loses what was acknowledged last.
  expect(pragma('synchronous')).toEqual([2])
  expect(pragma('foreign_keys')).toEqual([1])
})

describe.skipIf(postgres === null)('the PostgreSQL store', () => {
  it('waits until the disk has it, even where the database is set not to', async () => {
    const address = await freshDatabase(postgres ?? '')
    const other = new pg.Client({ connectionString: address })
    await other.connect()
    await other.query(`alter database ${new URL(address).pathname.slice(1)} set synchronous_commit = off`)
    await other.end()

    const query = vi.spyOn(pg.Client.prototype, 'query')
    const [connection] = await writing(keep(await postgresStore(address)), query)
    if (!(connection instanceof pg.Client)) throw new Error('nothing was written')
    const { rows } = await connection.query<{ synchronous_commit: string }>('show synchronous_commit')
    expect(rows).toEqual([{ synchronous_commit: 'on' }])
  })
})
