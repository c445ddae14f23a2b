/** What `hotfix-report` was asked for, and with which Node it goes on. Runs on Node 20. */
import { commands } from './commands.ts'

export type Manifest = { version: string; optionalDependencies?: Record<string, string> }

type Asked =
  | { task: 'version' }
  | { task: 'help' }
  | { task: 'refuse'; why: string }
  | { task: 'run'; command: string; given: readonly string[] }

/** Nothing is a start; `start` takes nothing, and what another command takes is its own matter. */
export function readAsked(given: readonly string[]): Asked {
  const [command = 'start', ...rest] = given
  if (command === '--version' || command === '-v') return { task: 'version' }
  if (command === '--help' || command === '-h' || command === 'help') return { task: 'help' }
  if (!Object.hasOwn(commands, command)) return { task: 'refuse', why: `there is no command ${command}` }
  if (command !== 'start') return { task: 'run', command, given: rest }
  if (rest.includes('--help') || rest.includes('-h')) return { task: 'help' }
  return rest.length > 0
    ? { task: 'refuse', why: `start does not take ${rest.join(' ')}` }
    : { task: 'run', command, given: [] }
}

/** The optional dependency that is the Node of a system; null where none is for it. */
export function nodePackage(manifest: Manifest, platform: string, arch: string): string | null {
  const system = `${platform === 'win32' ? 'win' : platform}-${arch}`
  return Object.keys(manifest.optionalDependencies ?? {}).find((name) => name.endsWith(`-${system}`)) ?? null
}

/** What is printed for `--help`. */
export function helpText(version: string): string {
  const lines = Object.entries(commands).map(
    ([name, { given, does }]) => [`hotfix-report ${name} ${given}`, does] as const,
  )
  const width = Math.max(...lines.map(([call]) => call.length))
  return [
    `HotFix Report ${version}`,
    '',
    ...lines.map(([call, does]) => `  ${call.padEnd(width)}  ${does}`),
    '',
    'What is set is in the environment: PORT (4870), HOST (127.0.0.1), DATA_DIR (./data), DATABASE_URL and more in README.md.',
    'A command says with --help what it takes.',
  ].join('\n')
}
