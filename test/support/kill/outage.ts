/** Kills PostgreSQL under a server that stays up, while people write, again and again, and looks at what is left. */
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { faultsIn, readLog } from '../event-log.ts'
import type { Postgres } from '../postgres.ts'
import type { Server } from '../server-process.ts'
import { importedIds } from './documents.ts'
import { lookingAt } from './look.ts'
import { inTheMiddle, openDesk, tallying, type Tally } from './rounds.ts'
import { writeAtOnce, type PendingEdit } from './writers.ts'
import { isDone } from './writing.ts'

/** A server has noticed, or has recovered, within this time in milliseconds. */
const patience = 30_000

/** False where it does not come true in time. */
async function comesTrue(what: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const began = performance.now(); performance.now() - began < patience; await wait(20))
    if (await what()) return true
  return false
}

/** What a server answers; null where it is gone. */
const statusOf = (address: string) =>
  fetch(address).then(
    ({ status }) => status,
    () => null,
  )

/** How many connections listen for what other servers announce. */
async function listeners(address: string): Promise<number> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  const { rowCount } = await client.query(
    `select 1 from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
  )
  await client.end()
  return rowCount ?? 0
}

type Outage = { postgres: Postgres; address: string; ids: readonly string[]; server: Server }

/** One server through all rounds. What it does not get over is among the failed starts: it is never started again. */
export async function outageRounds(rounds: number, { postgres, address, ids, server }: Outage): Promise<Tally> {
  const { tally, count } = tallying(rounds)
  const expectThat = async (fault: string, what: () => boolean | Promise<boolean>) => {
    // The first fault is the one to be looked into.
    if (tally.failedStarts.length === 0 && !(await comesTrue(what))) tally.failedStarts.push(fault)
  }
  const look = lookingAt({ directory: '', address })
  const { desk, first } = await openDesk(server.url, ids)
  count(first, await look(desk, first))
  let number = 0
  for (let round = 0; round < rounds && tally.failedStarts.length === 0; round++) {
    const attempts: PendingEdit[] = []
    const acknowledged = () => attempts.filter(({ status }) => isDone(status)).length
    const stopping = new AbortController()
    const writing = writeAtOnce(desk, attempts, { first: round, numbers: () => ++number, stop: stopping.signal })
    await inTheMiddle(attempts)
    await postgres.kill()
    for (const path of ['/readyz', `/api/bulletins/${ids[0] ?? ''}/triage`])
      await expectThat(`${path} is not answered 503`, async () => (await statusOf(`${server.url}${path}`)) === 503)
    await expectThat('the server is not alive', async () => (await statusOf(`${server.url}/healthz`)) === 200)
    await postgres.startAgain()
    const before = acknowledged()
    await expectThat('nothing is written again', () => acknowledged() > before + 10)
    stopping.abort()
    await writing
    count(attempts, await look(desk, attempts))
  }
  if (tally.failedStarts.length > 0) {
    tally.failedStarts.push(server.stderr())
    return tally
  }
  await expectThat('not one connection listens', async () => (await listeners(address)) === 1)
  tally.half.push(...faultsIn(await readLog(server.url, [...ids, ...importedIds])))
  return tally
}
