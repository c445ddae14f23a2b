import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import { importCveRecords } from '../../../src/feeds/cve-record/import.ts'
import { importEpss } from '../../../src/feeds/epss/import.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { cveRecord, ofCisa, ssvc } from '../../feeds/cve-record-parts.ts'
import { listing } from '../../support/listing.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()

const bytesOf = (text: string) => new TextEncoder().encode(text)
const from = (source: string | null) => ({ name: 'a list', source, by: 'person' as const })

type Scores = Record<string, number>

/** Brings in the EPSS list of a day; null for a list that names none. */
async function epss(
  store: Store,
  on: string | null,
  scores: Scores,
  { model = 'v1', source = null as string | null } = {},
) {
  const lines = Object.entries(scores).map(([cve, score]) =>
    on === null ? `${cve};${score};0.5` : `${cve},${score},0.5`,
  )
  const head = on === null ? [] : [`#model_version:${model},score_date:${on}T12:00:00Z`, 'cve,epss,percentile']
  const { document, list, blocks } = importEpss(bytesOf([...head, ...lines].join('\n')))
  if (document === null || list === null) throw new Error('the list is refused')
  return store.signals.saveEpss({ document, list, blocks }, 'Ito', from(source))
}

const records = (store: Store, ...given: object[]) =>
  store.signals.saveCveRecords(importCveRecords(bytesOf(JSON.stringify(given))).records, 'Ito', from(null))

const [a, b] = ['CVE-2031-1000', 'CVE-2031-2000']
const scoreOf = async (store: Store, cve: string) => (await store.signals.forCves([cve])).get(cve)?.epss?.score
const exploitationOf = async (store: Store, cve: string) =>
  (await store.signals.forCves([cve])).get(cve)?.record?.ssvc?.exploitation
const undo = async (store: Store) => store.imports.undo((await store.imports.list(1))[0]?.id ?? 0, 'Sato')
const bulletins = (store: Store, ...given: Bulletin[]) => store.save({ platforms: [], bulletins: given }, 'Ito')
const fix = (id: string, cve: string): Bulletin => {
  const made = listing(id, ['A'])
  return { ...made, vulnerabilities: made.vulnerabilities.map((flaw) => ({ ...flaw, id: cve, cve })) }
}

describe.each(engines(kept))('the list of EPSS in the $name store', ({ make }) => {
  it('is kept whether or not a bulletin is about its CVEs, and replaced by that of a later day', async () => {
    const store = await make()
    const before = await store.signals.version()
    expect(await epss(store, '2031-03-01', { [a]: 0.01, [b]: 0.5 })).toEqual({
      outcome: 'stored',
      entries: 2,
      saved: [],
    })
    expect((await store.signals.forCves([a, 'CVE-2031-9999'])).get(a)?.epss).toEqual({
      score: 0.01,
      percentile: 0.5,
      on: '2031-03-01',
      model: 'v1',
    })
    expect(await store.signals.version()).toBeGreaterThan(before)
    expect(await epss(store, '2031-03-02', { [a]: 0.02 })).toMatchObject({ outcome: 'stored', entries: 1 })
    expect([await scoreOf(store, a), await scoreOf(store, b)]).toEqual([0.02, undefined])
  })

  it('changes nothing where it is older, of no day, or the same', async () => {
    const store = await make()
    await epss(store, '2031-03-02', { [a]: 0.02 })
    const version = await store.signals.version()
    expect(await epss(store, '2031-03-01', { [a]: 0.9 })).toMatchObject({ outcome: 'older' })
    expect(await epss(store, null, { [a]: 0.9 })).toMatchObject({ outcome: 'older' })
    expect(await epss(store, '2031-03-02', { [a]: 0.02 })).toMatchObject({ outcome: 'unchanged' })
    expect([await scoreOf(store, a), await store.signals.version()]).toEqual([0.02, version])
  })

  it('of no day counts while there is no other, each year by itself', async () => {
    const store = await make()
    await epss(store, null, { 'CVE-2017-1000': 0.1 })
    await epss(store, null, { 'CVE-2018-1000': 0.2 })
    expect([await scoreOf(store, 'CVE-2017-1000'), await scoreOf(store, 'CVE-2018-1000')]).toEqual([0.1, 0.2])
    await epss(store, '2031-03-02', { 'CVE-2017-1000': 0.3 })
    expect([await scoreOf(store, 'CVE-2017-1000'), await scoreOf(store, 'CVE-2018-1000')]).toEqual([0.3, undefined])
  })

  it('can be taken back to the one before', async () => {
    const store = await make()
    await epss(store, '2031-03-01', { [a]: 0.01 })
    await epss(store, '2031-03-02', { [a]: 0.02 })
    await epss(store, '2031-03-03', { [a]: 0.03 })
    expect(await undo(store)).toBe('done')
    expect(await scoreOf(store, a)).toBe(0.02)
    await epss(store, '2031-03-03', { [a]: 0.04 })
    expect(await scoreOf(store, a)).toBe(0.04)
  })

  it('goes with the source that has brought it', async () => {
    const store = await make()
    await epss(store, '2031-03-01', { [a]: 0.01 }, { source: 'epss' })
    expect(await store.imports.countOf('epss')).toMatchObject({ bulletins: 0, entries: 1 })
    await store.imports.removeDocuments('epss', 'Sato')
    expect(await scoreOf(store, a)).toBeUndefined()
  })

  it('makes a change of each bulletin whose CVE has risen over the threshold', async () => {
    const store = await make()
    await bulletins(store, fix('KB1', a), fix('KB2', b))
    expect((await epss(store, '2031-03-01', { [a]: 0.05, [b]: 0.2 })).saved).toEqual([])
    const { saved } = await epss(store, '2031-03-02', { [a]: 0.31, [b]: 0.9 })
    const change = { kind: 'epss-up', of: [a], from: '0.05', to: '0.31', on: '2031-03-02' }
    expect(saved).toEqual([{ id: 'KB1', outcome: 'updated', changes: [change] }])
    expect((await store.events.of('KB1')).at(-1)).toMatchObject({
      what: 'noted',
      detail: { changes: [change], document: { kind: 'epss', name: '2031-03-02' } },
    })
    expect(await store.versions('KB1')).toHaveLength(1)
    expect((await epss(store, '2031-03-03', { [a]: 0.4, [b]: 0.9 })).saved).toEqual([])
  })

  it('makes no change of anything where another model rates it', async () => {
    const store = await make()
    await bulletins(store, fix('KB1', a))
    await epss(store, '2031-03-01', { [a]: 0.05 })
    expect((await epss(store, '2031-03-02', { [a]: 0.9 }, { model: 'v2' })).saved).toEqual([])
  })
})

describe.each(engines(kept))('CVE records in the $name store', ({ make }) => {
  const judged = (exploitation: string, updated: string, cve = a) =>
    cveRecord({
      cve,
      updated,
      adp: [{ ...ofCisa([ssvc(exploitation, 'no', 'total')]), providerMetadata: { shortName: 'CISA-ADP' } }],
    })

  it('are kept, the newest of each CVE', async () => {
    const store = await make()
    expect(await records(store, judged('none', '2031-03-01'), judged('poc', '2031-03-01', b))).toMatchObject({
      outcome: 'stored',
      entries: 2,
    })
    expect(await records(store, judged('active', '2031-03-02'))).toMatchObject({ outcome: 'stored', entries: 1 })
    expect(await records(store, judged('none', '2031-03-01'))).toMatchObject({ outcome: 'older' })
    expect(await records(store, judged('active', '2031-03-02'))).toMatchObject({ outcome: 'unchanged' })
    expect([await exploitationOf(store, a), await exploitationOf(store, b)]).toEqual(['active', 'poc'])
  })

  it('say nothing while their number is taken back', async () => {
    const store = await make()
    const given = judged('active', '2031-03-01')
    await records(store, given)
    await records(store, {
      ...given,
      cveMetadata: { ...given.cveMetadata, state: 'REJECTED', dateRejected: '2031-03-02T00:00:00' },
    })
    expect(await exploitationOf(store, a)).toBeUndefined()
    await records(store, judged('active', '2031-03-03'))
    expect(await exploitationOf(store, a)).toBe('active')
  })

  it('can be taken back, also after another one came in', async () => {
    const store = await make()
    await records(store, judged('none', '2031-03-01'))
    await records(store, judged('active', '2031-03-02'))
    const [, first] = await store.imports.list(2)
    expect(first?.canBeUndone).toBe(false)
    await records(store, judged('poc', '2031-03-02', b))
    const [, second] = await store.imports.list(3)
    expect(await store.imports.undo(second?.id ?? 0, 'Sato')).toBe('done')
    expect([await exploitationOf(store, a), await exploitationOf(store, b)]).toEqual(['none', 'poc'])
  })
})

describe.each(engines(kept))('the list of exploited vulnerabilities in the $name store', ({ make }) => {
  const kev = (store: Store, version: string, ...cves: string[]) =>
    store.saveKnownExploited(
      cves.map((cve) => ({ cve, addedOn: version, ransomware: true })),
      'Ito',
      { document: { key: 'kev', order: [{ version }] } },
    )
  const stateOf = async (store: Store) => {
    const listed = (await store.signals.forCves([a])).get(a)?.kev
    return [listed?.addedOn, (await store.find('KB1'))?.exploit]
  }

  it.each([
    ['before', true],
    ['after', false],
  ])(
    'counts as it is now, where it comes %s the bulletin: older, without the CVE, and with it again',
    async (_, isFirst) => {
      const store = await make()
      if (!isFirst) await bulletins(store, fix('KB1', a))
      await kev(store, '2031-03-02', a)
      if (isFirst) await bulletins(store, fix('KB1', a))
      expect(await stateOf(store)).toEqual(['2031-03-02', 'exploited'])
      expect(await kev(store, '2031-03-01')).toMatchObject({ outcome: 'older' })
      expect(await stateOf(store)).toEqual(['2031-03-02', 'exploited'])
      await kev(store, '2031-03-03', b)
      expect(await stateOf(store)).toEqual([undefined, 'unknown'])
      await kev(store, '2031-03-04', a, b)
      expect(await stateOf(store)).toEqual(['2031-03-04', 'exploited'])
    },
  )
})
