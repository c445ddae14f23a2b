/** What a person does with a release: `npm run smoke` builds and installs it, and then runs this and the journeys in browsers. */
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import { runProgram, startProgram } from './programs.ts'

const [installed = '', release = ''] = [process.env['HOTFIX_INSTALLED'], process.env['HOTFIX_RELEASE']]
const command = join(installed, 'node_modules', '.bin', 'hotfix-report')

const folders: string[] = []
async function emptyFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'hotfix-smoke-'))
  folders.push(folder)
  return folder
}
const hotfixReport = (given: readonly string[], cwd: string, env = {}) => runProgram(command, given, { cwd, env })

async function startIn(cwd: string) {
  const server = startProgram(command, [], { cwd, env: { PORT: '0' } })
  let said = ''
  server.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /http:[^\s"]+/.exec(line)?.[0]
    if (url !== undefined) return { server, url }
  }
  throw new Error(`the server ended: ${said}`)
}

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

describe('a release in an empty folder', () => {
  let folder: string
  let running: Awaited<ReturnType<typeof startIn>>
  let seconds: number

  beforeAll(async () => {
    folder = await emptyFolder()
    const began = performance.now()
    running = await startIn(folder)
    const page = await fetch(running.url)
    await page.text()
    seconds = (performance.now() - began) / 1000
    console.log(`the first page was there after ${seconds.toFixed(1)} s`)
  })
  afterAll(() => running.server.kill('SIGKILL'))

  it('answers the first page within ten seconds', () => {
    expect(seconds).toBeLessThan(10)
  })

  it('has its pages, their code and what ships with the product', async () => {
    const page = await fetch(`${running.url}/alerts`, { headers: { 'accept-language': 'en' } })
    const html = await page.text()
    expect(page.headers.get('content-type')).toContain('text/html')
    const [, script = ''] = /<script type="module"[^>]*src="([^"]+)"/.exec(html) ?? []
    const code = await fetch(running.url + script, { headers: { 'accept-encoding': 'br' } })
    expect([code.status, code.headers.get('content-encoding')]).toEqual([200, 'br'])
    const bulletins: unknown = await (await fetch(`${running.url}/api/bulletins`)).json()
    expect(bulletins).toHaveLength((await readdir('src/content/bulletins')).length)
    expect(await (await fetch(`${running.url}/api/openapi.json`)).json()).toMatchObject({
      info: { version: project.version },
    })
  })

  it('reads documents in a process of its own, by all rules of their format', async () => {
    const advisory = await (await fetch(`${running.url}/api/bulletins/MS05-019/csaf`)).text()
    const bringIn = (text: string) =>
      fetch(`${running.url}/api/imports?name=advisory.json`, { method: 'POST', body: text })
    expect((await bringIn(advisory)).status).toBe(200)
    const broken = await bringIn(advisory.replaceAll('"known_affected"', '"affected_by_chance"'))
    expect(broken.status).toBe(422)
    expect(await broken.json()).toMatchObject({ code: 'refused' })
  })

  it('is backed up while it runs, and restored into an empty folder', async () => {
    const other = await emptyFolder()
    const file = join(other, 'all.jsonl.gz')
    expect(await hotfixReport(['backup', file], folder)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^backed up [\d,]+ rows/) as unknown,
    })
    expect(await hotfixReport(['restore', file], other)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^restored [\d,]+ rows/) as unknown,
    })
    expect(await readdir(join(other, 'data'))).toContain('hotfix-report.sqlite')
  })

  it('ends well when it is told to', async () => {
    running.server.kill('SIGTERM')
    expect(await once(running.server, 'exit')).toEqual([0, null])
    await expect(fetch(running.url)).rejects.toThrow('fetch failed')
  })
})

describe('the program of a release', () => {
  it.each([
    [['--version'], 0, /^\d+\.\d+\.\d+$/],
    [['--help'], 0, /hotfix-report backup FILE/],
    [['backup', '--help'], 0, /^hotfix-report backup FILE/],
    [['backup'], 2, /^hotfix-report backup FILE/],
    [['user', 'list'], 0, /^$/],
    [['serve'], 2, /^there is no command serve; hotfix-report --help says what there is$/],
  ])('%j ends with %i', async (given, code, says) => {
    expect(await hotfixReport(given, await emptyFolder())).toEqual({
      code,
      said: expect.stringMatching(says) as unknown,
    })
  })

  it('tells what it cannot use, in the words of a release', async () => {
    const folder = await emptyFolder()
    expect(await hotfixReport([], folder, { HOST: '0.0.0.0' })).toMatchObject({
      code: 1,
      said: expect.stringContaining('hotfix-report user add NAME --role admin') as unknown,
    })
  })

  it('says in one sentence that the Node it needs is not there', async () => {
    const folder = await emptyFolder()
    await cp(join(release, 'dist/server'), join(folder, 'dist/server'), { recursive: true })
    await cp(join(release, 'package.json'), join(folder, 'package.json'))
    const script = join(folder, 'dist/server/cli/launch.js')
    const older = await runProgram('node', ['--version'], { cwd: folder })
    const { code, said } = await runProgram('node', [script, 'user', 'list'], { cwd: folder })
    if (Number.parseInt(older.said.slice(1), 10) >= 26) expect({ code, said }).toEqual({ code: 0, said: '' })
    else {
      expect(code).toBe(1)
      expect(said).toMatch(/^HotFix Report needs Node 26, and the one that comes with it is not here .*--omit=optional/)
    }
  })
})

describe('what is in a release', () => {
  it('is JavaScript, data and texts, and no package of others but within', async () => {
    const files = await readdir(release, { recursive: true })
    expect(files.filter((path) => /\.tsx?$|\.map$|\.spec\./.test(path))).toEqual([])
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'THIRD-PARTY.md']))
    const notice = await readFile(join(release, 'THIRD-PARTY.md'), 'utf8')
    const used = Object.keys(project.dependencies).concat('react', 'react-dom')
    expect(used.filter((name) => !notice.includes(`\n## ${name} `))).toEqual([])
  })
})
