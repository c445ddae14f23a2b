import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ensureBuild } from '../../src/server/build-pages.ts'
import { builtFolders } from '../../src/server/built-folders.ts'
import { putAwayAfterEach } from '../support/stores.ts'

const kept = putAwayAfterEach()

/** A project of one page, whose script is given. */
async function project(script: string) {
  const root = await kept.freshDirectory()
  await mkdir(join(root, 'src'))
  await writeFile(join(root, 'index.html'), '<script type="module" src="/src/main.js"></script>')
  const write = async (text: string, at: Date) => {
    await writeFile(join(root, 'src/main.js'), text)
    await utimes(join(root, 'src/main.js'), at, at)
  }
  await write(script, new Date())
  const built = async () => {
    const [name = ''] = readdirSync(join(builtFolders(root).pages, 'assets'))
    return readFile(join(builtFolders(root).pages, 'assets', name), 'utf8')
  }
  return { root, write, built }
}

const broken = "import 'no-such-package'"

it('a build that fails leaves nothing to be served, and is tried again at the next start', async () => {
  const { root } = await project(broken)
  for (let start = 1; start <= 2; start++) {
    await expect(ensureBuild(root)).rejects.toThrow('no-such-package')
    expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual([])
  }
})

it('a build that fails leaves the pages before as they were', async () => {
  const { root, write, built } = await project("document.title = 'before'")
  await ensureBuild(root)
  await write(broken, new Date(Date.now() + 60_000))
  await expect(ensureBuild(root)).rejects.toThrow('no-such-package')
  expect(await built()).toContain('before')
  expect(existsSync(join(root, 'dist.next'))).toBe(false)
})
