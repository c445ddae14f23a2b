import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { readSafely } from '../../../src/server/imports/read-safely.ts'
import { confined, readingProcess, type ReadingLimits } from '../../../src/server/imports/reading-process.ts'
import { cvrf } from '../../feeds/cvrf.ts'

const bytes = (text: string | Uint8Array) => new Uint8Array(Buffer.from(text))
const whole = { keepGoing: false }

const month = cvrf({
  id: '2026-May',
  published: '2026-05-12',
  products: { a: 'Windows Server 2025' },
  flaws: [
    { cve: 'CVE-2026-1000', severities: { a: 'Important' }, remediations: [{ label: '5079473', products: ['a'] }] },
  ],
})

/** Takes far longer and far more memory than other documents of its size: 160 MB, by objects of 64 bytes. */
const greedy = `[${'{},'.repeat(2_500_000)}{}]`

const started: ReturnType<typeof readingProcess>[] = []
const start = (limits: Partial<ReadingLimits> = {}) => {
  const made = readingProcess(limits)
  started.push(made)
  return made
}
afterEach(async () => {
  for (const made of started.splice(0)) await made.stop()
})

describe('the process in which documents are read', () => {
  it('reads the product and no other file, writes nothing, reaches nobody, starts nothing, and knows no secret', async () => {
    process.env['SMTP_PASSWORD'] = 'of the post'
    const { execArgv, env } = confined(64)
    delete process.env['SMTP_PASSWORD']
    const may = `${JSON.stringify(['package.json', '/etc/hosts'])}.map((file) => process.permission.has('fs.read', file))`
    const rest = `['fs.write', 'net', 'child', 'worker'].map((what) => process.permission.has(what))`
    const program = `console.log(JSON.stringify([${may}, ${rest}, 'SMTP_PASSWORD' in process.env]))`
    const { stdout } = await promisify(execFile)(process.execPath, [...execArgv, '--eval', program], { env })
    expect(JSON.parse(stdout)).toEqual([[true, false], [false, false, false, false], false])
  })
})

describe('documents that are read in a process of their own', () => {
  it('come out as they do without one, however many parts they are told in', async () => {
    const platforms = Array.from({ length: 20_000 }, (_, at) => ({
      id: `p${at}`,
      family: 'Example',
      version: `Example product of some length, edition ${at}`,
      variant: null,
      label: { en: `Example ${at}` },
      kind: 'client',
      supportEndsOn: null,
    }))
    const documents = [month, platforms.map((platform) => JSON.stringify(platform)).join('\n'), '<no', '{}', '']
    const read = start()
    for (const document of documents) {
      const here = await readSafely(bytes(document), whole)
      expect(await read(bytes(document), whole)).toEqual(here)
    }
  })

  it('are refused where they take too long', async () => {
    const read = start({ milliseconds: 1 })
    expect((await read(bytes(greedy), whole)).problems).toEqual([
      { place: 'document', rule: null, message: 'takes longer than 0.001 s to read' },
    ])
  })

  it('are refused where they take too much memory, and those that wait are read by the next process', async () => {
    const read = start({ mebibytes: 64 })
    const [first, second] = await Promise.all([read(bytes(greedy), whole), read(bytes('<no'), whole)])
    expect(first.problems).toEqual([
      { place: 'document', rule: null, message: 'takes more than 64 MiB of memory to read' },
    ])
    expect(second.problems[0]?.place).toBe('line 1, column 4')
  })

  it('are stopped with the server, those that wait too', async () => {
    const read = start()
    const waiting = [read(bytes(greedy), whole), read(bytes(month), whole)]
    await read.stop()
    const outcomes = await Promise.allSettled(waiting)
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('may be lists, whose bytes stay', async () => {
    const list = bytes(JSON.stringify({ value: [{ CvrfUrl: 'https://a.example/may' }] }))
    const read = start()
    expect((await read.list(list, 'https://a.example/'))?.documents.map(({ url }) => url)).toEqual([
      'https://a.example/may',
    ])
    expect(list.length).toBeGreaterThan(0)
    expect(await read.list(bytes(month), 'https://a.example/')).toBeNull()
  })
})
