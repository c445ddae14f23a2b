/** Prints what the first load of `/` and of `/alerts` transfers, and fails above the budget. Run it after a build: `npm run size`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { builtFolders } from '../../src/server/built-folders.ts'
import budget from './budget.json' with { type: 'json' }

const { pages } = builtFolders('.')
const read = (path: string): Buffer => readFileSync(join(pages, path))
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

/** `/assets/a.js` of a page and `./a.js` of a chunk, as a path inside the build. */
const inside = (from: string, specifier: string): string =>
  specifier.startsWith('/') ? specifier.slice(1) : posix.join(posix.dirname(from), specifier)

/** The given scripts and every script that they import statically: the browser fetches all of them before the first paint. */
function withImports(scripts: readonly string[], seen = new Set<string>()): Set<string> {
  for (const script of scripts.filter((path) => !seen.has(path))) {
    seen.add(script)
    const imported = all(
      read(script).toString(),
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{},\s]+?from\s*)?["'](\.{0,2}\/[^"']+\.js)["']/g,
    )
    withImports(
      imported.map((specifier) => inside(script, specifier)),
      seen,
    )
  }
  return seen
}

type Size = { file: string; brotli: number; gzip: number; raw: number }

function sizeOf(file: string): Size {
  const bytes = read(file)
  const brotli = existsSync(join(pages, `${file}.br`)) ? read(`${file}.br`) : brotliCompressSync(bytes)
  return { file, brotli: brotli.length, gzip: gzipSync(bytes, { level: 9 }).length, raw: bytes.length }
}

const kb = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(9)

function report(name: string, files: readonly string[], limitKB: number): boolean {
  const sizes = files.map(sizeOf)
  const sum = (key: 'brotli' | 'gzip' | 'raw') => sizes.reduce((total, size) => total + size[key], 0)
  const rows = [
    ...sizes,
    { file: `${name} (at most ${limitKB})`, brotli: sum('brotli'), gzip: sum('gzip'), raw: sum('raw') },
  ]
  for (const { file, brotli, gzip, raw } of rows) console.log(file.padEnd(48), kb(brotli), kb(gzip), kb(raw))
  return sum('brotli') <= limitKB * 1000
}

if (!existsSync(join(pages, 'index.html'))) {
  console.error('There is no build: run `npm run build` first.')
  process.exit(1)
}
const html = read('index.html').toString()
const entries = [
  ...all(html, /<script[^>]+src="([^"]+)"/g),
  ...all(html, /<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g),
]
const assets = readdirSync(join(pages, 'assets'))

/** The chunk of a page on which a visit starts, by the name that the build gives it. */
function chunkOf(view: string): string {
  const found = assets.filter((name) => name.startsWith(`${view}-`) && name.endsWith('.js'))
  if (found.length !== 1) throw new Error(`The build has ${found.length} chunks named ${view}.`)
  return `assets/${found[0]}`
}

/** The messages of one language that a page waits for, of the larger language: they add themselves to scripts of that page. */
function messagesFor(scripts: ReadonlySet<string>): string[] {
  const of = (language: string) =>
    assets
      .filter((name) => name.startsWith(`messages-${language}-`) && name.endsWith('.js'))
      .map((name) => `assets/${name}`)
      .filter((file) => [...withImports([file])].every((script) => script === file || scripts.has(script)))
  const [larger = []] = [of('ja'), of('en')].toSorted((one, other) => brotliOf(other) - brotliOf(one))
  if (larger.length === 0) throw new Error('The build has no messages of the first view.')
  return larger
}

const brotliOf = (files: readonly string[]) => files.map(sizeOf).reduce((sum, { brotli }) => sum + brotli, 0)

const sheets = all(html, /<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g).map((path) => inside('index.html', path))

/** What is fetched before the first paint of a page; a chunk brings the sheet of its name. */
function fits(path: keyof typeof budget.javascriptKB, view: string): boolean {
  const scripts = withImports([...entries.map((entry) => inside('index.html', entry)), chunkOf(view)])
  const named = new Set([...scripts].map((script) => script.slice('assets/'.length).replace(/-[\w-]{7}\.js$/, '')))
  const own = assets.filter((name) => name.endsWith('.css') && named.has(name.replace(/-[\w-]{7}\.css$/, '')))
  const styles = new Set([...sheets, ...own.map((name) => `assets/${name}`)])
  console.log(`first load of ${path}, KB`.padEnd(48), '   brotli      gzip       raw')
  const results = [
    report('JavaScript', [...scripts, ...messagesFor(scripts)], budget.javascriptKB[path]),
    report('CSS', [...styles], budget.cssKB),
  ]
  return !results.includes(false)
}

if ([fits('/', 'overview'), fits('/alerts', 'list')].includes(false)) {
  console.error('The first load is above the budget in test/bench/budget.json.')
  process.exitCode = 1
}
