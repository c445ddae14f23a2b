import { postgresStore } from './engines/postgres.ts'
import { sqliteStore } from './engines/sqlite.ts'
import type { Store } from './store.ts'

/**
 * The store that the environment asks for: PostgreSQL where an address of one is given, else SQLite in the data directory.
 *
 * @throws StoreUnavailable when it cannot be used
 */
export const configuredStore = ({
  databaseUrl,
  dataDirectory,
}: {
  databaseUrl: string | null
  dataDirectory: string
}): Promise<Store> => (databaseUrl === null ? sqliteStore(dataDirectory) : postgresStore(databaseUrl))
