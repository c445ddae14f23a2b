/** The store cannot be used; the message says why and what to do. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

/**
 * What PostgreSQL says when it goes down, is full, or has waited long enough for somebody else (appendix A of its manual),
 * and what the operating system says where it is not there.
 */
const passing =
  /^(08...|57P0[1-5]|57014|55P03|25P03|53300|40001|40P01|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENOTFOUND)$/
/** The driver's own errors have no code. */
const ofDriver =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether the store cannot be used at the moment, and may be in a while, as against a fault of ours. */
export function isPassing(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return passing.test(code) || ofDriver.test(error.message)
}
