/**
 * Kills the server in the middle of writes of every kind, on SQLite and on PostgreSQL where it is installed, and prints
 * what was lost: `npm run bench -- kill ROUNDS`. Fails when that is anything.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readContent } from '../../src/server/content.ts'
import { seed } from '../support/chance.ts'
import { killFirstStart, killRounds } from '../support/kill/rounds.ts'
import { leftOut } from '../support/kill/writing.ts'
import { freshDatabase, startPostgres } from '../support/postgres.ts'
import { manyServers } from '../support/server-process.ts'

const rounds = Number(process.argv[2] ?? 200)
/** And for so many rounds, one first start on an empty database is killed. */
const firstStartsOneIn = 10
const ids = (await readContent()).bulletins.map(({ id }) => id)
const postgres = await startPostgres()
const engines = [
  { engine: 'SQLite', database: async () => undefined },
  ...(postgres === null ? [] : [{ engine: 'PostgreSQL', database: () => freshDatabase(postgres.url) }]),
]
const root = await mkdtemp(join(tmpdir(), 'hotfix-kill-'))
const servers = manyServers()

console.log(`seed ${seed}`)
try {
  for (const { engine, database } of engines) {
    const began = performance.now()
    const address = await database()
    const directory = await mkdtemp(join(root, 'rounds-'))
    const start = () => servers.start(directory, address)
    const { answers, acknowledged, sentAgain, lost, half, failedStarts } = await killRounds(rounds, {
      place: { directory, address },
      ids,
      start,
    })
    for (let round = 0; round < rounds / firstStartsOneIn; round++) {
      const [place, empty] = [await mkdtemp(join(root, 'start-')), await database()]
      try {
        const there = await killFirstStart(
          () => servers.spawn(place, empty),
          () => servers.start(place, empty),
        )
        if (there !== ids.length) half.push(`${there} bulletins after a first start that was killed`)
      } catch (error) {
        failedStarts.push(String(error))
      }
    }
    console.table([
      {
        engine,
        rounds,
        seconds: Math.round((performance.now() - began) / 1000),
        acknowledged: (answers['200'] ?? 0) + (answers['201'] ?? 0),
        'refused (412)': answers['412'] ?? 0,
        'sent again': sentAgain,
        'not answered': answers['none'] ?? 0,
        lost: lost.length,
        half: half.length,
        'failed starts': failedStarts.length,
      },
    ])
    console.table([acknowledged])
    const others = Object.keys(answers).filter((status) => !['200', '201', '412', 'none'].includes(status))
    const never = Object.entries(acknowledged).flatMap(([kind, count]) => (count === 0 ? [kind] : []))
    const faults = [
      ...lost,
      ...half,
      ...failedStarts,
      ...others.map((status) => `answered ${status}`),
      ...never.map((kind) => `${kind} was never acknowledged: too few rounds`),
    ]
    for (const fault of faults) console.error(fault)
    if (faults.length > 0) process.exitCode = 1
  }
  console.log('Left out')
  console.table(leftOut)
} finally {
  await servers.killAll()
  await postgres?.stop()
  await rm(root, { recursive: true })
}
