import pg from 'pg'

export const channel = 'hotfix_report'
/** Waits between attempts to listen again, in milliseconds: the last one from then on. */
const waits = [100, 500, 2000, 5000]

/** Milliseconds after which a missing answer is a failure. */
export const connectionTimeoutMillis = 5000

/**
 * Listens for what servers on the same database announce. A connection that breaks is made anew, by one attempt at a time,
 * and what it may have missed counts as announced. Gives what ends it.
 *
 * @throws Error when the first connection fails
 */
export async function listenTo(connectionString: string, told: () => void): Promise<() => Promise<void>> {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  async function connect() {
    const fresh = new pg.Client({
      connectionString,
      connectionTimeoutMillis,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    })
    // What breaks is told by what it breaks: connecting, listening, or the end of the connection.
    fresh.on('error', () => {})
    fresh.on('notification', told)
    try {
      await fresh.connect()
      await fresh.query(`listen ${channel}`)
    } catch (error) {
      void fresh.end().catch(() => {})
      throw error
    }
    if (isClosed) {
      await fresh.end()
      return
    }
    client = fresh
    fresh.once('end', () => {
      client = null
      again(0)
    })
  }
  function again(attempt: number) {
    if (isClosed) return
    const retry = () => connect().then(told, () => again(attempt + 1))
    timer = setTimeout(() => void retry(), waits[Math.min(attempt, waits.length - 1)]).unref()
  }

  await connect()
  return async () => {
    isClosed = true
    clearTimeout(timer)
    await client?.end()
  }
}
