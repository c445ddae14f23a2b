/**
 * Prints what the worst requests cost a server with 6,000 bulletins, one line each: `npm run bench -- worst WORDS` for those
 * whose name has the words. `piece`: the most that its thread has worked in one piece, CPU in ms; `stall`: the longest that
 * nobody was answered; `memory`: the most that it has had, in MiB, and with the process that reads.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as passed } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { sqliteStore } from '../../src/server/store/engines/sqlite.ts'
import { casesFor, type Case } from '../support/worst/cases.ts'
import type { Seen } from '../support/worst/probe.ts'
import { generate } from './generate.ts'

const wanted = process.argv.slice(2).join(' ')
const content = generate({ bulletins: 6000, platforms: 300, cvesPerBulletin: 4 })
const [first] = content.bulletins
if (first === undefined) throw new Error('there is no bulletin')
const directory = await mkdtemp(join(tmpdir(), 'hotfix-worst-'))
const store = await sqliteStore(directory)
await store.seed({ ...content, bulletins: [...content.bulletins, { ...first, id: 'B-1' }] })
const cases = casesFor(
  first,
  content.bulletins.map(({ id }) => id),
).filter(({ name }) => name.includes(wanted))
if (cases.some(({ path }) => path.includes('HISTORY'))) {
  // A hundred versions of 150 KB.
  for (let version = 0; version < 100; version++)
    await store.save(
      {
        document: null,
        platforms: [],
        bulletins: [{ ...first, id: 'HISTORY', analysis: { en: `${version} ${'text '.repeat(30_000)}` } }],
      },
      'bench',
    )
}
await store.close()

const server = fork('src/server/main.ts', {
  execArgv: ['--import', new URL('../support/worst/probe.ts', import.meta.url).href],
  env: { ...process.env, DATA_DIR: directory, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: undefined },
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
})
let url = ''
if (server.stdout !== null)
  for await (const line of createInterface({ input: server.stdout })) {
    url = /http:[^\s"]+/.exec(line)?.[0] ?? ''
    if (url !== '') break
  }

const watch = new Worker(new URL('../support/worst/watch.ts', import.meta.url), { workerData: url })

/** How long `/healthz` was waited for at most since this was asked last, in ms. */
async function waited(): Promise<number> {
  watch.postMessage('look')
  return ((await once(watch, 'message')) as [number])[0]
}

async function seen(): Promise<Seen> {
  server.send('look')
  // The probe sends nothing else.
  return ((await once(server, 'message')) as [Seen])[0]
}

/** The memory of the processes below the server, where the system tells it, in MiB. */
async function readers(): Promise<number> {
  let kibibytes = 0
  for (const id of await readdir('/proc').catch(() => [])) {
    const status = await readFile(join('/proc', id, 'status'), 'utf8').catch(() => '')
    if (status.includes(`\nPPid:\t${server.pid}\n`)) kibibytes += Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0)
  }
  return kibibytes / 1024
}

/** The status of an answer that was read to its end. Each has a connection of its own: while bodies are made here, the server may have closed others. */
async function statusOf(path: string, method: string, headers: Record<string, string>, text = ''): Promise<number> {
  const sent = request(new URL(path, url), { method, agent: false, headers }).end(text)
  // Who has been answered in the middle of sending may be cut off then.
  sent.on('error', () => {})
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  response.resume()
  await once(response, 'end')
  return response.statusCode ?? 0
}

async function send({ method, path, body, times = 1 }: Case) {
  const headers = { 'content-type': path === '/api/imports' ? 'application/octet-stream' : 'application/json' }
  const text = body?.()
  const began = performance.now()
  const answers = Array.from({ length: times }, () => statusOf(path, method, headers, text))
  const statuses = await Promise.all(answers)
  return { ms: performance.now() - began, statuses }
}

const rows = []
try {
  for (const each of cases) {
    await seen()
    await waited()
    let most = 0
    const stop = new AbortController()
    const watching = (async () => {
      while (!stop.signal.aborted) {
        most = Math.max(most, await readers())
        await passed(100)
      }
    })()
    const { ms, statuses } = await send(each)
    stop.abort()
    await watching
    const health = await waited()
    const { piece, stall, memory } = await seen()
    const count = Object.entries(Object.groupBy(statuses, String)).map(
      ([status, all = []]) => `${all.length} × ${status}`,
    )
    const row = {
      request: each.name,
      answers: count.join(', '),
      piece: Math.round(piece),
      stall: Math.round(stall),
      healthz: Math.round(health),
      wall: Math.round(ms),
      memory: Math.round(memory),
      'of the reader': Math.round(most),
    }
    rows.push(row)
    console.log(Object.values(row).join(' | '))
  }
  if (wanted === '') {
    await passed(60_000)
    const { now } = await seen()
    console.log(`a minute later: ${Math.round(now)} MiB, and ${Math.round(await readers())} MiB of the reader`)
  }
} finally {
  await watch.terminate()
  server.kill()
  await once(server, 'exit')
  await rm(directory, { recursive: true, force: true })
}
console.table(rows)
