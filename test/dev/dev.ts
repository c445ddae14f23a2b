/**
 * `npm run dev`: the pages with live reload, an API that starts again when its code changes, and demo data, behind one
 * port. What is entered stays until this ends.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createServer as createVite, type ProxyOptions } from 'vite'
import type { Problem } from '../../src/contract/problem.ts'
import { sqliteStore } from '../../src/server/store/engines/sqlite.ts'
import { populate } from '../support/demo/populate.ts'
import { ito, sato } from '../support/demo/team.ts'
import { freePort } from '../support/free-port.ts'
import { failing, overtaken } from './sentinels.ts'

const port = Number(process.env['PORT'] ?? 4870)
const server = createServer()
await once(server.listen(port, '127.0.0.1'), 'listening')
const apiPort = await freePort()
const api = `http://127.0.0.1:${apiPort}`
const folder = await mkdtemp(join(tmpdir(), 'hotfix-dev-'))

async function fill() {
  const store = await sqliteStore(folder)
  await populate(store)
  await store.close()
}

/** Pages that ask while the API starts again are told what a server tells that cannot answer at the moment. */
const restarting: Problem = { code: 'unavailable', message: 'the API starts again' }
const proxy: ProxyOptions = {
  target: api,
  // The host stays as the browser named it: the server takes writes from its own pages only.
  changeOrigin: false,
  configure: (passing) =>
    void passing.on('error', (_, __, response) => {
      if (!('writeHead' in response) || response.headersSent) return
      response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' })
      response.end(JSON.stringify(restarting))
    }),
}

async function startApi() {
  const child = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'test/dev/server.ts'], {
    stdio: 'inherit',
    env: { ...process.env, DATA_DIR: folder, PORT: String(apiPort) },
  })
  const ended = once(child, 'exit')
  const isReady = async () => (await fetch(`${api}/readyz`).catch(() => null))?.ok ?? false
  while (child.exitCode === null && !(await isReady())) await setTimeout(100)
  return { child, ended }
}

const [vite, { child, ended }] = await Promise.all([
  // With a server of its own it would end this process before the API has ended.
  createVite({ server: { middlewareMode: { server }, proxy: { '^/(api/|healthz|readyz)': proxy } } }),
  fill().then(startApi),
])
server.on('request', vite.middlewares)

async function stop() {
  child.kill('SIGTERM')
  server.close()
  server.closeAllConnections()
  await Promise.all([ended, vite.close()])
  await rm(folder, { recursive: true, force: true, maxRetries: 10 })
  process.exit(0)
}
process.once('SIGTERM', () => void stop())
process.once('SIGINT', () => void stop())

console.log(`HotFix Report with demo data

  http://127.0.0.1:${port}  as ${ito}
  http://localhost:${port}  as ${sato}, at the same time

  /bulletins/${failing}  cannot be loaded: the server answers 500
  /bulletins/${overtaken}  each change of its status is overtaken by the other person`)
