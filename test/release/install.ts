import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import project from '../../package.json' with { type: 'json' }
import { packed } from './packed.ts'
import { runProgram } from './programs.ts'

/** Installs the package into an empty folder, as anybody does, and says where by the environment. */
export async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'hotfix-release-'))
  const began = performance.now()
  const { code, said } = await runProgram('npm', ['install', '--no-audit', '--no-fund', packed], { cwd: folder })
  if (code !== 0) throw new Error(`the package does not install; npm run release first: ${said}`)
  console.log(`${packed} was installed in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  process.env['HOTFIX_INSTALLED'] = folder
  process.env['HOTFIX_RELEASE'] = join(folder, 'node_modules', project.name)
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
