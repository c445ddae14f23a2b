/** The stores that every test of a store runs on. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, inject } from 'vitest'
import { postgresStore } from '../../src/server/store/engines/postgres.ts'
import { sqliteStore } from '../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'
import { freshDatabase } from './postgres.ts'

/** Folders and stores that are put away after each test. */
export function putAwayAfterEach() {
  const directories: string[] = []
  const opened: Store[] = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()))
    await Promise.all(directories.splice(0).map((directory) => rm(directory, { recursive: true })))
  })
  return {
    freshDirectory: async () => {
      const directory = await mkdtemp(join(tmpdir(), 'hotfix-report-'))
      directories.push(directory)
      return directory
    },
    keep: (store: Store) => {
      opened.push(store)
      return store
    },
  }
}

const postgres = inject('postgres')

type Kept = ReturnType<typeof putAwayAfterEach>

/** What tells a process where its store is. */
export type Place = Record<'DATA_DIR' | 'DATABASE_URL', string> | { DATA_DIR: string }

/** Every engine that this machine has, and how to open an empty store on it, or to find a place for one. */
export const engines = (kept: Kept) =>
  [
    {
      name: 'SQLite',
      isHere: true,
      place: async (): Promise<Place> => ({ DATA_DIR: await kept.freshDirectory() }),
      make: async (now?: () => Date) => kept.keep(await sqliteStore(await kept.freshDirectory(), now)),
    },
    {
      name: 'PostgreSQL',
      isHere: postgres !== null,
      place: async (): Promise<Place> => ({
        DATA_DIR: await kept.freshDirectory(),
        DATABASE_URL: await freshDatabase(postgres ?? ''),
      }),
      make: async (now?: () => Date) =>
        kept.keep(await postgresStore(await freshDatabase(postgres ?? '', inject('emptyStore')), now)),
    },
  ].filter(({ isHere }) => isHere)
