/**
 * Prints how long people wait for a server over SQLite with 7,500 bulletins that is asked 300 times a second, by what
 * they ask: where nobody signs in, and signed in while 100 pages are open. Fails where there are errors, or where fewer
 * than 99 of 100 are answered within five times the wait for `/healthz` at the same rate, just before. Build first;
 * `npm run bench -- load RATE SECONDS`.
 */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { roles } from '../../src/contract/vocabulary.ts'
import { defaultState } from '../../src/domain/triage/triage.ts'
import { builtFolders } from '../../src/server/built-folders.ts'
import { sqliteStore } from '../../src/server/store/engines/sqlite.ts'
import { addAccounts, sessionOf } from '../support/authorized.ts'
import { startServer } from '../support/server-process.ts'
import { generate } from './generate.ts'
import type { Loaded, Task } from './load-generator.ts'
import { report } from './load-report.ts'

const [rate, seconds] = [Number(process.argv[2] ?? 300), Number(process.argv[3] ?? 30)]
if (!existsSync(builtFolders('.').pages)) throw new Error('there is no build: run `npm run build` first')

const content = generate({ bulletins: 7500, platforms: 300, cvesPerBulletin: 4 })
const ids = content.bulletins.map(({ id }) => id)
const platforms = content.platforms.map(({ id }) => id)
const directory = await mkdtemp(join(tmpdir(), 'hotfix-load-'))
const store = await sqliteStore(directory)
await store.seed(content)
for (const id of ids.slice(0, 500))
  await store.triage.set([{ id, version: 0, ...defaultState, status: 'planned' }], 'Ito')
// What follows an import is none of it.
await store.search.catchUp()
await store.close()

/** Lets nobody in any more who has not signed in; gives what the browsers of those who have send along. */
async function signIn(): Promise<Pick<Task, 'who' | 'pages'>> {
  const behind = await sqliteStore(directory)
  await addAccounts(behind, roles)
  const people = await Promise.all(roles.map((name) => sessionOf(behind, name)))
  await behind.close()
  const browsers = people.map(({ cookie }) => ({ cookie, 'sec-fetch-site': 'same-origin' }))
  const pages = Array.from({ length: 100 / browsers.length }, () => browsers).flat()
  return { who: browsers.at(-1) ?? {}, pages }
}

/** The target is for reading; what is written meanwhile waits for the disk, and everybody with it. */
const profiles = [
  { name: 'nobody signs in, reading only', asked: async () => ({ who: {}, pages: [] }), writesASecond: 0 },
  { name: 'nobody signs in', asked: async () => ({ who: {}, pages: [] }), writesASecond: 3 },
  { name: 'signed in, 100 pages open', asked: signIn, writesASecond: 1 },
]

/** Sends the load; another thread does, so that it stays on time. */
async function load(task: Task): Promise<Loaded> {
  const generator = new Worker(new URL('load-generator.ts', import.meta.url), { workerData: task })
  const gone = once(generator, 'exit').then(() => {
    throw new Error('the load generator ended before it told anything')
  })
  // It posts nothing else, and a worker that throws rejects this.
  const [loaded] = (await Promise.race([once(generator, 'message'), gone])) as [Loaded]
  return loaded
}

try {
  for (const { name, asked, writesASecond } of profiles) {
    const { who, pages } = await asked()
    const server = await startServer(directory)
    // A log that nobody reads would wait in the server.
    void Array.fromAsync({ [Symbol.asyncIterator]: () => server.lines })
    try {
      const task: Task = { url: server.url, rate, seconds, ids, platforms, who, pages, writesASecond }
      // What a server does once after its start, and Node's first look at its code, belong to no second of many.
      await load({ ...task, seconds: 3 })
      const floor = await load({ ...task, pages: [], only: 'health' })
      const loaded = await load(task)
      console.log(`${name}: ${rate} requests a second for ${seconds} s, milliseconds from when they were due`)
      if (!report(loaded, floor)) process.exitCode = 1
    } finally {
      server.process.kill('SIGTERM')
      await server.ended
    }
  }
} finally {
  await rm(directory, { recursive: true })
}
