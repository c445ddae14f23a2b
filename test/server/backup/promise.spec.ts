/**
 * Databases and backups open in every later version: those of `kept` were made by running the version that they are named
 * after, and are never made anew. A version that changes what is kept adds its own beside them.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { buildApp } from '../../../src/server/app.ts'
import { fillEmpty } from '../../../src/server/backup/databases.ts'
import { readBackup } from '../../../src/server/backup/file.ts'
import { fill } from '../../../src/server/backup/fill.ts'
import { readConfig } from '../../../src/server/config.ts'
import { configuredStore } from '../../../src/server/store/configured.ts'
import { databaseName } from '../../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { engines, putAwayAfterEach, type Place } from '../../support/stores.ts'

const kept = putAwayAfterEach()
const all = engines(kept)
const folder = join(import.meta.dirname, 'kept')
const unpacked = async (name: string) => gunzipSync(await readFile(join(folder, name)))

/** A place with the database that a version has left. */
const databases: Record<string, (version: string, place: Place) => Promise<void>> = {
  async SQLite(version, { DATA_DIR }) {
    await writeFile(join(DATA_DIR, databaseName), await unpacked(`${version}.sqlite.gz`))
  },
  async PostgreSQL(version, place) {
    if (!('DATABASE_URL' in place)) throw new Error('PostgreSQL is needed')
    const client = new pg.Client({ connectionString: place.DATABASE_URL })
    await client.connect()
    await client.query((await unpacked(`${version}.sql.gz`)).toString())
    await client.end()
  },
}

const open = async (place: Place): Promise<Store> => kept.keep(await configuredStore(readConfig(place)))

async function restored(backup: string, place: Place): Promise<Store> {
  const read = await readBackup(join(folder, backup))
  await fillEmpty(readConfig(place), (target) => fill(target, read))
  return open(place)
}

/** What the API tells of what was entered: the same on all versions that had it. */
async function told(store: Store) {
  const app = buildApp({ store })
  const get = async (path: string): Promise<unknown> => {
    const answer = await app.request(path)
    expect([path, answer.status]).toEqual([path, 200])
    return answer.json()
  }
  return { get, id: 'MS05-019' }
}

/** What was entered before there was more than this. */
async function expectFirstThings(store: Store) {
  const { get, id } = await told(store)
  expect(await get('/api/bulletins')).toHaveLength(24)
  expect(await get(`/api/bulletins/${id}/triage`)).toMatchObject({ status: 'planned', note: '次の火曜日' })
  expect(await get(`/api/bulletins/${id}/test-results`)).toMatchObject([
    { outcome: 'passed-with-issues', platform: 'windows-2000.sp4' },
  ])
  expect(await get('/api/fleet')).toMatchObject({ lines: [{ machines: 40 }, { machines: 12 }] })
  expect(await get('/api/rollouts')).toMatchObject([{ bulletin: id, machines: 40, minutes: 90 }])
  expect(await get('/api/bulletins/MS31-001')).toMatchObject({ severity: 1, revision: '2.0' })
  expect(await get('/api/bulletins/MS31-001/history')).toMatchObject({
    versions: [{ revision: '2.0' }, { revision: '1.0' }],
  })
  expect(await get('/api/imports')).toMatchObject([{ name: 'made-up-2.0.json' }, { name: 'made-up-1.0.json' }])
  // And it goes on from there.
  await store.events.addComment(id, 'In a later version.', 'Ito')
  expect((await store.events.of(id)).at(-1)).toMatchObject({ detail: { text: 'In a later version.' } })
}

/** What was entered in 0.1 as it ended, and since. */
async function expectAll(store: Store) {
  const { get, id } = await told(store)
  expect(await get('/api/field-reports')).toMatchObject([{ outcome: 'works', machines: 12 }])
  expect(await get('/api/plans')).toMatchObject([{ name: 'December', owner: 'Sato' }])
  expect(await get('/api/holds')).toMatchObject({ holds: [{ bulletins: ['MS05-018'], until: '2099-01-01' }] })
  expect(await get('/api/channels')).toMatchObject({
    channels: [{ name: '#patch', owner: { kind: 'team', name: 'Server' } }],
  })
  expect(await store.subscriptions.all()).toMatchObject([{ name: 'Urgent ones', owner: { name: 'Server' } }])
  expect(await get('/api/filters')).toMatchObject({ own: { list: [{ name: 'Mine' }] } })
  expect(await store.board.watched('single-user')).toEqual([id])
  expect(await store.machines.known(['PC-001'])).toHaveProperty('size', 1)
  await expectFirstThings(store)
}

describe.each(all)('in $name', ({ name, place }) => {
  it.each(['0.1', '1.0'])('the database of %s opens where it is, with all that was entered', async (version) => {
    const there = await place()
    await mkdir(there.DATA_DIR, { recursive: true })
    await databases[name]?.(version, there)
    await expectAll(await open(there))
  })

  it.each(['0.1', '1.0'])('a backup of %s restores, with all that was entered', async (version) => {
    await expectAll(await restored(`${version}.jsonl.gz`, await place()))
  })

  it('a backup of an early 0.1 restores, with tables and columns that have other names now', async () => {
    await expectFirstThings(await restored('0.1-early.jsonl.gz', await place()))
  })
})

describe('a database', () => {
  it('of 0.1 that lacks migrations of its own is refused with what to do, and stays as it is', async () => {
    const { DATA_DIR } = { DATA_DIR: await kept.freshDirectory() }
    const path = join(DATA_DIR, databaseName)
    await writeFile(path, await unpacked('0.1.sqlite.gz'))
    const file = new DatabaseSync(path)
    file.exec(`delete from kysely_migration where name >= '039'`)
    const names = file.prepare('select name from sqlite_master union all select name from kysely_migration')
    const before = names.all()
    await expect(configuredStore(readConfig({ DATA_DIR }))).rejects.toThrow(
      /early or unfinished version 0\.1 \(it ends with 038-board\); make a backup of it .*, and restore that/,
    )
    expect(names.all()).toEqual(before)
    file.close()
  })

  it('is refused where a newer version has changed it', async () => {
    const { DATA_DIR } = { DATA_DIR: await kept.freshDirectory() }
    const path = join(DATA_DIR, databaseName)
    await writeFile(path, await unpacked('1.0.sqlite.gz'))
    const file = new DatabaseSync(path)
    file.exec(`insert into kysely_migration (name, timestamp) values ('999-later', '')`)
    file.close()
    await expect(configuredStore(readConfig({ DATA_DIR }))).rejects.toThrow(
      /is of a newer version of HotFix Report \(999-later is not known here\); use that one/,
    )
  })
})
