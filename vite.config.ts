import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { builtFolders } from './src/server/built-folders.ts'

/** Writes a `.br` and a `.gz` file beside every text file of the build, so that the server never compresses on a request. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(js|css|html|svg|json)$/.test(name))
      await Promise.all(
        texts.map(async (name) => {
          const bytes = await readFile(join(dir, name))
          const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
          await writeFile(join(dir, `${name}.br`), await promisify(brotliCompress)(bytes, best))
          await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }))
        }),
      )
    },
  }
}

/** Whether a value of an endpoint is a schema: of zod, with or without its methods. */
const isSchema = (value: unknown) => typeof value === 'object' && value !== null && '_zod' in value

/**
 * Of an endpoint the pages take how it is asked. Its schemas, a quarter of all code, stay where they are needed: the
 * server checks what it is sent by them, and its tests what it answers.
 */
function withoutSchemas(): Plugin {
  return {
    name: 'without-schemas',
    apply: 'build',
    async load(id) {
      if (!/\/src\/contract\/endpoints\/[a-z-]+\.ts$/.test(id)) return null
      const plain = (_: string, value: unknown): unknown => (isSchema(value) ? undefined : value)
      const exported = (await import(pathToFileURL(id).href)) as Record<string, unknown>
      return Object.entries(exported)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value, plain)}`)
        .join('\n')
    },
  }
}

/**
 * `card` of Card.module.css is `card`, and `title` there is `card_title`: names that say where they are from, and compress
 * better than hashes. A house spec keeps the names of sheets apart.
 */
function scopedName(name: string, file: string): string {
  const sheet = basename(file).replace(/\.module\.css.*/, '')
  const whole = sheet.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
  return name === whole ? name : `${whole}_${name}`
}

/** The pages on which a visit starts, and the chunk of each. */
const views: Record<string, readonly string[]> = {
  list: ['/src/web/filters/FilteredPage.tsx', '/src/web/alerts/AlertsPage.tsx'],
  overview: ['/src/web/overview/OverviewPage.tsx'],
}

/** What every list loads behind its first view, in one chunk: in shared ones it would come with what other pages need. */
const behindLists = [
  '/src/web/frame/late.ts',
  '/src/web/filters/panel/FilterSide.tsx',
  '/src/web/filters/panel/LateGroups.tsx',
  '/src/web/filters/PrintNote.tsx',
  '/src/web/releases/ReleaseToggle.tsx',
  '/src/web/alerts/DataAgeLine.tsx',
  '/src/web/alerts/ListScope.tsx',
  '/src/web/alerts/ListActions.tsx',
  '/src/web/alerts/table/alerts-table.ts',
  '/src/web/alerts/LongList.ts',
  '/src/web/holds/held.ts',
  '/src/web/catalogue/read-index.ts',
  '/src/web/triage/TriageDesk.tsx',
  '/src/web/triage/kept-edits.ts',
]

/** Libraries of which a page takes a part: what it takes is in the first load. */
const collections = /\/@tanstack\/[a-z-]*(query|router)[a-z-]*\//

/** What each of those pages needs, found out once all modules are known: it loads that and nothing else. */
const needed = new Map<string, Set<string>>()

/** What draws Markdown, itself or through others: its library has 150 KB, which no list needs. */
let drawsMarkdown = new Set<string>()

/** All that a step leads to from some modules, and these. */
function reached(from: Iterable<string>, step: (id: string) => readonly string[]): Set<string> {
  const ids = new Set(from)
  // What is added while a set is walked is walked too.
  for (const id of ids) for (const next of step(id)) ids.add(next)
  return ids
}

function noteViews(): Plugin {
  return {
    name: 'note-views',
    // A script of its own has none of the pages.
    apply: ({ build }, { command }) => command === 'build' && build?.lib === undefined,
    buildEnd() {
      const all = [...this.getModuleIds()]
      const importsOf = (id: string) => this.getModuleInfo(id)?.importedIds ?? []
      const importersOf = (id: string) => this.getModuleInfo(id)?.importers ?? []
      const ending = (ends: readonly string[]) =>
        ends.map(
          (end) =>
            all.find((id) => id.endsWith(end)) ?? this.error(`vite.config.ts names ${end}, which nothing imports.`),
        )
      const neededBy = (ends: readonly string[]) =>
        reached(ending(ends), (id) => importsOf(id).filter((next) => !collections.test(next)))
      for (const [view, ends] of Object.entries(views)) needed.set(view, neededBy(ends))
      const behind = neededBy(behindLists)
      const common = [...behind].filter((id) => importersOf(id).some((importer) => !behind.has(importer)))
      needed.set(
        'common',
        reached(common, (id) => importsOf(id).filter((next) => behind.has(next))),
      )
      needed.set('behind', behind)
      drawsMarkdown = reached(ending(['/src/web/ui/Markdown.tsx']), importersOf)
    },
  }
}

/** What a filter is answered by. */
const engine = /\/src\/domain\/(filter|table)\//

/**
 * The chunk of what the first view of a page needs: its own, or one for what several need. What lists need behind it is in
 * two, one of them for what other pages need, too.
 */
function viewOf(id: string): string | null {
  const found = Object.keys(views).filter((view) => needed.get(view)?.has(id))
  if (found.length > 0) return found.length > 1 ? 'views' : (found[0] ?? null)
  if (engine.test(id)) return null
  if (collections.test(id)) return 'common'
  return ['common', 'behind'].find((chunk) => needed.get(chunk)?.has(id)) ?? null
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), ...(isSsrBuild === true ? [] : [withoutSchemas(), precompress(), noteViews()])],
  // For the server all is in the build: what the pages are made of is no package of a release.
  ...(isSsrBuild === true && { ssr: { noExternal: true }, define: { 'process.env.NODE_ENV': '"production"' } }),
  resolve: {
    alias: [
      { find: /^zod$/, replacement: fileURLToPath(new URL('src/web/lib/zod.ts', import.meta.url)) },
      // Browsers that the pages are for have React's own; the shim is for React 17.
      {
        find: /^use-sync-external-store\/shim\/with-selector(\.js)?$/,
        replacement: 'use-sync-external-store/with-selector.js',
      },
    ],
  },
  css: { modules: { generateScopedName: scopedName } },
  // Browsers that know `light-dark()`: a down-levelled one would follow the system only, and not the chosen theme.
  build: {
    outDir: builtFolders('.').pages,
    target: ['chrome125', 'firefox128', 'safari18'],
    modulePreload: { polyfill: false },
    // A release names the licences of all that is in its pages.
    license: { fileName: 'licenses.json' },
    // What every page loads first is one file: in a dozen it would be 4 KB larger, and no page would load less.
    rolldownOptions:
      isSsrBuild === true
        ? {}
        : {
            output: {
              // Seven characters, the fewest that the bundler takes, tell any two builds apart, and the first file names a hundred others.
              chunkFileNames: 'assets/[name]-[hash:7].js',
              assetFileNames: 'assets/[name]-[hash:7][extname]',
              codeSplitting: {
                groups: [
                  { name: 'first-load', tags: ['$initial'], priority: 3 },
                  { name: viewOf, debugName: 'views', priority: 2, includeDependenciesRecursively: false },
                  // Pages on which few visits begin: what loads them is one file, which the first one names.
                  {
                    name: 'pages',
                    test: /\/src\/web\/[^/]+\/pages\.ts$/,
                    priority: 2,
                    includeDependenciesRecursively: false,
                  },
                  { name: 'markdown', test: /\/src\/web\/ui\/Markdown/, priority: 2 },
                  // What later pages share is a few files: in fifty, their names alone would take a KB of the first one.
                  { name: 'widgets', test: /\/src\/web\/ui\//, minShareCount: 2, priority: 1 },
                  { name: 'filters', test: /\/src\/web\/filters\//, minShareCount: 2, priority: 1 },
                  {
                    name: 'shared',
                    test: (id) => /\/src\/(web|domain|words)\//.test(id) && !drawsMarkdown.has(id),
                    minShareCount: 3,
                    maxModuleSize: 3000,
                    priority: 0,
                  },
                  { name: 'engine', test: engine, priority: 1 },
                  { name: 'api', test: /\/src\/(web\/lib|contract)\//, minShareCount: 2, priority: 1 },
                ],
              },
            },
          },
  },
}))
