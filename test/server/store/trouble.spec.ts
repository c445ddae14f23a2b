/** Trouble with the disk or the file under a SQLite store: said by its cause, and nothing acknowledged that is not kept. */
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterEach, describe, expect, inject, it, vi } from 'vitest'
import { postgresStore } from '../../../src/server/store/engines/postgres.ts'
import { databaseName, sqliteStore } from '../../../src/server/store/engines/sqlite.ts'
import { unavailableWords } from '../../../src/server/store/engines/unavailable.ts'
import { buildApp } from '../../../src/server/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { freshDatabase } from '../../support/postgres.ts'
import { putAwayAfterEach } from '../../support/stores.ts'
import { problemOf } from '../../support/problem.ts'

const { freshDirectory, keep } = putAwayAfterEach()

afterEach(() => vi.restoreAllMocks())

const write = (store: Store) => store.access.note({ who: 'Ito', what: 'signed-in', detail: { address: null } })
const fileOf = (directory: string) => join(directory, databaseName)

async function usedDirectory(): Promise<string> {
  const directory = await freshDirectory()
  const store = await sqliteStore(directory)
  await write(store)
  await store.close()
  return directory
}

describe('a start on a directory', () => {
  it.each([
    {
      whose: 'is no database',
      spoil: (path: string) => writeFile(path, 'x'.repeat(8192)),
      says: /is no database: .*backup/,
    },
    { whose: 'was emptied', spoil: (path: string) => writeFile(path, ''), says: /is empty, and there was a database/ },
    { whose: 'is gone', spoil: (path: string) => rm(path), says: /is gone, and there was a database/ },
    {
      whose: 'has lost its tables with its log',
      spoil: async (path: string) => {
        await rm(path)
        const fresh = new DatabaseSync(path)
        fresh.exec('pragma journal_mode = wal; pragma user_version = 1')
        fresh.close()
      },
      says: /is empty, and there was a database/,
    },
    {
      whose: 'is damaged',
      spoil: async (path: string) => {
        const bytes = await readFile(path)
        await writeFile(path, bytes.fill(7, 100))
      },
      says: /is damaged: .*backup/,
    },
  ])('whose database $whose says so, with its path and what to do, and changes nothing', async ({ spoil, says }) => {
    const directory = await usedDirectory()
    await spoil(fileOf(directory))
    const before = await stat(fileOf(directory)).catch(() => null)
    await expect(sqliteStore(directory)).rejects.toThrow(says)
    await expect(sqliteStore(directory)).rejects.toThrow(fileOf(directory))
    expect((await stat(fileOf(directory)).catch(() => null))?.size).toBe(before?.size)
  })

  it('whose database somebody has removed together with its marker begins anew', async () => {
    const directory = await usedDirectory()
    await rm(fileOf(directory))
    await rm(join(directory, 'has-database'))
    expect(await keep(await sqliteStore(directory)).events.last()).toBe(0)
  })
})

describe('a store whose disk is full', () => {
  /** The connection by which a store writes. */
  async function writerOf(store: Store): Promise<DatabaseSync> {
    const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare')
    await write(store)
    const connection = prepare.mock.contexts.at(-1)
    if (!(connection instanceof DatabaseSync)) throw new Error('nothing was written')
    return connection
  }

  it('refuses writes with the cause, goes on reading, is not ready meanwhile, and is again once there is room', async () => {
    const store = keep(await sqliteStore(await freshDirectory()))
    const writer = await writerOf(store)
    const { page_count: pages } = writer.prepare('pragma page_count').get() as { page_count: number }
    writer.exec(`pragma max_page_count = ${pages}`)
    const fill = async () => {
      for (let tries = 0; tries < 500; tries++) await write(store)
    }
    const error: unknown = await fill().catch((cause: unknown) => cause)
    expect(unavailableWords(error)).toMatch(/^the disk is full: free some space/)
    expect((await store.access.audit(null, 5)).length).toBe(5)

    const app = buildApp({ store })
    const ready = async () => app.request('/readyz')
    writer.exec('pragma query_only = on')
    const answer = await ready()
    expect(answer.status).toBe(503)
    expect((await problemOf(answer)).message).toMatch(/cannot be written|disk is full/)
    writer.exec('pragma query_only = off; pragma max_page_count = 1000000')
    expect((await ready()).status).toBe(200)
    await write(store)
  })

  it('answers a write with 503 and says why', async () => {
    const store = keep(await sqliteStore(await freshDirectory()))
    const writer = await writerOf(store)
    writer.exec('pragma query_only = on')
    const logged: unknown[] = []
    const app = buildApp({ store, report: (error) => logged.push(error) })
    const response = await app.request('/api/fleet', {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '"0"' },
      body: JSON.stringify({ lines: [] }),
    })
    expect(response.status).toBe(503)
    expect((await problemOf(response)).message).toMatch(/^the database cannot be written/)
    expect(logged).toHaveLength(1)
  })
})

it('acknowledges nothing once its file was removed or replaced, and is not ready', async () => {
  const directory = await freshDirectory()
  const store = keep(await sqliteStore(directory))
  await write(store)
  await rename(fileOf(directory), `${fileOf(directory)}.away`)
  await expect(write(store)).rejects.toThrow(/was removed or replaced while the server was running/)
  await expect(store.check()).rejects.toThrow(fileOf(directory))
  await rename(`${fileOf(directory)}.away`, fileOf(directory))
  await write(store)
  await store.check()
})

const postgres = inject('postgres')

it.skipIf(postgres === null)('names the grant that a user of PostgreSQL lacks', async () => {
  const address = new URL(await freshDatabase(postgres ?? ''))
  const owner = new pg.Client({ connectionString: address.href })
  await owner.connect()
  await owner.query(`create role "${address.pathname.slice(1)}" login password 'hf'`)
  await owner.query('revoke create on schema public from public')
  await owner.end()
  address.username = address.pathname.slice(1)
  address.password = 'hf'
  await expect(postgresStore(address.href)).rejects.toThrow(/permission denied for schema public; .*grant create/)
})
