/** The recipe of the image, where a runtime for containers is at hand and can fetch what the image is based on. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { packed } from './packed.ts'
import { runProgram } from './programs.ts'

const cwd = tmpdir()
const base = 'docker.io/library/debian:12-slim'

/** The first program that runs containers; null where none does. */
async function runtimeAtHand(): Promise<string | null> {
  for (const program of ['docker', 'podman']) {
    try {
      const { code } = await runProgram(program, ['run', '--rm', base, 'true'], { cwd })
      if (code === 0) return program
    } catch {
      // It is not installed.
    }
  }
  return null
}

const runtime = process.platform === 'linux' ? await runtimeAtHand() : null
if (runtime === null) console.log('The image is left out: no runtime for containers is at hand.')

describe.skipIf(runtime === null)('the image of a release', () => {
  const [image, name] = ['hotfix-report:smoke', `hotfix-smoke-${process.pid}`]
  const ask = (...given: string[]) => runProgram(runtime ?? '', given, { cwd })
  let port: number

  beforeAll(async () => {
    const folder = await mkdtemp(join(cwd, 'hotfix-image-'))
    await copyFile(packed, join(folder, basename(packed)))
    await copyFile('docs/deploy/Containerfile', join(folder, 'Containerfile'))
    const built = await ask('build', '--file', join(folder, 'Containerfile'), '--tag', image, folder)
    await rm(folder, { recursive: true })
    if (built.code !== 0) throw new Error(`the image was not built: ${built.said}`)
    port = await freePort()
    const locked = ['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges']
    const settings = ['--env', 'HOST=127.0.0.1', '--env', `PORT=${port}`]
    const started = await ask('run', '--detach', '--name', name, '--network', 'host', ...locked, ...settings, image)
    if (started.code !== 0) throw new Error(`the container was not started: ${started.said}`)
  }, 300_000)
  afterAll(() => ask('rm', '--force', '--volumes', name))

  it('serves pages as nobody in particular, from what it cannot change', async () => {
    const answer = async () => {
      try {
        return (await fetch(`http://127.0.0.1:${port}/alerts`)).status
      } catch {
        return null
      }
    }
    await expect.poll(answer, { timeout: 20_000 }).toBe(200)
    const write = "require('node:fs').writeFileSync('/opt/hotfix-report/package.json', '')"
    const node = '/opt/hotfix-report/node_modules/.bin/node'
    expect((await ask('exec', name, node, '--eval', write)).said).toContain('EROFS')
    expect((await ask('exec', name, node, '--print', 'process.getuid()')).said).toBe('10001')
  })

  it('ends well when it is told to', async () => {
    await ask('stop', '--time', '15', name)
    expect((await ask('inspect', '--format', '{{.State.ExitCode}}', name)).said).toBe('0')
  })
})
