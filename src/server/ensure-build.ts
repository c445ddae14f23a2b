/** Builds the pages if there are none, or if something that they are made from has changed since. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/** When a file, or the newest one in a folder, was last changed; 0 if there is none. */
function changedAt(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (stat.isFile()) return stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, changedAt(join(path, name))), stat.mtimeMs)
}

const builtAt = changedAt(join(root, 'dist', 'index.html'))
if (builtAt === 0 || sources.some((source) => changedAt(join(root, source)) > builtAt))
  await build({ root, logLevel: 'warn' })
