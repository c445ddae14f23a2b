import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  interface ProvidedContext {
    /** The address of a PostgreSQL for the tests; null where none is installed. */
    postgres: string | null
  }
}

/** One PostgreSQL for all tests. A developer's machine may do without; the machine that judges may not. */
export async function setup({ provide }: TestProject) {
  const postgres = await startPostgres()
  if (postgres === null && (process.env['CI'] ?? '') !== '')
    throw new Error('PostgreSQL is not installed, and what is to be judged must be tested on it')
  provide('postgres', postgres?.url ?? null)
  return () => postgres?.stop()
}
