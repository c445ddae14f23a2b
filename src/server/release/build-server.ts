import { join } from 'node:path'
import { builtFolders } from '../built-folders.ts'
import { bundler } from '../build-pages.ts'
import { commands } from './commands.ts'
import { licenseFile } from './licenses.ts'

/** What has a process or a thread of its own, by its path below `src/server` without an ending. */
const entries = [
  'cli/launch',
  'imports/reader',
  'backup/backing-up',
  'machines/machine-states-worker',
  ...Object.values(commands).map(({ script }) => script),
]

/**
 * Builds the server of a project as JavaScript, with the packages that it needs inside: a release installs nothing but Node,
 * runs on exactly what was tested, and starts faster than out of a hundred folders.
 *
 * @throws Error where a source does not build
 */
export async function buildServer(root: string): Promise<void> {
  const { build } = await bundler()
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // Native bindings of PostgreSQL are asked for by name only, and there are none.
    ssr: { noExternal: true, external: ['pg-native'], target: 'node' },
    build: {
      ssr: true,
      outDir: builtFolders(root).server,
      emptyOutDir: true,
      target: 'esnext',
      license: { fileName: licenseFile },
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((entry) => [entry, join(root, 'src/server', `${entry}.ts`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
}
