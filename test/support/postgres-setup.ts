import type { TestProject } from 'vitest/node'
import { postgresStore } from '../../src/server/store/engines/postgres.ts'
import { freshDatabase, startPostgres } from './postgres.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  interface ProvidedContext {
    /** The address of a PostgreSQL for the tests; null where none is installed. */
    postgres: string | null
    /** The name of a database there with an empty store, to be copied: to make its tables takes longer. */
    emptyStore: string
  }
}

/**
 * One PostgreSQL for all tests. A developer's machine may do without; the machine that judges may not. `npm run check`
 * tries stores on SQLite alone.
 */
export async function setup({ provide }: TestProject) {
  const isQuick = process.env['HOTFIX_CHECK'] === 'quick'
  const postgres = isQuick ? null : await startPostgres()
  if (postgres === null && !isQuick && (process.env['CI'] ?? '') !== '')
    throw new Error('PostgreSQL is not installed, and what is to be judged must be tested on it')
  provide('postgres', postgres?.url ?? null)
  if (postgres !== null) {
    const empty = await freshDatabase(postgres.url)
    await (await postgresStore(empty)).close()
    provide('emptyStore', new URL(empty).pathname.slice(1))
  }
  return () => postgres?.stop()
}
