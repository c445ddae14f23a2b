import { beforeAll, describe, expect, it } from 'vitest'
import type { Bulletin } from '../../src/contract/bulletin.ts'
import { VulnerabilityTable, type RatedVulnerability } from '../../src/contract/vulnerability.ts'
import { VulnerabilityRecord } from '../../src/contract/vulnerability-record.ts'
import { openTable, rowAt } from '../../src/domain/table/open.ts'
import { buildApp } from '../../src/server/app.ts'
import { importDocument } from '../../src/server/imports/import-document.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'
import { cveRecord, ofCisa, ssvc } from '../feeds/cve-record-parts.ts'
import { listing } from '../support/listing.ts'
import { problemOf } from '../support/problem.ts'

const cve = 'CVE-2031-1000'
const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'

/** A fix of a month, of which the publisher says that attacks are unlikely. */
const fix = (id: string, platform: string, publishedOn: string): Bulletin => {
  const made = listing(id, [cve], platform)
  return {
    ...made,
    publishedOn,
    kb: [id.slice(2)],
    packages: [{ name: `${id}.msu`, platforms: [platform], files: [], fixedBuild: '10.0.1' }],
    vulnerabilities: made.vulnerabilities.map((flaw) => ({
      ...flaw,
      exploit: 'unknown',
      exploitability: { latest: 'unlikely' },
      cvss: { version: '3.1', vector, score: 9.8 },
      faq: { en: 'Is it bad?' },
    })),
    source: { kind: 'msrc-cvrf', document: '2031-Mar', retrievedAt: null },
  }
}

const kev = {
  catalogVersion: '2031.03.20',
  vulnerabilities: [
    { cveID: cve, dateAdded: '2031-03-20', dueDate: '2031-04-03', knownRansomwareCampaignUse: 'Known' },
    { cveID: 'CVE-2031-7777', dateAdded: '2031-03-20' },
  ],
}

let store: Store
const bring = (text: string) =>
  importDocument(store, { name: 'a file', bytes: new TextEncoder().encode(text) }, { keepGoing: false })
let app: ReturnType<typeof buildApp>
let get: (key: string) => Promise<Response>

beforeAll(async () => {
  store = await storeInMemory()
  app = buildApp({ store })
  get = async (key) => app.request(`/api/vulnerabilities/${encodeURIComponent(key)}`)
  const document = { key: 'msrc-cvrf 2031-Mar', order: [{ moment: '2031-03-11' }] }
  const fixes = [fix('KB50010', 'windows-11.24h2', '2031-03-11'), fix('KB50020', 'windows-server-2025', '2031-03-12')]
  await store.save({ document, platforms: [], bulletins: fixes }, 'Ito')
  await store.save({ platforms: [], bulletins: [listing('EX-1', ['a flaw'])] }, 'Ito')
  await bring(JSON.stringify(kev))
  await bring(`#model_version:v1,score_date:2031-03-21T12:00:00Z\ncve,epss,percentile\n${cve},0.31,0.97\n`)
  await bring(JSON.stringify(cveRecord({ adp: [ofCisa([ssvc('poc', 'yes', 'total')])] })))
})

const recordOf = async (key: string) => VulnerabilityRecord.parse(await (await get(key)).json())

describe('a vulnerability', () => {
  it('is one, whichever bulletins fix it, with the fix of each platform', async () => {
    const { key, ids, bulletins, ratings, fixes, texts, severity, reach } = await recordOf(cve)
    expect({ key, ids, severity, reach }).toEqual({
      key: cve,
      ids: [cve],
      severity: 2,
      reach: ['wormable', 'no-privileges', 'no-click'],
    })
    expect(bulletins).toMatchObject([
      { id: 'KB50020', triage: { status: 'new' } },
      { id: 'KB50010', triage: { status: 'new' } },
    ])
    expect(ratings).toEqual([
      { platform: 'windows-server-2025', rating: 2, bulletins: ['KB50020'] },
      { platform: 'windows-11.24h2', rating: 2, bulletins: ['KB50010'] },
    ])
    expect(fixes).toMatchObject([
      { platform: 'windows-server-2025', bulletin: 'KB50020', kb: ['50020'], packages: [{ fixedBuild: '10.0.1' }] },
      { platform: 'windows-11.24h2', bulletin: 'KB50010' },
    ])
    expect(texts).toEqual([{ kind: 'faq', text: { en: 'Is it bad?' }, bulletins: ['KB50020', 'KB50010'] }])
  })

  it('is exploited in the list of all, too, as soon as a catalogue says so', async () => {
    const list = async () => {
      const reply: unknown = await (await app.request('/api/vulnerabilities')).json()
      const table = openTable<RatedVulnerability>(VulnerabilityTable.parse(reply))
      const rows = Array.from({ length: table.rows }, (_, row) => rowAt(table, row))
      return rows.map(({ bulletin, reasons }) => [bulletin, reasons])
    }
    expect(await list()).toEqual([
      ['EX-1', []],
      ['KB50010', ['exploited', 'cvss']],
      ['KB50020', ['exploited', 'cvss']],
    ])
    await bring(JSON.stringify(cveRecord({ cve: 'CVE-2031-2000', adp: [ofCisa([ssvc('active', 'no', 'partial')])] })))
    await store.save({ platforms: [], bulletins: [listing('EX-2', ['CVE-2031-2000'])] }, 'Ito')
    expect(await list()).toContainEqual(['EX-2', ['exploited']])
  })

  it('tells who says what since when, also where they contradict each other', async () => {
    const { statements } = await recordOf(cve)
    const exploited = statements.filter(({ fact }) => fact === 'exploited')
    expect(exploited).toMatchObject([
      { value: 'not-detected', source: { kind: 'msrc-cvrf', name: '2031-Mar', publisher: 'Microsoft' } },
      { value: 'exploited', source: { kind: 'kev', publisher: 'CISA' }, since: '2031-03-20' },
      { value: 'proof-of-concept', source: { kind: 'vulnrichment', name: cve }, since: '2031-02-02' },
    ])
    expect(exploited[0]?.source.bulletins.toSorted()).toEqual(['KB50010', 'KB50020'])
    const valueOf = (wanted: string) => statements.find(({ fact }) => fact === wanted)?.value
    expect(['ransomware', 'act-by', 'epss', 'automatable', 'technical-impact'].map(valueOf)).toEqual([
      'yes',
      '2031-04-03',
      '0.31',
      'yes',
      'total',
    ])
  })

  it('has every score once for each document, with what the vector says', async () => {
    const { scores } = await recordOf(cve)
    expect(scores).toMatchObject([
      { vector, score: 9.8, source: { name: '2031-Mar' }, reading: { from: 'network', privileges: 'none' } },
    ])
  })

  it.each(['cve-2031-1000', ' CAN-2031-1000 '])('is found as "%s", too', async (written) => {
    expect((await recordOf(written)).key).toBe(cve)
  })

  it('is found in no bulletin, where a catalogue knows it', async () => {
    expect(await recordOf('CVE-2031-7777')).toMatchObject({
      bulletins: [],
      title: null,
      signals: { kev: { addedOn: '2031-03-20' } },
      statements: [{ fact: 'exploited', value: 'exploited', since: '2031-03-20' }],
    })
  })

  it('without a CVE goes by its bulletin and its own id', async () => {
    expect(await recordOf('EX-1~a flaw')).toMatchObject({ key: 'EX-1~a flaw', cve: null, bulletins: [{ id: 'EX-1' }] })
  })

  it.each([
    ['CVE-2031-9999', 'no catalogue'],
    ['EX-1~another', 'no bulletin on file'],
    ['nonsense', 'expected a CVE such as'],
  ])('that nobody knows is not there, and the answer says what to ask for: %s', async (key, words) => {
    const answer = await get(key)
    expect(answer.status).toBe(404)
    expect((await problemOf(answer)).message).toContain(words)
  })

  it('keeps what its publisher alone says apart from the catalogue, in the rows of the index', async () => {
    const row = (await store.summaries()).find(({ id }) => id === 'KB50010')
    expect([row?.exploit, row?.isExploited]).toEqual(['exploited', undefined])
  })

  it('is listed by the filter that finds its alerts, and of what is exploited without what is not', async () => {
    await store.save({ platforms: [], bulletins: [listing('EX-3', [cve, 'another flaw'])] }, 'Ito')
    const list = async (query: string) => {
      const reply: unknown = await (await app.request(`/api/vulnerabilities?${query}`)).json()
      const table = openTable<RatedVulnerability>(VulnerabilityTable.parse(reply))
      return Array.from({ length: table.rows }, (_, row) => `${rowAt(table, row).bulletin} ${rowAt(table, row).id}`)
    }
    expect(await list('q=EX-3')).toEqual(['EX-3 CVE-2031-1000', 'EX-3 another flaw'])
    expect(await list('exploit=exploited&platform=windows-server-2025')).toEqual(['KB50020 CVE-2031-1000'])
    expect(await list(`q=${cve}`)).toEqual(['EX-3', 'KB50010', 'KB50020'].map((bulletin) => `${bulletin} ${cve}`))
    expect(await list(`q=${cve}&limit=1&after=${encodeURIComponent(`KB50010/${cve}`)}`)).toEqual([`KB50020 ${cve}`])
    expect((await app.request('/api/vulnerabilities?exploit=perhaps')).status).toBe(400)
  })
})
