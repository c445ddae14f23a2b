/** The store cannot be used; the message says why and what to do. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

/** What SQLite says where its file cannot be written or read at the moment (sqlite.org/rescode.html), by primary code. */
const sqliteTroubles: Record<number, string> = {
  5: 'another process holds the database',
  8: 'the database cannot be written: check the permissions of DATA_DIR, and whether its disk is mounted read-only',
  10: 'the disk reports errors: check the disk that DATA_DIR is on',
  11: 'the database is damaged: stop the server and restore a backup',
  13: 'the disk is full: free some space on the disk that DATA_DIR is on',
  14: 'the database cannot be opened: check that DATA_DIR is there and can be read and written',
  26: 'the file is no database: stop the server and restore a backup',
}

/** In one sentence why SQLite failed, and what to do; null where it is no trouble of disk or file. */
export function sqliteTrouble(error: unknown): string | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null
  return typeof code === 'number' ? (sqliteTroubles[code & 0xff] ?? null) : null
}

/** What may be told to anybody of why the store cannot be used: no path, no address. The log has the rest. */
export const unavailableWords = (error: unknown): string =>
  sqliteTrouble(error) ?? 'the database cannot be used at the moment; the log of the server says why'

/** Waits for what only notes a use: reading goes on where that cannot be written. */
export async function unlessUnavailable(noted: Promise<unknown>): Promise<void> {
  await noted.catch((error: unknown) => {
    if (!isPassing(error)) throw error
  })
}

/**
 * What PostgreSQL says when it goes down, is full, or has waited long enough for another transaction (appendix A of its manual),
 * and what the operating system says where it is not there.
 */
const passing =
  /^(08...|57P0[1-5]|57014|55P03|25006|25P03|53[1-4]00|40001|40P01|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENOTFOUND)$/
/** The driver's own errors have no code. */
const ofDriver =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/

/** Whether the store cannot be used at the moment, and may be in a while, as against a fault of ours. */
export function isPassing(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true
  if (!(error instanceof Error)) return false
  if (sqliteTrouble(error) !== null) return true
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return passing.test(code) || ofDriver.test(error.message)
}
