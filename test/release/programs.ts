import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'

/** Where a person's shell finds programs: the Node of the system, and not the one of this project. */
const PATH = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes(join('node_modules', '.bin')))
  .join(delimiter)

/** What npm told the script that it runs is not for the programs that a person starts. */
const ownVariables = /^(npm_|NODE_|VITEST|DATABASE_URL|DATA_DIR$|PORT$|HOST$)/

const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !ownVariables.test(name) || name === 'npm_config_cache'),
)

type Options = { cwd: string; env?: Record<string, string> }

/** Starts a program as a person's shell does, on Windows by its script. */
export const startProgram = (program: string, given: readonly string[], { cwd, env }: Options) =>
  spawn(program, given, {
    cwd,
    env: { ...environment, ...env, PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })

/** Runs a program to its end. `said` is all that it printed. */
export async function runProgram(program: string, given: readonly string[], options: Options) {
  const child = startProgram(program, given, options)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said: said.trim() }
}
