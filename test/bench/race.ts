/**
 * Two servers on one PostgreSQL, and people on both who change the same five bulletins at once; prints whether every
 * write counts, and how long a page on the other server waits for it: `npm run bench:race -- SECONDS`.
 */
import { tmpdir } from 'node:os'
import { readContent } from '../../src/server/content.ts'
import { freshDatabase, startPostgres } from '../support/postgres.ts'
import { race } from '../support/race.ts'
import { startServer } from '../support/server-process.ts'
import { quantile } from './quantile.ts'

const seconds = Number(process.argv[2] ?? 30)
const ids = (await readContent()).bulletins.slice(0, 5).map(({ id }) => id)
const postgres = await startPostgres()
if (postgres === null) throw new Error('PostgreSQL is not installed')
const address = await freshDatabase(postgres.url)
// Both at once: each finds an empty database, or one that the other is just filling.
const servers = await Promise.all([startServer(tmpdir(), address), startServer(tmpdir(), address)])

const { answers, events, won, faults, delays } = await race(
  servers.map(({ url }) => url),
  ids,
  seconds,
)
console.table([
  {
    seconds,
    acknowledged: won,
    events,
    ...Object.fromEntries(Object.entries(answers).map(([status, count]) => [`answered ${status}`, count])),
    faults: faults.length,
    'told after, median ms': quantile(delays, 0.5),
    'p99 ms': quantile(delays, 0.99),
    'largest ms': quantile(delays, 1),
  },
])
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1

for (const { process: server, ended } of servers) {
  server.kill('SIGKILL')
  await ended
}
await postgres.stop()
