import { readdirSync, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/** When a file, or the newest one in a folder, was last changed; 0 if there is none. */
function changedAt(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (stat.isFile()) return stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, changedAt(join(path, name))), stat.mtimeMs)
}

/**
 * Builds the pages of a project into its `dist`. They are built aside and put in place when whole, so that a failed build
 * is never served.
 *
 * @throws Error where a source does not build; `dist` stays as it was
 */
export async function buildPages(root: string): Promise<void> {
  const outDir = join(root, 'dist.next')
  try {
    await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
    await rm(join(root, 'dist'), { recursive: true, force: true })
    await rename(outDir, join(root, 'dist'))
  } finally {
    await rm(outDir, { recursive: true, force: true })
  }
}

/** The same, where there are no pages yet or a source has changed since. */
export async function ensureBuild(root: string): Promise<void> {
  const builtAt = changedAt(join(root, 'dist', 'index.html'))
  if (builtAt === 0 || sources.some((source) => changedAt(join(root, source)) > builtAt)) await buildPages(root)
}
