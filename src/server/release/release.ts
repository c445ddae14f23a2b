import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { buildPages, ensureBuild } from '../build-pages.ts'
import { builtFolders } from '../built-folders.ts'
import { buildServer } from './build-server.ts'
import { bundledIn, thirdPartyNotice } from './licenses.ts'
import { ProjectManifest, releaseLock, releaseManifest } from './manifest.ts'
import { pack, writeChecksums } from './pack.ts'

/** What goes along as it is. */
const taken = ['src/content', 'docs', 'README.md', 'CHANGELOG.md', 'LICENSE']

/** What only those who work on the code read. */
const left = new Set(['docs/architecture.md', 'docs/decisions', 'docs/how-we-write.md'])

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))
const writeJson = (file: string, value: unknown) => writeFile(file, `${JSON.stringify(value, null, 2)}\n`)

/**
 * Builds the release of a project into its folder `release`: `NAME-VERSION.tgz`, an npm package that needs nothing but Node,
 * and `SHA256SUMS`. Without `rebuild` pages that are up to date are taken.
 *
 * @returns the path of the package
 * @throws Error where a source does not build
 */
export async function buildRelease(root: string, { rebuild }: { rebuild: boolean }): Promise<string> {
  const project = ProjectManifest.parse(await readJson(join(root, 'package.json')))
  const lock = releaseLock(project, await readJson(join(root, 'package-lock.json')))
  await (rebuild ? buildPages : ensureBuild)(root)
  await buildServer(root)

  const folder = join(root, 'release')
  const staged = join(folder, 'package')
  await rm(folder, { recursive: true, force: true })
  await mkdir(staged, { recursive: true })
  const built = Object.values(builtFolders(root)).filter(existsSync)
  const sources = [...built, ...taken.map((path) => join(root, path))]
  await Promise.all(
    sources.map((source) =>
      cp(source, join(staged, relative(root, source)), {
        recursive: true,
        filter: (path) => !left.has(relative(root, path).replaceAll('\\', '/')),
      }),
    ),
  )
  const manifest = releaseManifest(project)
  await writeJson(join(staged, 'package.json'), manifest)
  await writeJson(join(staged, 'npm-shrinkwrap.json'), lock)
  await writeFile(join(staged, 'THIRD-PARTY.md'), thirdPartyNotice(await bundledIn(built)))

  const name = `${project.name}-${project.version}.tgz`
  await pack(staged, join(folder, name), new Set(Object.values(manifest.bin)))
  await rm(staged, { recursive: true })
  await writeChecksums(folder, [name])
  return join(folder, name)
}
