/**
 * Prints what a start costs over SQLite with many bulletins: milliseconds until the port listens and until the
 * index is there, and what is resident then. Medians of five; build the pages first. `npm run bench -- start BULLETINS`.
 * What Node has compiled is kept from the first start, which is not counted.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteStore } from '../../src/server/store/engines/sqlite.ts'
import { startServer, type Server } from '../support/server-process.ts'
import { generate } from './generate.ts'
import { quantile } from './quantile.ts'

const bulletins = Number(process.argv[2] ?? 7500)
const runs = 5

const mebibytes = (server: Server) =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.process.pid)], { encoding: 'utf8' })) / 1024)

const directory = await mkdtemp(join(tmpdir(), 'hotfix-start-'))

async function startOnce() {
  const begin = performance.now()
  const server = await startServer(directory)
  try {
    const listening = Math.round(performance.now() - begin)
    const atStart = mebibytes(server)
    const asked = performance.now()
    await (await fetch(`${server.url}/api/index?part=filter&language=en`)).arrayBuffer()
    const index = Math.round(performance.now() - asked)
    return { listening, 'MiB then': atStart, index, 'MiB with index': mebibytes(server) }
  } finally {
    server.process.kill('SIGTERM')
    await server.ended
  }
}

try {
  const store = await sqliteStore(directory)
  await store.seed(generate({ bulletins, platforms: 300, cvesPerBulletin: 4 }))
  await store.close()
  await startOnce()
  const measured: Awaited<ReturnType<typeof startOnce>>[] = []
  for (let run = 0; run < runs; run++) measured.push(await startOnce())
  console.log(`${bulletins} bulletins, medians of ${runs} starts; milliseconds and MiB`)
  const names = ['listening', 'MiB then', 'index', 'MiB with index'] as const
  const medianOf = (name: (typeof names)[number]) =>
    quantile(
      measured.map((each) => each[name]),
      0.5,
    )
  console.table(Object.fromEntries(names.map((name) => [name, medianOf(name)])))
} finally {
  await rm(directory, { recursive: true })
}
