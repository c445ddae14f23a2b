import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../../src/domain/revisions/canonical.ts'
import { importMsrcCvrf } from '../../../src/feeds/msrc-cvrf/import.ts'
import { readContent } from '../../../src/server/content.ts'
import { sqliteStore } from '../../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { advisory } from '../../feeds/advisory.ts'
import { cvrf, type Month } from '../../feeds/cvrf.ts'
import { loopback } from '../../support/loopback.ts'
import { run } from '../../support/server-process.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'
import { replacedBulletins } from '../../support/versions.ts'
import { hasRealDocuments, realFiles } from '../../support/real-documents.ts'

const kept = putAwayAfterEach()
const { freshDirectory, keep } = kept

const may: Month = {
  id: '2026-May',
  published: '2026-05-12',
  products: { a: 'Windows Server 2025' },
  flaws: [
    { cve: 'CVE-2026-1000', severities: { a: 'Important' }, remediations: [{ label: '5079473', products: ['a'] }] },
  ],
}
const [firstFlaw] = may.flaws
if (firstFlaw === undefined) throw new Error('a flaw is needed')
const mayRevised: Month = {
  ...may,
  updated: '2026-05-20',
  flaws: [{ ...firstFlaw, severities: { a: 'Critical' }, revisions: ['2026-05-20'] }],
}
const june: Month = {
  ...may,
  id: '2026-Jun',
  published: '2026-06-09',
  flaws: [{ cve: 'CVE-2026-2000', severities: { a: 'Low' }, remediations: [{ label: '5079473', products: ['a'] }] }],
}

describe.each(engines(kept))('what is brought into the $name store', ({ make }) => {
  const bring = async (store: Store, month: Month) => {
    const [saved] = await store.save(await importMsrcCvrf(cvrf(month)), 'test')
    return [saved?.outcome, saved?.changes.map(({ kind }) => kind)]
  }

  it('is added, and the second time unchanged, without a trace in the history', async () => {
    const store = await make()
    expect(await bring(store, may)).toEqual(['added', ['new']])
    const version = await store.version()
    expect(await bring(store, may)).toEqual(['unchanged', []])
    expect(await store.version()).toBe(version)
    expect(await store.versions('KB5079473')).toHaveLength(1)
    expect((await store.platforms()).map(({ id }) => id)).toEqual(['windows-server-2025.rtm'])
  })

  it('is revised by a newer version, which keeps the older one and says what changed', async () => {
    const store = await make()
    await bring(store, may)
    expect(await bring(store, mayRevised)).toEqual([
      'updated',
      ['severity-up', 'urgency', 'platform-rerated', 'vulnerability-rerated'],
    ])
    const [replaced] = await replacedBulletins(store, 'KB5079473')
    expect([replaced?.bulletin.severity, (await store.versions('KB5079473'))[0]?.changes[0]]).toEqual([
      2,
      { kind: 'severity-up', of: [], from: '2', to: '1' },
    ])
    expect((await store.summaries()).map(({ severity }) => severity)).toEqual([1])
  })

  it('is not taken back by an older version that arrives late', async () => {
    const store = await make()
    await bring(store, mayRevised)
    expect(await bring(store, may)).toEqual(['older', []])
    expect((await store.find('KB5079473'))?.severity).toBe(1)
  })

  it('becomes one bulletin from several months, in whatever order they come', async () => {
    const [forwards, backwards] = [await make(), await make()]
    await bring(forwards, may)
    expect(await bring(forwards, june)).toEqual(['updated', ['vulnerability-added', 'published', 'link']])
    await bring(backwards, june)
    await bring(backwards, may)
    const one = await forwards.find('KB5079473')
    expect(one?.vulnerabilities.map(({ id }) => id)).toEqual(['CVE-2026-1000', 'CVE-2026-2000'])
    expect(one?.source.document).toBe('2026-Jun, 2026-May')
    expect(await backwards.find('KB5079473')).toEqual(one)
    expect(await bring(forwards, may)).toEqual(['unchanged', []])
  })

  it('is raised by the catalogue of exploited vulnerabilities, whichever comes first', async () => {
    const entries = [{ cve: 'CVE-2026-1000', addedOn: '2026-05-15', ransomware: false }]
    const [before, after] = [await make(), await make()]
    await before.saveKnownExploited(entries, 'test')
    await bring(before, may)
    await bring(after, may)
    const raising = await after.saveKnownExploited(entries, 'test')
    expect(raising.saved[0]?.changes.map(({ kind }) => kind)).toContain('exploit-up')
    expect(await after.saveKnownExploited(entries, 'test')).toEqual({ outcome: 'unchanged', entries: 1, saved: [] })
    const raised = await after.find('KB5079473')
    expect([raised?.exploit, raised?.urgency.level]).toEqual(['exploited', 'immediate'])
    expect(await before.find('KB5079473')).toEqual(raised)
    // What the catalogue no longer lists is as it was.
    await after.saveKnownExploited([], 'test')
    expect((await after.find('KB5079473'))?.exploit).toBe('unknown')
  })
})

describe('the commands', () => {
  const linesOf = async (lines: AsyncIterator<string, undefined>) => {
    const all: string[] = []
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) all.push(next.value)
    return all
  }
  const command = async (
    name: 'import' | 'export',
    directory: string,
    given: readonly string[] = [],
    env: Record<string, string> = {},
  ) => {
    const running = run(`src/server/cli/${name}.ts`, { DATA_DIR: directory, ...env }, given)
    const out = await linesOf(running.lines)
    return { out, code: await running.ended, stderr: running.stderr() }
  }

  it('import a folder, say what came of it, and refuse what cannot be read by file and place', async () => {
    const [documents, data] = [await freshDirectory(), await freshDirectory()]
    await writeFile(join(documents, 'may.xml'), cvrf(may))
    await writeFile(join(documents, 'notes.txt'), 'not a document')
    const first = await command('import', data, [documents])
    expect([first.out, first.code]).toEqual([['1 added'], 0])
    await writeFile(join(documents, 'bad.xml'), '<html></html>')
    const second = await command('import', data, [documents])
    expect([second.out, second.code]).toEqual([['1 unchanged, 1 document refused'], 1])
    expect(second.stderr).toContain(`${join(documents, 'bad.xml')}: document: is a web page: `)
  })

  it('take what is good of a folder of broken documents, and name each of the others', async () => {
    const documents = await freshDirectory()
    const deep = advisory()
    deep.document.notes = [{ category: 'summary', text: '<div>'.repeat(50_000) }]
    const broken: Record<string, string | Uint8Array> = {
      'cut.xml': cvrf(may).slice(0, 2000),
      'cut.json': JSON.stringify(advisory()).slice(0, 500),
      'doctype.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      'bytes.xml': new Uint8Array([0x3c, 0xff, 0xfe, 0x00, 0x3e]),
      'nested.json': '['.repeat(100_000),
      'number.json': '1',
      'other.json': '{"a":1}',
      'bulletin.jsonl': '{"id":"KB1"}',
    }
    for (const [name, content] of Object.entries(broken)) await writeFile(join(documents, name), content)
    await writeFile(join(documents, 'a-deep.json'), JSON.stringify(deep))
    await writeFile(join(documents, 'z-may.xml'), cvrf(may))
    const { out, code } = await command('import', await freshDirectory(), ['--json', documents])
    const report = JSON.parse(out.join('\n')) as { documents: { document: string; problems: unknown[] }[] }
    const refused = report.documents.filter(({ problems }) => problems.length > 0)
    expect(refused.map(({ document }) => basename(document)).toSorted()).toEqual(Object.keys(broken).toSorted())
    expect([report, code]).toMatchObject([{ added: 2, refused: Object.keys(broken).length }, 1])
  })

  it('read what has no ending, name what they pass over, go on after what is not there, and tell all that as JSON', async () => {
    const [documents, data] = [await freshDirectory(), await freshDirectory()]
    await writeFile(join(documents, '2026-May'), cvrf(may))
    await writeFile(join(documents, 'README'), 'Documents of May')
    await writeFile(join(documents, 'may.csv'), 'a,b')
    const gone = join(documents, 'gone.xml')
    const { out, code } = await command('import', data, ['--json', gone, documents])
    expect(code).toBe(1)
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      added: 1,
      refused: 1,
      documents: [
        { document: gone, problems: [{ place: 'document' }] },
        { document: join(documents, '2026-May'), kind: 'msrc-cvrf', problems: [] },
      ],
      passedOver: [
        { document: join(documents, 'README'), reason: 'begins as neither XML nor JSON does' },
        { document: join(documents, 'may.csv'), reason: 'is a table, and no list of EPSS' },
      ],
    })
  })

  it('say that nothing was found where no file of a folder is one to read', async () => {
    const documents = await freshDirectory()
    await writeFile(join(documents, 'notes.csv'), 'a,b')
    const { out, code, stderr } = await command('import', await freshDirectory(), [documents])
    expect([out, code]).toEqual([['no document was found'], 1])
    expect(stderr).toContain(`${join(documents, 'notes.csv')}: passed over: `)
  })

  it('import what stands at an address, where that machine is allowed to be asked', async () => {
    const server = await loopback()
    server.serve('/list', JSON.stringify({ value: [{ CvrfUrl: `${server.origin}/may` }, { CvrfUrl: '/gone' }] }))
    server.serve('/may', cvrf(may))
    const data = await freshDirectory()
    const refused = await command('import', data, [`${server.origin}/list`])
    expect([refused.out, refused.code]).toEqual([['nothing new, 1 document refused'], 1])
    expect(refused.stderr).toContain('only https is fetched from the internet')
    const taken = await command('import', data, [`${server.origin}/list`], { ALLOW_PRIVATE_HOSTS: server.origin })
    await server.close()
    expect([taken.out, taken.code]).toEqual([['1 added, 1 document refused'], 1])
    expect(taken.stderr).toContain('/gone: document: ')
  })

  it('say how they are used, where nothing is given', async () => {
    const { code, stderr } = await command('import', await freshDirectory())
    expect([code, stderr]).toEqual([2, expect.stringContaining('npm run import -- ')])
  })

  it('export everything so that another directory becomes the same by importing it', async () => {
    const [data, other, folder] = [await freshDirectory(), await freshDirectory(), await freshDirectory()]
    await writeFile(join(folder, 'may.xml'), cvrf(may))
    await command('import', data, [folder])
    const { out } = await command('export', data)
    const file = join(folder, 'all.jsonl')
    await writeFile(file, out.join('\n'))
    await command('import', other, [file])
    expect((await command('export', other)).out).toEqual(out)
    expect(out).toHaveLength((await readContent()).bulletins.length + (await readContent()).platforms.length + 2)
  })
})

describe.skipIf(!hasRealDocuments)('the real documents', { timeout: 120_000 }, () => {
  it('are all unchanged the second time', async () => {
    const store = keep(await sqliteStore(await freshDirectory()))
    const months = await Promise.all(realFiles('msrc-cvrf').map(async (file) => importMsrcCvrf(await readFile(file))))
    const outcomes = async () => {
      const saved = []
      for (const month of months) saved.push(...(await store.save(month, 'test')))
      return saved.map(({ outcome }) => outcome)
    }
    expect(new Set(await outcomes())).toEqual(new Set(['added']))
    const before = await Array.fromAsync(store.bulletins(), canonical)
    expect(new Set(await outcomes())).toEqual(new Set(['unchanged']))
    expect(await Array.fromAsync(store.bulletins(), canonical)).toEqual(before)
    expect(before.length).toBeGreaterThan(300)
  })
})
