import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type * as Vite from 'vite'
import { builtFolders } from './built-folders.ts'
import { errorCode } from './error-text.ts'

/** What renders first views, from the same components as the pages. */
const forServer = 'src/web/render.tsx'

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/**
 * What builds, which only a development needs.
 *
 * @throws Error where only what the server needs was installed
 */
export async function bundler(): Promise<typeof Vite> {
  try {
    return await import('vite')
  } catch (cause) {
    if (errorCode(cause) !== 'ERR_MODULE_NOT_FOUND') throw cause
    throw new Error(
      'the pages are not built, and what builds them is not installed: take a release (README.md), or run `npm ci` without --omit=dev',
      { cause },
    )
  }
}

/** When a file, or the newest one in a folder, was last changed; 0 if there is none. */
function changedAt(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (stat.isFile()) return stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, changedAt(join(path, name))), stat.mtimeMs)
}

/**
 * Builds the pages of a project. They are built aside and put in place when whole, so that a failed build is never served.
 *
 * @throws Error where a source does not build; what was built before stays as it was
 */
export async function buildPages(root: string): Promise<void> {
  const built = builtFolders(root)
  const next = builtFolders(root, 'dist.next')
  const { build } = await bundler()
  try {
    const quietly = { root, logLevel: 'warn' } as const
    await build({ ...quietly, build: { outDir: next.pages, emptyOutDir: true } })
    if (existsSync(join(root, forServer)))
      await build({
        ...quietly,
        build: { ssr: forServer, outDir: next.render, emptyOutDir: true, copyPublicDir: false },
      })
    await mkdir(dirname(built.pages), { recursive: true })
    for (const folder of ['pages', 'render'] as const) {
      await rm(built[folder], { recursive: true, force: true })
      if (existsSync(next[folder])) await rename(next[folder], built[folder])
    }
  } finally {
    await rm(dirname(next.pages), { recursive: true, force: true })
  }
}

/** The same, where there are no pages yet or a source has changed since. */
export async function ensureBuild(root: string): Promise<void> {
  const builtAt = changedAt(join(builtFolders(root).pages, 'index.html'))
  if (builtAt === 0 || sources.some((source) => changedAt(join(root, source)) > builtAt)) await buildPages(root)
}
