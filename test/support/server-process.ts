import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A process of ours and what it prints, line by line. */
export type Running = {
  process: ChildProcess
  lines: AsyncIterator<string, undefined>
  stderr: () => string
  ended: Promise<number | string | null>
}

/** Runs a script of the project on the Node that runs the tests; `typed` is what it reads. */
export function run(
  script: string,
  environment: Record<string, string>,
  given: readonly string[] = [],
  typed = '',
): Running {
  const child = spawn(process.execPath, [script, ...given], {
    env: { ...process.env, ...environment },
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

/** Starts the server on a free port; resolves with its address once it listens. */
export async function startServer(dataDirectory: string): Promise<Running & { url: string }> {
  const running = run('src/server/main.ts', { DATA_DIR: dataDirectory, PORT: '0', HOST: '127.0.0.1' })
  for (;;) {
    const { value } = await running.lines.next()
    if (value === undefined) throw new Error(`the server ended: ${running.stderr()}`)
    const url = /http:\S+/.exec(value)?.[0]
    if (url !== undefined) return { ...running, url }
  }
}
