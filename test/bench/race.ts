/**
 * Two servers on one PostgreSQL, and people on both who change the same five bulletins at once, one by one and several
 * together, and correct the same lab results; prints whether every write counts, and how long a page on the other
 * server waits for it: `npm run bench -- race SECONDS`.
 */
import { tmpdir } from 'node:os'
import { readContent } from '../../src/server/content.ts'
import { seed } from '../support/chance.ts'
import { freshDatabase, startPostgres } from '../support/postgres.ts'
import { race } from '../support/race/race.ts'
import { manyServers } from '../support/server-process.ts'
import { quantile } from './quantile.ts'

const seconds = Number(process.argv[2] ?? 30)
const ids = (await readContent()).bulletins.slice(0, 5).map(({ id }) => id)
const postgres = await startPostgres()
if (postgres === null) throw new Error('PostgreSQL is not installed')
const servers = manyServers()

console.log(`seed ${seed}`)
try {
  const address = await freshDatabase(postgres.url)
  // Both at once: each finds an empty database, or one that the other is just filling.
  const both = await Promise.all([servers.start(tmpdir(), address), servers.start(tmpdir(), address)])
  const { answers, events, won, faults, delays, quietDelays } = await race(
    both.map(({ url }) => url),
    ids,
    seconds,
  )
  console.table([
    {
      seconds,
      acknowledged: won,
      events,
      faults: faults.length,
    },
  ])
  console.log('Answers by what was written')
  console.table([answers])
  console.log('Milliseconds from an answer until an open page of the other server is told')
  console.table(
    Object.entries({ 'in the race': delays, 'when nobody else writes': quietDelays }).map(([when, all]) => ({
      when,
      writes: all.length,
      median: quantile(all, 0.5),
      p99: quantile(all, 0.99),
      largest: quantile(all, 1),
    })),
  )
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
} finally {
  await servers.killAll()
  await postgres.stop()
}
