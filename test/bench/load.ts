/**
 * Prints how long people wait for a server over SQLite with 6,000 bulletins that is asked 300 times a second, by what
 * they ask; the target is no error, and 99 of 100 within 50 ms. Build first; `npm run bench:load -- RATE SECONDS`.
 */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { untouched } from '../../src/contract/triage.ts'
import { sqliteStore } from '../../src/server/store/engines/sqlite.ts'
import { startServer } from '../support/server-process.ts'
import { generate } from './generate.ts'
import type { Sample, Task } from './load-generator.ts'
import { quantile } from './quantile.ts'

const [rate, seconds] = [Number(process.argv[2] ?? 300), Number(process.argv[3] ?? 30)]
if (!existsSync('dist/index.html')) throw new Error('there is no dist/index.html: run `npm run build` first')

const content = generate({ bulletins: 6000, platforms: 300, cvesPerBulletin: 4 })
const ids = content.bulletins.map(({ id }) => id)
const directory = await mkdtemp(join(tmpdir(), 'hotfix-load-'))
const store = await sqliteStore(directory)
await store.seed(content)
for (const id of ids.slice(0, 500)) await store.triage.set([{ id, version: 0, ...untouched, status: 'planned' }], 'Ito')
await store.close()

const server = await startServer(directory)
const task: Task = { url: server.url, rate, seconds, ids, platforms: content.platforms.map(({ id }) => id) }
/** Sends the load for so many seconds; another thread does, so that it stays on time. */
async function load(forSeconds: number): Promise<Sample[]> {
  const generator = new Worker(new URL('load-generator.ts', import.meta.url), {
    workerData: { ...task, seconds: forSeconds } satisfies Task,
  })
  // The generator posts nothing else, and a worker that throws rejects this.
  const [samples] = (await once(generator, 'message')) as [Sample[]]
  return samples
}

let samples: readonly Sample[]
try {
  // What a server does once after its start, and Node's first look at its code, belong to no second of many.
  await load(3)
  samples = await load(seconds)
} finally {
  server.process.kill('SIGTERM')
  await server.ended
  await rm(directory, { recursive: true })
}

const rowOf = (kind: string, of: readonly Sample[], waits = of.map(({ wait }) => wait)) => {
  const errors = of.filter(({ error }) => error !== null).length
  const [p50, p95, p99, max] = [0.5, 0.95, 0.99, 1].map((share) => quantile(waits, share))
  return { kind, requests: of.length, errors, p50, p95, p99, max }
}
console.log(`${rate} requests a second for ${seconds} s, milliseconds from when they were due`)
console.table([
  rowOf('all', samples),
  ...Map.groupBy(samples, ({ kind }) => kind)
    .entries()
    .map(([kind, of]) => rowOf(kind, of)),
  // Where this is more than a few milliseconds, the machine was busy with something else, and the rest says little.
  rowOf(
    'sent late by',
    samples,
    samples.map(({ late }) => late),
  ),
])
for (const error of new Set(samples.flatMap(({ error }) => error ?? []))) console.error(error)
if (samples.some(({ error }) => error !== null)) process.exitCode = 1
