import { sqliteStore } from './engines/sqlite.ts'
import type { Store } from './store.ts'

/** Its driver is loaded where it is used. */
const postgres = async (databaseUrl: string): Promise<Store> =>
  (await import('./engines/postgres.ts')).postgresStore(databaseUrl)

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
}): Promise<Store> => (databaseUrl === null ? sqliteStore(dataDirectory) : postgres(databaseUrl))
