/**
 * Kills PostgreSQL under a server that stays up while people write, and prints what was lost and whether the server went
 * on by itself: `npm run bench -- outage ROUNDS`. Fails when anything was, or when it did not.
 */
import { tmpdir } from 'node:os'
import { readContent } from '../../src/server/content.ts'
import { seed } from '../support/chance.ts'
import { outageRounds } from '../support/kill/outage.ts'
import { freshDatabase, startPostgres } from '../support/postgres.ts'
import { manyServers } from '../support/server-process.ts'

const rounds = Number(process.argv[2] ?? 50)
const ids = (await readContent()).bulletins.map(({ id }) => id)
const postgres = await startPostgres()
if (postgres === null) throw new Error('PostgreSQL is not installed')
const servers = manyServers()

console.log(`seed ${seed}`)
try {
  const address = await freshDatabase(postgres.url)
  const server = await servers.start(tmpdir(), address)
  const { answers, lost, half, failedStarts } = await outageRounds(rounds, { postgres, address, ids, server })
  console.table([
    {
      rounds,
      ...Object.fromEntries(Object.entries(answers).map(([status, count]) => [`answered ${status}`, count])),
      lost: lost.length,
      half: half.length,
      'not got over': failedStarts.length,
    },
  ])
  const others = Object.keys(answers).filter((status) => !['200', '412', '503'].includes(status))
  const faults = [...lost, ...half, ...failedStarts, ...others.map((status) => `answered ${status}`)]
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
} finally {
  await servers.killAll()
  await postgres.stop()
}
