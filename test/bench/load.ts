/**
 * Prints how long people wait for a server over SQLite with 6,000 bulletins that is asked 300 times a second, by what
 * they ask: where nobody signs in, and signed in while 100 pages are open. Fails where there are errors, or where fewer
 * than 99 of 100 are answered within 50 ms on a machine that does nothing else. Build first;
 * `npm run bench:load -- RATE SECONDS`.
 */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { untouched } from '../../src/contract/triage.ts'
import { sqliteStore } from '../../src/server/store/engines/sqlite.ts'
import { addAccounts, sessionOf } from '../support/door.ts'
import { startServer } from '../support/server-process.ts'
import { generate } from './generate.ts'
import type { Loaded, Task } from './load-generator.ts'
import { report } from './load-report.ts'

const [rate, seconds] = [Number(process.argv[2] ?? 300), Number(process.argv[3] ?? 30)]
if (!existsSync('dist/index.html')) throw new Error('there is no dist/index.html: run `npm run build` first')

const content = generate({ bulletins: 6000, platforms: 300, cvesPerBulletin: 4 })
const ids = content.bulletins.map(({ id }) => id)
const platforms = content.platforms.map(({ id }) => id)
const directory = await mkdtemp(join(tmpdir(), 'hotfix-load-'))
const store = await sqliteStore(directory)
await store.seed(content)
for (const id of ids.slice(0, 500)) await store.triage.set([{ id, version: 0, ...untouched, status: 'planned' }], 'Ito')
await store.close()

/** Lets nobody in any more who has not signed in; gives what the browser of somebody who has sends along. */
async function signIn(): Promise<Record<string, string>> {
  const behind = await sqliteStore(directory)
  await addAccounts(behind, ['admin'])
  const { cookie } = await sessionOf(behind, 'admin')
  await behind.close()
  return { cookie, 'sec-fetch-site': 'same-origin' }
}

const profiles = [
  { name: 'nobody signs in', whoOf: async () => ({}), openPages: 0, writesASecond: 3 },
  { name: 'signed in, 100 pages open', whoOf: signIn, openPages: 100, writesASecond: 1 },
]

/** Sends the load; another thread does, so that it stays on time. */
async function load(task: Task): Promise<Loaded> {
  const generator = new Worker(new URL('load-generator.ts', import.meta.url), { workerData: task })
  // The generator posts nothing else, and a worker that throws rejects this.
  const [loaded] = (await once(generator, 'message')) as [Loaded]
  return loaded
}

try {
  for (const { name, whoOf, ...profile } of profiles) {
    const who = await whoOf()
    const server = await startServer(directory)
    try {
      const task: Task = { url: server.url, rate, seconds, ids, platforms, who, ...profile }
      // What a server does once after its start, and Node's first look at its code, belong to no second of many.
      await load({ ...task, seconds: 3 })
      const loaded = await load(task)
      console.log(`${name}: ${rate} requests a second for ${seconds} s, milliseconds from when they were due`)
      if (!report(loaded)) process.exitCode = 1
    } finally {
      server.process.kill('SIGTERM')
      await server.ended
    }
  }
} finally {
  await rm(directory, { recursive: true })
}
