import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** What Node keeps of compiled files: most of what a process of ours does until it is ready. */
const compiled = join('node_modules', '.cache', 'node')

/** A process of ours and what it prints, line by line. */
export type Running = {
  process: ChildProcess
  lines: AsyncIterator<string, undefined>
  stderr: () => string
  ended: Promise<number | string | null>
}

/** Runs a script of the project on the Node that runs the tests; `typed` is what it reads. A database of the developer's own is left alone. */
export function run(
  script: string,
  environment: Record<string, string>,
  given: readonly string[] = [],
  typed = '',
): Running {
  const child = spawn(process.execPath, [script, ...given], {
    env: { ...process.env, DATABASE_URL: undefined, NODE_COMPILE_CACHE: compiled, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(typed)
  let said = ''
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
  return {
    process: child,
    lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    stderr: () => said,
    ended: once(child, 'exit').then(([code, signal]: unknown[]) => (code ?? signal) as number | string | null),
  }
}

/** A server that listens. */
export type Server = Running & { url: string }

/** The server: that of an installed release, where one is named. */
const release = process.env['HOTFIX_RELEASE']
const mainScript = release === undefined ? 'src/server/main.ts' : join(release, 'dist/server/main.js')

/** Runs the server on a free port, over SQLite in a directory or over PostgreSQL. */
const runServer = (dataDirectory: string, databaseUrl?: string): Running =>
  run(mainScript, {
    DATA_DIR: dataDirectory,
    PORT: '0',
    HOST: '127.0.0.1',
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  })

/** Resolves with the address of a server once it listens. */
async function listening(running: Running): Promise<Server> {
  for (;;) {
    const { value } = await running.lines.next()
    if (value === undefined) throw new Error(`the server ended: ${running.stderr()}`)
    const url = /http:[^\s"]+/.exec(value)?.[0]
    if (url !== undefined) return { ...running, url }
  }
}

export const startServer = (dataDirectory: string, databaseUrl?: string): Promise<Server> =>
  listening(runServer(dataDirectory, databaseUrl))

/** Servers, and a way to be rid of all of them, whatever has gone wrong meanwhile. */
export function manyServers() {
  const started: Running[] = []
  const note = (running: Running) => {
    started.push(running)
    return running
  }
  return {
    /** Begins to start one; nobody waits until it listens. */
    spawn: (dataDirectory: string, databaseUrl?: string) => note(runServer(dataDirectory, databaseUrl)),
    start: (dataDirectory: string, databaseUrl?: string) => listening(note(runServer(dataDirectory, databaseUrl))),
    async killAll() {
      for (const { process: server, ended } of started.splice(0)) {
        server.kill('SIGKILL')
        await ended
      }
    },
  }
}
