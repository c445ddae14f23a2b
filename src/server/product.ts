/** Where the files of the product are, and how its commands are called: from a clone as TypeScript, from a release as it was built. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) || folder === dirname(folder) ? folder : rootAbove(dirname(folder))
}

/** The folder of package.json, `src` and `dist`: a clone, or a release that was unpacked or installed. */
export const productRoot = rootAbove(import.meta.dirname)

/** Whether it runs as it was built for a release. */
const isRelease = import.meta.filename.endsWith('.js')

/** A script of the server that has a process of its own, by its path below `src/server` without an ending. */
export function serverScript(path: string): string {
  return isRelease ? join(productRoot, 'dist/server', `${path}.js`) : join(productRoot, 'src/server', `${path}.ts`)
}

/** A command as a person types it here: `npm run backup -- FILE`, of a release `hotfix-report backup FILE`. */
export function commandLine(name: string, given = ''): string {
  if (isRelease) return `hotfix-report ${name} ${given}`.trim()
  return given === '' ? `npm run ${name}` : `npm run ${name} -- ${given}`
}
