import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../src/contract/endpoints.ts'
import { facets, type Facet, type Option } from '../../src/contract/facets.ts'
import type { IndexRow } from '../../src/contract/summary.ts'
import { readLastChanges } from '../../src/domain/changes/last-changes.ts'
import { applyFilter, filteredBulletins } from '../../src/domain/filter/apply.ts'
import { buildColumns, type Columns } from '../../src/domain/filter/columns.ts'
import { filterOf, writeOption } from '../../src/domain/filter/filter.ts'
import { machinesOf } from '../../src/domain/fleet/exposure.ts'
import { fixesHeldIn } from '../../src/domain/holds/held.ts'
import { openTable } from '../../src/domain/table/open.ts'
import { defaultState } from '../../src/domain/triage/triage.ts'
import { buildApp } from '../../src/server/app.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { bulletin, indexOf, platforms } from '../support/arbitraries.ts'

const now = () => new Date('2005-04-20T12:00:00Z')
const cves = ['CVE-2005-0048', 'CVE-2005-0049', 'CVE-2005-0050', null]
const scores = [
  { version: '3.1', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8 },
  { version: '3.1', vector: 'CVSS:3.1/AV:L/AC:L/PR:L/UI:R/S:U/C:H/I:H/A:N', score: 6.6 },
]

/** A server on whose file every facet finds something: bulletins, what catalogues say, machines, states and changes. */
async function serverOf() {
  const store = await storeInMemory(now)
  const [made = []] = fc.sample(
    indexOf(bulletin).filter((all) => all.length > 9 && all.every(({ vulnerabilities }) => vulnerabilities.length > 0)),
    { seed: 7, numRuns: 1 },
  )
  const telling = made.map((each, at) => ({
    ...each,
    vulnerabilities: each.vulnerabilities.map((flaw, of) => {
      const score = scores[at % 3]
      return {
        ...flaw,
        id: `CAN-${at}-${of}`,
        cve: cves[(at + of) % cves.length] ?? null,
        ...(score && { cvss: score }),
        ...(at % 2 === 0
          ? { exploitability: { latest: 'more-likely' as const }, cwes: [{ id: `CWE-${20 + of}` }] }
          : { component: 'TCP/IP, all versions' }),
      }
    }),
    source: {
      kind: 'csaf' as const,
      document: `urn:publisher-${at % 2} ${each.id}`,
      trackingId: each.id,
      retrievedAt: null,
    },
  }))
  await store.save({ platforms, bulletins: telling }, 'test')
  await store.saveKnownExploited([{ cve: 'CVE-2005-0048', addedOn: '2005-04-01', ransomware: true }], 'test')
  await store.signals.saveEpss(
    {
      document: { key: 'epss', order: [{ moment: '2005-04-20T00:00:00Z' }] },
      list: { on: '2005-04-20', model: 'v1', count: 2 },
      blocks: [{ block: '2005-0', content: '48 0.94 0.99\n49 0.05 0.5' }],
    },
    'test',
  )
  await store.fleet.set(0, [{ platform: 'windows-2000', edition: null, machines: 20 }], 'test')
  await store.holds.set(
    { bulletins: null, platforms: ['windows-2000'], roles: [], reason: 'a freeze', until: '2005-05-01' },
    'test',
  )
  await store.triage.set(
    telling
      .slice(0, 4)
      .map(({ id }, at) => ({ id, version: 0, ...defaultState, assignee: ['local', 'Doe, Jane'][at % 2] ?? null })),
    'test',
  )
  return buildApp({ store, now })
}

/** What each way out finds for a query, as ids in their order of the alphabet. */
async function askedOf(app: ReturnType<typeof buildApp>) {
  const text = async (path: string) => (await app.request(path)).text()
  const json = async (path: string): Promise<unknown> => JSON.parse(await text(path))
  const [tree, { lines }, { states }, { due }, toInstall, changes, { holds }] = await Promise.all([
    endpoints.listPlatforms.reply.parseAsync(await json('/api/platforms')),
    endpoints.viewFleet.reply.parseAsync(await json('/api/fleet')),
    endpoints.listTriage.reply.parseAsync(await json('/api/triage')),
    endpoints.listDue.reply.parseAsync(await json('/api/due')),
    endpoints.viewFleetFixes.reply.parseAsync(await json('/api/fixes')),
    endpoints.lastChanges.reply.parseAsync(await json('/api/changes/last')),
    endpoints.listHolds.reply.parseAsync(await json('/api/holds')),
  ])
  const index = endpoints.indexBulletins.reply.parse(await json('/api/index'))
  const table = openTable<IndexRow>(index)
  const columns: Columns = buildColumns(table, tree).with({
    states: new Map(states.map((state) => [state.id, state])),
    due: new Map(Object.entries(due)),
    machines: machinesOf(lines, tree),
    held: fixesHeldIn(table, holds),
    toInstall: new Set(toInstall.fixes.filter(({ install }) => install !== undefined).map(({ id }) => id)),
    changes: readLastChanges(changes),
    today: '2005-04-20',
    me: 'local',
  })
  const ids = (found: Iterable<string>) => [...new Set(found)].toSorted()
  const inText = (found: string, pattern: RegExp) => ids(found.matchAll(pattern).map(([, id = '']) => id))
  return {
    columns,
    ways: {
      page: (facet: Facet, option: Option) =>
        ids(filteredBulletins(columns, filterOf({ [facet]: writeOption(option) })).map(({ id }) => id)),
      api: async (query: string) =>
        ids(endpoints.listBulletins.reply.parse(await json(`/api/bulletins?${query}`)).map(({ id }) => id)),
      csv: async (query: string) => inText(await text(`/api/bulletins.csv?${query}`), /^(MS05-\d+),/gm),
      atom: async (query: string) => inText(await text(`/api/feed.atom?${query}`), /urn:hotfix-report:(MS05-\d+)/g),
    },
  }
}

describe('a facet', () => {
  let asked: Awaited<ReturnType<typeof askedOf>>
  beforeAll(async () => {
    asked = await askedOf(await serverOf())
  })

  it.each(facets)('%s finds the same on the page, by the API, in CSV and in Atom', async (facet) => {
    const { columns, ways } = asked
    const options = [...applyFilter(columns, filterOf({})).counts[facet].keys()]
    expect(options.length).toBeGreaterThan(0)
    for (const option of options) {
      const query = new URLSearchParams({ [facet]: writeOption(option) }).toString()
      const onPage = ways.page(facet, option)
      expect(onPage.length).toBeGreaterThan(0)
      const found = { query, api: await ways.api(query), csv: await ways.csv(query), atom: await ways.atom(query) }
      expect(found).toEqual({ query, api: onPage, csv: onPage, atom: onPage })
    }
  })
})
