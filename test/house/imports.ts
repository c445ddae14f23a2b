import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

export type Import = { from: string; to: string }

/** Static imports, re-exports, imports for effect, dynamic imports; types count as well. */
const specifiers =
  /(?:^|[\s;}])(?:import|export)\s+(?:type\s+)?(?:[\w$*{}\s,]+?\sfrom\s*)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g

/** The relative imports of a source text, as paths from the root of the repository. */
export const importsOf = (path: string, source: string): Import[] =>
  [...source.matchAll(specifiers)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => ({ from: path, to: posix.join(posix.dirname(path), specifier) }))

/** Every relative import in the TypeScript files below a folder. */
export const importsBelow = (folder: string): Import[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath.replaceAll('\\', '/')}/${entry.name}`)
    .flatMap((path) => importsOf(path, readFileSync(path, 'utf8')))
