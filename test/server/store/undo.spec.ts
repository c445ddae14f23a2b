import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import type { Platform } from '../../../src/contract/platform.ts'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import type { DocumentVersion } from '../../../src/domain/revisions/document-version.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { listing } from '../../support/listing.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()

const month = (at: string, name = '2031-Mar'): DocumentVersion => ({
  key: `msrc-cvrf ${name}`,
  order: [{ moment: at }],
})
const fix = (id: string, flaws: string[], document = '2031-Mar'): Bulletin => ({
  ...listing(id, flaws),
  source: { kind: 'msrc-cvrf', document, retrievedAt: null },
})
const platform = (id: string): Platform => ({
  id,
  family: id,
  version: null,
  variant: null,
  label: { en: id },
  kind: 'unknown',
  supportEndsOn: null,
})
const entry = (cve: string) => ({ cve, addedOn: '2031-03-20', ransomware: false })
const catalogue = (version: string, source: string | null = null) => ({
  document: { key: 'kev', order: [{ version }] },
  origin: { name: 'the catalogue', source, by: 'source' as const },
})

const save = (
  store: Store,
  document: DocumentVersion | null,
  bulletins: Bulletin[],
  { source = null, platforms = [] }: { source?: string | null; platforms?: Platform[] } = {},
) => store.save({ document, platforms, bulletins }, 'Ito', { name: document?.key ?? 'a file', source, by: 'person' })
const flawsOf = async (store: Store, id: string) => (await store.find(id))?.vulnerabilities.map((flaw) => flaw.id)
const idsOf = async (store: Store) => (await store.summaries()).map(({ id }) => id)
const last = async (store: Store) => (await store.imports.list(1))[0]?.id ?? 0
const undo = async (store: Store, id?: number) => store.imports.undo(id ?? (await last(store)), 'Sato')

describe.each(engines(kept))('what has come into the $name store', ({ make }) => {
  it('is listed, the newest first, if it has changed anything', async () => {
    const store = await make(() => new Date('2031-03-12T09:00:00Z'))
    const list = [fix('KB1', ['A']), fix('KB2', ['B'])]
    await save(store, month('2031-03-11'), list)
    await save(store, month('2031-03-11'), list)
    await save(store, month('2031-03-10'), [])
    await save(store, month('2031-03-20'), [fix('KB1', ['A'])], { source: 'msrc' })
    const common = { at: '2031-03-12T09:00:00.000Z', who: 'Ito', name: 'msrc-cvrf 2031-Mar', kind: 'msrc-cvrf' }
    const none = { added: 0, updated: 0, withdrawn: 0, unchanged: 0 }
    expect(await store.imports.list(10)).toMatchObject([
      { ...common, source: 'msrc', counts: { ...none, unchanged: 1, withdrawn: 1 }, canBeUndone: true, undone: null },
      { ...common, source: null, counts: { ...none, added: 2 }, canBeUndone: false, undone: null },
    ])
  })

  it('is taken back: what it added goes, what it replaced and withdrew returns, the last first', async () => {
    const store = await make()
    await save(store, month('2031-03-11'), [fix('KB1', ['A']), fix('KB2', ['B'])])
    const first = await last(store)
    await save(store, month('2031-03-20'), [fix('KB1', ['A', 'C']), fix('KB3', ['D'])])
    expect(await undo(store, first)).toBe('covered')
    const before = await store.version()

    expect(await undo(store)).toBe('done')
    expect(await store.version()).toBeGreaterThan(before)
    expect(await idsOf(store)).toEqual(['KB1', 'KB2'])
    expect([await flawsOf(store, 'KB1'), await flawsOf(store, 'KB2')]).toEqual([['A'], ['B']])
    expect((await store.events.of('KB1')).at(-1)).toMatchObject({
      who: 'Sato',
      what: 'updated',
      detail: { because: 'import-undone' },
    })
    expect(await undo(store)).toBe('undone')
    // Of the document the version before is on file again.
    expect(await save(store, month('2031-03-13'), [fix('KB1', ['A']), fix('KB2', ['B'])])).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'unchanged' },
    ])
    expect(await undo(store)).toBe('done')
    expect(await undo(store, first)).toBe('done')
    expect([await idsOf(store), await undo(store, 12_345)]).toEqual([[], 'missing'])
    expect(await save(store, month('2031-03-01'), [fix('KB1', ['A'])])).toMatchObject([{ outcome: 'added' }])
  })

  it('leaves what the team has recorded: the bulletin stays, as withdrawn', async () => {
    const store = await make()
    await save(store, month('2031-03-11'), [fix('KB1', ['A']), fix('KB2', ['B'])])
    await store.triage.set([{ id: 'KB1', version: 0, ...defaultState, status: 'planned', note: 'next Tuesday' }], 'Ito')
    await undo(store)
    expect(await idsOf(store)).toEqual(['KB1'])
    expect(await store.find('KB1')).toMatchObject({ vulnerabilities: [], source: { status: 'withdrawn' } })
    expect(await store.triage.find('KB1')).toMatchObject({ status: 'planned', note: 'next Tuesday' })
    expect(await save(store, month('2031-03-11'), [fix('KB1', ['A'])])).toMatchObject([{ outcome: 'updated' }])
    // What was there before the import is there after it, too, with what the team has said or without.
    await save(store, month('2031-03-20'), [])
    await save(store, month('2031-03-27'), [fix('KB1', ['A'])])
    await undo(store)
    expect((await store.find('KB1'))?.source.status).toBe('withdrawn')
  })

  it('leaves what other documents say of a bulletin', async () => {
    const store = await make()
    await save(store, month('2031-03-11'), [fix('KB1', ['A'])])
    const march = await last(store)
    await save(store, month('2031-04-08', '2031-Apr'), [fix('KB1', ['B'], '2031-Apr')])
    expect(await undo(store, march)).toBe('done')
    expect(await flawsOf(store, 'KB1')).toEqual(['B'])
    expect(await undo(store)).toBe('done')
    expect(await idsOf(store)).toEqual([])
  })

  it('is taken back where bulletins came in our own shape, unless a later import stands on them', async () => {
    const store = await make()
    await save(store, null, [listing('MS31-001', ['A']), listing('MS31-002', ['B'])])
    const first = await last(store)
    await save(store, null, [listing('MS31-003', ['C'])])
    await save(store, null, [listing('MS31-002', ['B', 'D'])])
    expect((await store.imports.list(3)).map(({ canBeUndone }) => canBeUndone)).toEqual([true, true, false])
    expect(await undo(store)).toBe('done')
    expect(await undo(store, first)).toBe('done')
    expect(await idsOf(store)).toEqual(['MS31-003'])
  })

  it('can be taken back ten versions of a document deep', async () => {
    const store = await make()
    for (let day = 11; day < 23; day++) await save(store, month(`2031-03-${day}`), [fix('KB1', [`A${day}`])])
    for (let day = 21; day > 11; day--) {
      const next = (await store.imports.list(20)).find(({ canBeUndone }) => canBeUndone)
      expect(await undo(store, next?.id)).toBe('done')
      expect(await flawsOf(store, 'KB1')).toEqual([`A${day}`])
    }
    const oldest = (await store.imports.list(20)).findLast(({ undone }) => undone === null)
    expect([oldest?.canBeUndone, await undo(store, oldest?.id)]).toEqual([false, 'too-old'])
  })

  it('takes along the platforms that nothing else names', async () => {
    const store = await make()
    const named = ['of-a-bulletin', 'of-the-fleet', 'of-nobody'].map(platform)
    await save(store, null, [listing('MS31-001', ['A'], 'of-a-bulletin')], { platforms: named })
    await save(store, null, [
      listing('MS31-002', ['A'], 'of-a-bulletin'),
      listing('MS31-003', ['A'], 'of-nobody'),
      listing('MS31-004', ['A'], 'of-the-fleet'),
    ])
    await store.fleet.set(0, [{ platform: 'of-the-fleet', edition: null, machines: 5 }], 'Ito')
    await undo(store)
    expect((await store.platforms()).map(({ id }) => id)).toEqual(['of-a-bulletin', 'of-the-fleet'])
  })

  it('is taken back where it was a catalogue of exploited vulnerabilities', async () => {
    const store = await make()
    await save(store, month('2031-03-11'), [fix('KB1', ['CVE-2031-0001']), fix('KB2', ['CVE-2031-0002'])])
    const listed = async () =>
      (await store.summaries()).filter(({ exploit }) => exploit === 'exploited').map(({ id }) => id)
    await store.saveKnownExploited([entry('CVE-2031-0001')], 'kev', catalogue('2031.03.20'))
    const both = [entry('CVE-2031-0002'), entry('CVE-2031-0001')]
    expect(await store.saveKnownExploited(both, 'kev', catalogue('2031.03.27'))).toMatchObject({
      outcome: 'stored',
      entries: 2,
      saved: [{ id: 'KB2', outcome: 'updated' }],
    })
    expect(await listed()).toEqual(['KB1', 'KB2'])
    expect(await store.saveKnownExploited([], 'kev', catalogue('2031.03.21'))).toEqual({
      outcome: 'older',
      entries: 2,
      saved: [],
    })
    expect(await store.saveKnownExploited(both, 'kev', catalogue('2031.03.27'))).toMatchObject({ outcome: 'unchanged' })
    expect(await undo(store)).toBe('done')
    expect(await listed()).toEqual(['KB1'])
    expect(await store.saveKnownExploited(both, 'kev', catalogue('2031.03.21'))).toMatchObject({ outcome: 'stored' })
  })

  it('goes with the watched source that has brought it, if nobody else has since', async () => {
    const store = await make()
    const source = { source: 'msrc' }
    await save(store, month('2031-03-11'), [fix('KB1', ['A']), fix('KB2', ['B']), fix('KB3', ['C'])], source)
    await save(store, null, [listing('MS31-001', ['A']), listing('MS31-002', ['A'])], source)
    await save(store, null, [listing('MS31-002', ['A', 'B'])])
    await save(store, month('2031-04-08', '2031-Apr'), [fix('KB2', ['D'], '2031-Apr')])
    await store.saveKnownExploited([entry('CVE-2031-0001')], 'kev', catalogue('2031.03.20', 'msrc'))
    await store.events.addComment('KB3', 'We have this.', 'Sato')
    expect(await store.imports.countOf('msrc')).toEqual({ bulletins: 4, entries: 1 })
    expect(await store.imports.removeDocuments('msrc', 'Ito')).toBe(4)
    expect(await store.imports.countOf('msrc')).toEqual({ bulletins: 0, entries: 0 })
    expect(await idsOf(store)).toEqual(['KB2', 'KB3', 'MS31-002'])
    expect(await flawsOf(store, 'KB2')).toEqual(['D'])
    expect((await store.find('KB3'))?.source.status).toBe('withdrawn')
    expect((await store.imports.list(10)).map(({ source: of, canBeUndone }) => [of, canBeUndone])).toEqual([
      ['msrc', false],
      [null, true],
      [null, true],
      ['msrc', false],
      ['msrc', false],
    ])
    expect(await store.imports.removeDocuments('msrc', 'Ito')).toBe(0)
  })

  it('belongs to the next source that lists it, once its own is removed; ids are given once', async () => {
    const store = await make()
    const settings = {
      title: 'S',
      url: 'https://a.example/',
      isOn: false,
      everyHours: 24,
      since: null,
      isShipped: false,
    } as const
    const document = month('2031-03-11')
    await store.sources.add('first', settings)
    await save(store, document, [fix('KB1', ['A'])], { source: 'first' })
    await store.sources.add('second', settings)
    await store.imports.adopt('second', document.key)
    expect(await store.imports.countOf('second')).toMatchObject({ bulletins: 0 })

    await store.sources.remove('first', 'Ito')
    expect(await store.sources.takenIds()).toEqual(new Set(['first', 'second']))
    await store.imports.adopt('second', 'another name')
    expect(await store.imports.countOf('first')).toMatchObject({ bulletins: 1 })
    await store.imports.adopt('second', document.key)
    expect([await store.imports.countOf('first'), await store.imports.countOf('second')]).toMatchObject([
      { bulletins: 0 },
      { bulletins: 1 },
    ])
  })
})
