import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FirstRows } from '../../src/contract/first-rows.ts'
import { IndexReply, type IndexPart } from '../../src/contract/index-parts.ts'
import { Summary, type IndexRow } from '../../src/contract/summary.ts'
import type { Bulletin } from '../../src/contract/bulletin.ts'
import { indexRow } from '../../src/domain/bulletin/summary.ts'
import { PlatformCount } from '../../src/contract/platform.ts'
import { withTreeChanges } from '../../src/domain/platforms/tree-changes.ts'
import { withPlaceholders, type TablePart } from '../../src/domain/table/placeholders.ts'
import { withPart } from '../../src/domain/table/with-part.ts'
import { openTable, rowAt, type OpenTable } from '../../src/domain/table/open.ts'
import { withChanges } from '../../src/domain/table/patch.ts'
import { buildApp } from '../../src/server/app.ts'
import { importDocument } from '../../src/server/imports/import-document.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'
import { bulletin as anyBulletin, platforms } from '../support/arbitraries.ts'

const rowsOf = (table: OpenTable<IndexRow>) => Array.from({ length: table.rows }, (_, row) => rowAt(table, row))

async function rowsOnFile(store: Store): Promise<IndexRow[]> {
  const stored = await store.summaries()
  const named = stored.flatMap(({ vulnerabilities }) => vulnerabilities.flatMap((flaw) => flaw.cve ?? []))
  const signals = await store.signals.forCves(named)
  return stored.map((summary) => indexRow(summary, signals))
}

function client(store: Store) {
  const app = buildApp({ store })
  async function ask(query: string) {
    const reply = await app.request(`/api/index${query}`)
    const told = IndexReply.parse(await reply.json())
    return { ...told, table: openTable<IndexRow>(told) }
  }
  const part = async (name: IndexPart, language: 'ja' | 'en') => ask(`?part=${name}&language=${language}`)
  return { ask, part, app }
}

const ids = ['KB1', 'KB2', 'KB3', 'MS05-1', 'MS05-02']
const cve = fc.constantFrom('CVE-2005-0001', 'CVE-2005-0002')
const given = fc.tuple(anyBulletin, fc.constantFrom(...ids), cve).map(([{ vulnerabilities, ...each }, id, first]) => ({
  ...each,
  id,
  vulnerabilities: vulnerabilities.map((flaw, at) => (at === 0 ? { ...flaw, cve: first } : flaw)),
}))

type Write = (store: Store) => Promise<unknown>
const labelledBy = ({ id }: Bulletin) => platforms.map((each) => ({ ...each, label: { en: `${each.id} of ${id}` } }))
const save = given.map(
  (bulletin): Write =>
    (store) =>
      store.save({ platforms: labelledBy(bulletin), bulletins: [bulletin] }, 'Sato'),
)
const test = fc.constantFrom(...ids).map(
  (id): Write =>
    (store) =>
      store.lab.record(
        id,
        {
          edition: 'Windows 2000',
          platform: 'windows-2000.sp3',
          outcome: 'passed',
          on: '2031-01-01',
          minutes: null,
          restarted: null,
          uninstalled: null,
          note: '',
          knownIssue: null,
          corrects: null,
        },
        'Sato',
      ),
)
const undo = fc.integer({ min: 1, max: 6 }).map(
  (id): Write =>
    (store) =>
      store.imports.undo(id, 'Sato'),
)
const exploited = cve.map(
  (listed): Write =>
    (store) =>
      store.saveKnownExploited([{ cve: listed, addedOn: '2005-05-01', ransomware: true }], 'Sato'),
)
const scored = fc
  .tuple(fc.dictionary(cve, fc.constantFrom(0, 0.02, 0.4)), fc.nat(9))
  .map(([scores, day]): Write => async (store) => {
    const lines = Object.entries(scores).map(([of, score]) => `${of},${score},0.5`)
    const head = [`#model_version:v1,score_date:2031-01-0${day}T12:00:00Z`, 'cve,epss,percentile']
    const bytes = new TextEncoder().encode([...head, 'CVE-2031-9999,0.1,0.5', ...lines].join('\n'))
    await importDocument(store, { name: 'a list', bytes }, { keepGoing: false })
  })
const write = fc.oneof(save, save, test, undo, exploited, scored)

describe('the index of a page', () => {
  it('is the whole index when its parts have come, in either language', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(given, { maxLength: 4 }), fc.constantFrom('ja', 'en'), async (bulletins, language) => {
        const store = await storeInMemory()
        await store.save(
          { platforms, bulletins: [...new Map(bulletins.map((each) => [each.id, each])).values()] },
          'Sato',
        )
        const { ask, part } = client(store)
        const [first, titles, rest] = await Promise.all([
          part('filter', language),
          part('titles', language),
          part('rest', language),
        ])
        const opened = (reply: { table: TablePart }) => reply.table
        const held = withPart(withPart(withPlaceholders(opened(first)), opened(titles), false), opened(rest), true)
        expect(rowsOf(held)).toEqual(rowsOf((await ask('')).table))
        expect(rowsOf(held)).toEqual(await rowsOnFile(store))
        await store.close()
      }),
      { numRuns: 6 },
    )
  })

  it('begins with the rows that a filter finds first, in its order, and the platforms that they name', async () => {
    const query = fc.record(
      {
        severity: fc.constantFrom('1', '1,2'),
        sort: fc.constantFrom('id', 'updated'),
        language: fc.constantFrom('ja', 'en'),
      },
      { requiredKeys: [] },
    )
    const sets = fc.uniqueArray(given, { maxLength: 6, selector: ({ id }) => id })
    await fc.assert(
      fc.asyncProperty(sets, query, fc.integer({ min: 1, max: 4 }), async (bulletins, { language, ...asked }, most) => {
        const store = await storeInMemory()
        await store.save({ platforms, bulletins }, 'Sato')
        const { app, ask } = client(store)
        const words = (more: Record<string, string>) => new URLSearchParams({ ...asked, ...more }).toString()
        const all = Summary.array().parse(await (await app.request(`/api/bulletins?${words({})}`)).json())
        const reply = await app.request(
          `/api/index/first?${words({ rows: String(most), ...(language && { language }) })}`,
        )
        const told = FirstRows.parse(await reply.json())
        // Without a filter or an order the API lists by id, and a page by urgency.
        const isOrdered = Object.keys(asked).length > 0
        const first = rowsOf(withPlaceholders(openTable<IndexRow>(told)))
        if (isOrdered) expect(first.map(({ id }) => id)).toEqual(all.slice(0, most).map(({ id }) => id))
        expect(first).toHaveLength(Math.min(most, all.length))
        expect([told.found, told.of]).toEqual([all.length, (await ask('')).rows])
        const named = new Set(told.platforms.map(({ id }) => id))
        expect(first.flatMap((row) => row.platforms).filter(({ platform }) => !named.has(platform))).toEqual([])
        const replaced = Summary.array().parse(await (await app.request('/api/bulletins?replaced=yes')).json())
        const isReplaced = ({ id }: { id: string }) => replaced.some((each) => each.id === id)
        expect(first.filter((_, at) => told.replaced?.includes(at))).toEqual(first.filter(isReplaced))
        // Instead of a filter, by their ids and in that order; what is not on file is left out.
        const ids = all.map(({ id }) => id).toReversed()
        const answer = await app.request(`/api/index/first?ids=${['NOPE', ...ids, ...ids].join(',')}`)
        const listed = FirstRows.parse(await answer.json())
        expect(rowsOf(withPlaceholders(openTable<IndexRow>(listed))).map(({ id }) => id)).toEqual(ids)
        await store.close()
      }),
      { numRuns: 8 },
    )
  })

  it('is the whole index when only what has changed since has come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(write, { maxLength: 12 }), async (writes) => {
        const store = await storeInMemory()
        await store.seed({ platforms: platforms.slice(1), bulletins: fc.sample(anyBulletin, 1) })
        const { ask, app } = client(store)
        const treeOnFile = async () => PlatformCount.array().parse(await (await app.request('/api/platforms')).json())
        let { version, table } = await ask('')
        let tree: readonly PlatformCount[] = await treeOnFile()
        for (const each of writes) {
          await each(store)
          const told = await ask(`?since=${version}`)
          table = told.since === undefined ? told.table : withChanges(table, told.table, told.removed ?? []).table
          version = told.version
          tree = told.since === undefined ? await treeOnFile() : withTreeChanges(tree, told)
          expect(rowsOf(table)).toEqual(await rowsOnFile(store))
          expect(tree).toEqual(await treeOnFile())
        }
        await store.close()
      }),
      { numRuns: 10 },
    )
  })
})
