import { readConfig } from '../../../src/server/config.ts'
import { postgresStore } from '../../../src/server/store/engines/postgres.ts'
import { sqliteStore } from '../../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../../src/server/store/store.ts'

/** The store of an environment, on another clock. */
export function storeAt(environment: Record<string, string | undefined>, now: () => Date): Promise<Store> {
  const { databaseUrl, dataDirectory } = readConfig(environment)
  return databaseUrl === null ? sqliteStore(dataDirectory, now) : postgresStore(databaseUrl, now)
}
