import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** The path of the first of these programs that is installed; null if none is. */
export const findProgram = (names: readonly string[]): string | null =>
  names.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined) ?? null

/** A program that is driven from here, and a folder of its own for what it stores. */
export type Program = { process: ChildProcess; home: string; end: () => Promise<void> }

/** Starts a program as the leader of a group, which ends as a whole. `args` are told its home folder. */
export async function startProgram(
  command: string,
  args: (home: string) => readonly string[],
  env: Record<string, string>,
): Promise<Program> {
  const home = await mkdtemp(join(tmpdir(), 'hotfix-engine-'))
  const child = spawn(command, args(home), {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env, HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home },
  })
  const ended = once(child, 'exit')
  /** Signals the whole group; it may have ended already. */
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name)
    } catch {
      // Nothing of it is left.
    }
  }
  return {
    process: child,
    home,
    async end() {
      // Asked first, so that a display gives its number back.
      signal('SIGTERM')
      await Promise.race([ended, setTimeout(5000, null, { ref: false })])
      signal('SIGKILL')
      await ended
      await rm(home, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
