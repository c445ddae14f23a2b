import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import type { Platform } from '../../../src/contract/platform.ts'
import { withRecorded } from '../../../src/domain/lab/recorded.ts'
import type { DocumentVersion } from '../../../src/domain/revisions/document-version.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { listing } from '../../support/listing.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'
import { replacedBulletins } from '../../support/versions.ts'

const kept = putAwayAfterEach()

const month = (at: string, key = 'msrc-cvrf 2031-Mar'): DocumentVersion => ({ key, order: [{ moment: at }] })
const advisory = (host: string, id: string, version: string): DocumentVersion => ({
  key: `csaf https://${host} ${id}`,
  order: [{ version }, { moment: '2031-03-11T08:00:00Z' }],
})

/** A bulletin of a month that lists these vulnerabilities. */
const fix = (id: string, flaws: string[], more: Partial<Bulletin> = {}): Bulletin => ({
  ...listing(id, flaws),
  source: { kind: 'msrc-cvrf', document: '2031-Mar', retrievedAt: null },
  ...more,
})
const csaf = (host: string, id: string, title: string, more: Partial<Bulletin> = {}): Bulletin => ({
  ...listing(id, ['CVE-2031-0001']),
  title: { en: title },
  revision: '1',
  source: {
    kind: 'csaf',
    document: `${host} ${id}`,
    retrievedAt: null,
    namespace: `https://${host}`,
    trackingId: id,
  },
  ...more,
})

const save = (store: Store, document: DocumentVersion | null, bulletins: Bulletin[], platforms: Platform[] = []) =>
  store.save({ document, platforms, bulletins }, 'test', { name: 'a file', source: null, by: 'person' })
const outcomes = async (...given: Parameters<typeof save>) =>
  Object.fromEntries((await save(...given)).map(({ id, outcome }) => [id, outcome]))
const flawsOf = async (store: Store, id: string) => (await store.find(id))?.vulnerabilities.map((flaw) => flaw.id)
const happened = async (store: Store, id: string) => (await store.events.of(id)).map(({ what }) => what)

describe.each(engines(kept))('a document in the $name store', ({ make }) => {
  it('is older as a whole where a newer version is on file, and changes nothing then', async () => {
    const store = await make()
    await save(store, month('2031-03-20'), [fix('KB1', ['A']), fix('KB2', ['B'])])
    const before = await store.version()
    // Whatever the days of its bulletins say.
    const late = fix('KB1', ['A', 'C'], { updatedOn: '2031-04-01' })
    expect(await outcomes(store, month('2031-03-13'), [late, fix('KB3', ['D'])])).toEqual({
      KB1: 'older',
      KB3: 'older',
    })
    expect(await flawsOf(store, 'KB1')).toEqual(['A'])
    expect(await store.find('KB3')).toBeNull()
    expect(await store.version()).toBe(before)
    expect(await outcomes(store, month('2031-03-27'), [late, fix('KB2', ['B'])])).toEqual({
      KB1: 'updated',
      KB2: 'unchanged',
    })
  })

  it('counts where it comes later under the same version with other content, and the history says so', async () => {
    const store = await make()
    await save(store, month('2031-03-20'), [fix('KB1', ['A'])])
    expect(await outcomes(store, month('2031-03-20'), [fix('KB1', ['A', 'B'])])).toEqual({ KB1: 'updated' })
    const document = { kind: 'msrc-cvrf', name: '2031-Mar' }
    expect((await store.events.of('KB1')).map(({ detail }) => detail)).toEqual([
      { changes: [{ kind: 'new', of: [] }], document, by: 'person' },
      { changes: [{ kind: 'vulnerability-added', of: ['B'] }], document, by: 'person', because: 'same-version' },
    ])
  })

  it('withdraws what it lists no more: of a bulletin without another document its name stays, and its history', async () => {
    const store = await make()
    await save(store, month('2031-03-11'), [fix('KB1', ['A']), fix('KB2', ['B'])])
    await save(store, month('2031-04-08', 'msrc-cvrf 2031-Apr'), [
      fix('KB2', ['C'], { source: { kind: 'msrc-cvrf', document: '2031-Apr', retrievedAt: null } }),
    ])
    await store.events.addComment('KB1', 'Is it gone?', 'Sato')
    expect(await outcomes(store, month('2031-03-20'), [])).toEqual({ KB1: 'withdrawn', KB2: 'withdrawn' })

    const gone = await store.find('KB1')
    expect(gone).toMatchObject({ severity: null, vulnerabilities: [], platforms: [], source: { status: 'withdrawn' } })
    expect(gone?.urgency.why.en).toMatch(/^Withdrawn/)
    expect((await store.summaries()).find(({ id }) => id === 'KB1')).toMatchObject({ vulnerabilities: [] })
    expect((await replacedBulletins(store, 'KB1'))[0]?.bulletin.vulnerabilities).toHaveLength(1)
    expect(await happened(store, 'KB1')).toEqual(['added', 'said', 'withdrawn'])
    // April still lists it.
    expect(await flawsOf(store, 'KB2')).toEqual(['C'])
    expect(await happened(store, 'KB2')).toEqual(['added', 'updated', 'updated'])

    expect(await outcomes(store, month('2031-03-27'), [fix('KB1', ['A'])])).toEqual({ KB1: 'updated' })
    expect((await store.find('KB1'))?.source.status).toBeUndefined()
    expect(await flawsOf(store, 'KB1')).toEqual(['A'])
  })

  it('puts what it lists into its release, and takes it out again', async () => {
    const store = await make()
    const april = { kind: 'msrc-cvrf', document: '2031-Apr', retrievedAt: null } as const
    const releases = async () =>
      Object.fromEntries((await store.summaries()).map((summary) => [summary.id, summary.releases]))
    await save(store, month('2031-03-11'), [fix('KB1', ['A']), fix('KB2', ['B'])])
    const before = await store.version()
    await save(store, month('2031-04-08', 'msrc-cvrf 2031-Apr'), [fix('KB1', ['A'], { source: april })])
    expect(await releases()).toEqual({ KB1: ['2031-03', '2031-04'], KB2: ['2031-03'] })
    expect(await store.version()).toBeGreaterThan(before)
    await save(store, month('2031-03-20'), [])
    expect(await releases()).toEqual({ KB1: ['2031-04'], KB2: [] })
    const [latest] = await store.imports.list(1)
    await store.imports.undo(latest?.id ?? 0, 'Sato')
    expect(await releases()).toEqual({ KB1: ['2031-03', '2031-04'], KB2: ['2031-03'] })
  })

  it('makes no version and no event where only dates differ, and is the newer one all the same', async () => {
    const store = await make()
    await save(store, month('2031-03-11'), [fix('KB1', ['A'])])
    const before = await store.version()
    const dated = fix('KB1', ['A'], { updatedOn: '2031-03-20', revision: '2031-03-20' })
    expect(await outcomes(store, month('2031-03-20'), [dated])).toEqual({ KB1: 'unchanged' })
    expect([(await store.versions('KB1')).length, await happened(store, 'KB1')]).toEqual([1, ['added']])
    expect(await store.find('KB1')).toEqual(dated)
    expect((await store.summaries())[0]?.updatedOn).toBe('2031-03-20')
    expect(await store.version()).toBeGreaterThan(before)
    expect(await outcomes(store, month('2031-03-13'), [fix('KB1', ['A'])])).toEqual({ KB1: 'older' })
  })

  it('is known by its publisher: two advisories of one id are two bulletins, whatever comes first', async () => {
    const store = await make()
    await save(store, advisory('alpha.example', 'SA-1', '1'), [csaf('alpha.example', 'SA-1', 'Alpha')])
    const beta = csaf('beta.example', 'SA-1', 'Beta')
    expect(await outcomes(store, advisory('beta.example', 'SA-1', '1'), [beta])).toEqual({
      'SA-1.beta.example': 'added',
    })
    expect(
      await outcomes(store, advisory('beta.example', 'SA-1', '2'), [{ ...beta, title: { en: 'Beta 2' } }]),
    ).toEqual({ 'SA-1.beta.example': 'updated' })
    expect(await outcomes(store, advisory('beta.example', 'SA-1', '1.9'), [beta])).toEqual({
      'SA-1.beta.example': 'older',
    })
    expect((await store.summaries()).map(({ id, title }) => [id, title.en])).toEqual([
      ['SA-1', 'Alpha'],
      ['SA-1.beta.example', 'Beta 2'],
    ])
    // A month that has a fix of that name does not mix with it either.
    expect(await outcomes(store, month('2031-03-11'), [fix('SA-1', ['A'])])).toEqual({ 'SA-1.msrc-cvrf': 'added' })
  })

  it('finds the advisory that it was before its namespace was kept, also where two had become one', async () => {
    const store = await make()
    const { source, ...rest } = csaf('Alpha', 'SA-1', 'Alpha')
    const former = (publisher: string): Bulletin => ({
      ...rest,
      title: { en: publisher },
      source: { kind: 'csaf', document: `${publisher} SA-1`, retrievedAt: null },
    })
    await save(store, null, [former('Alpha')])
    await save(store, null, [former('Beta')])
    await store.events.addComment('SA-1', 'We use this.', 'Sato')
    const now = (name: string): Bulletin => ({
      ...rest,
      title: { en: `${name} 2` },
      source: { ...source, document: `${name} SA-1`, namespace: `https://${name.toLowerCase()}.example` },
    })
    const alpha = await outcomes(store, advisory('alpha.example', 'SA-1', '2'), [now('Alpha')])
    const other = Object.keys(alpha).find((id) => id !== 'SA-1') ?? ''
    expect(alpha).toEqual({ 'SA-1': 'updated', [other]: 'added' })
    expect((await store.find(other))?.title.en).toBe('Beta')
    expect(await outcomes(store, advisory('beta.example', 'SA-1', '2'), [now('Beta')])).toEqual({ [other]: 'updated' })
    expect((await store.summaries()).map(({ title }) => title.en)).toEqual(['Alpha 2', 'Beta 2'])
    expect(await happened(store, 'SA-1')).toContain('said')
  })

  it('is judged by what it said, where its version was not kept', async () => {
    const store = await make()
    await save(store, null, [fix('KB1', ['A'], { updatedOn: '2031-03-20' })])
    expect(await outcomes(store, month('2031-03-13T08:00:00Z'), [fix('KB1', ['B'])])).toEqual({ KB1: 'older' })
    expect(await outcomes(store, month('2031-03-20T08:00:00Z'), [fix('KB1', ['B'])])).toEqual({ KB1: 'updated' })
  })

  it('brought back in our own shape changes nothing, with what the lab has recorded or without', async () => {
    const store = await make()
    const windows = 'windows-11.24h2'
    await save(store, month('2031-03-11'), [fix('KB1', ['A'])])
    await save(store, month('2031-04-08', 'msrc-cvrf 2031-Apr'), [
      fix('KB1', ['B'], { source: { kind: 'msrc-cvrf', document: '2031-Apr', retrievedAt: null } }),
    ])
    await store.lab.record(
      'KB1',
      {
        edition: 'Windows 11 Pro 24H2',
        platform: windows,
        outcome: 'passed',
        on: '2031-03-12',
        minutes: null,
        restarted: null,
        uninstalled: null,
        note: '',
        knownIssue: null,
        corrects: null,
      },
      'Ito',
    )
    const told = await store.find('KB1')
    if (told === null) throw new Error('it is on file')
    const recorded = withRecorded(told, await store.lab.recorded('KB1'))
    expect(recorded.tests).toHaveLength(1)
    expect(await outcomes(store, null, [told])).toEqual({ KB1: 'unchanged' })
    expect(await outcomes(store, null, [recorded])).toEqual({ KB1: 'unchanged' })
    expect(await outcomes(store, null, [{ ...told, updatedOn: '2031-03-01' }])).toEqual({ KB1: 'older' })
    // Made from both months, it takes the place of what they said.
    const edited = { ...told, updatedOn: '2031-05-01', vulnerabilities: told.vulnerabilities.slice(1) }
    expect(await outcomes(store, null, [edited])).toEqual({ KB1: 'updated' })
    expect(await store.find('KB1')).toEqual(edited)
  })

  it('brings platforms that went by other ids before: what the team has said of those follows', async () => {
    const store = await make()
    const of = (id: string, formerIds: string[] = []): Platform => ({
      id,
      family: id,
      version: null,
      variant: null,
      label: { en: id },
      kind: 'unknown',
      supportEndsOn: null,
      ...(formerIds.length > 0 && { formerIds }),
    })
    const fleet = async () => (await store.fleet.current()).lines.map(({ platform, machines }) => [platform, machines])
    const came = (version: string, platforms: Platform[]) =>
      save(store, advisory('a.example', version, '1'), [csaf('a.example', version, version)], platforms)
    await came('SA-1', [of('edge'), of('pump')])
    const line = { edition: null, machines: 5 }
    await store.fleet.set(
      0,
      [
        { platform: 'edge', ...line },
        { platform: 'pump', ...line },
      ],
      'Ito',
    )
    await came('SA-2', [of('acme-edge.lt-2', ['edge']), of('acme-pump.lt-1', ['pump'])])
    expect(await fleet()).toEqual([
      ['acme-edge.lt-2', 5],
      ['acme-pump.lt-1', 5],
    ])
    // What went by one id turns out to be two; and one that was there already went by another, too.
    await came('SA-3', [of('acme-edge.ge-2', ['edge']), of('acme-pump.lt-1', ['pumpe'])])
    expect(await fleet()).toEqual([
      ['acme-edge', 5],
      ['acme-pump.lt-1', 5],
    ])
    expect((await store.platforms()).find(({ id }) => id === 'acme-pump.lt-1')?.formerIds).toEqual(['pump', 'pumpe'])
  })
})
