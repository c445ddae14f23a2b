/** What there is to test of a release, from what is on file now. */
import type { LabReport } from '../contract/lab.ts'
import type { TestGrid } from '../contract/lab-grid.ts'
import type { PlatformFixes } from '../contract/fixes.ts'
import type { PlatformId } from '../contract/platform.ts'
import { kindOn } from '../domain/lab/kinds.ts'
import { nothingRecorded, withRecorded } from '../domain/lab/recorded.ts'
import { labGrid, type LabFacts } from '../domain/lab/release-grid.ts'
import { byId } from '../domain/table/by-id.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import type { Fixes } from './fixes.ts'
import type { ReleaseBulletins } from './release-bulletins.ts'
import type { Store } from './store/store.ts'
import { memoizeByKey } from './memoize.ts'
import { releaseBulletins } from './release-bulletins.ts'
import { yieldToEventLoop } from './yield-to-event-loop.ts'

type Deps = { store: Store; fixes: Fixes; catalogue: Catalogue }

/** The fixes of each platform, one after the other: other requests are answered in between. */
async function fixesOfEach(fixes: Fixes, platforms: Iterable<PlatformId>) {
  const found = new Map<PlatformId, PlatformFixes>()
  for (const platform of new Set(platforms)) {
    found.set(platform, await fixes.on(platform))
    await yieldToEventLoop()
  }
  return found
}

const namedIn = (fixes: ReadonlyMap<PlatformId, PlatformFixes>): string[] =>
  Array.from(fixes.values(), ({ products, beside }) => [...products, ...beside])
    .flat()
    .flatMap(({ lines }) => lines.flatMap((line) => line.fixes.map(({ bulletin }) => bulletin)))

/** What the lab knows of the bulletins of a release that are for any of the platforms, or were tested. */
async function reportsOf(store: Store, ids: ReadonlySet<string>, release: ReleaseBulletins): Promise<LabReport[]> {
  const recorded = await store.lab.all()
  const reports: LabReport[] = []
  for (const id of release.bulletins.keys()) {
    if (!ids.has(id) && !recorded.has(id)) continue
    const bulletin = await store.find(id)
    if (bulletin === null) continue
    const { tests, knownIssues } = withRecorded(bulletin, recorded.get(id) ?? nothingRecorded)
    reports.push({ id, tests, knownIssues })
    await yieldToEventLoop()
  }
  return reports
}

/** The grid of a release: by the fleet or, without one, by the systems that the release is for. */
async function labGridOf({ store, fixes, catalogue }: Deps, release: ReleaseBulletins): Promise<TestGrid> {
  const { lines } = await store.fleet.current()
  const { tree } = await catalogue.index()
  const platforms = byId(tree)
  const products = await fixes.productsOf([...release.bulletins.keys()])
  const isSystem = (id: PlatformId) => (platforms.get(id)?.kind ?? 'application') !== 'application'
  const systems = new Set(
    [...products.values()].flatMap((each) => each.map(({ platform }) => platform)).filter(isSystem),
  )
  const rows: LabFacts['lines'] =
    lines.length > 0
      ? lines
      : tree.filter(({ id }) => systems.has(id)).map(({ id }) => ({ platform: id, edition: null, machines: null }))
  const found = await fixesOfEach(
    fixes,
    rows.map(({ platform }) => platform),
  )
  const grid = labGrid({
    lines: rows,
    fixes: found,
    release: release.bulletins,
    reports: await reportsOf(store, new Set(namedIn(found)), release),
    kindOf: (bulletin) => {
      const [first] = products.get(bulletin) ?? []
      return first === undefined ? { key: 'separate', line: 'separate' } : kindOn(first.platform, first.line, platforms)
    },
    platforms,
  })
  return { release: release.key, hasFleet: lines.length > 0, ...grid }
}

/** What is answered where no release is on file. */
const noGrid: Omit<TestGrid, 'hasFleet'> = { release: null, kinds: [], groups: [], editions: [], others: 0, issues: [] }

/** Grids that are kept: people look at the newest, and at one before. */
const maxKept = 4

/** The grid of a release, of the newest for null; null where there is no such release. */
export type TestGrids = (release: string | null) => Promise<TestGrid | null>

/** The grids over a store, each made anew when a bulletin, a result or the fleet has changed. */
export function testGridsOf(deps: Deps): TestGrids {
  const { store, fixes, catalogue } = deps
  const kept = memoizeByKey<string | null, TestGrid | null>(maxKept)
  const version = async () => `${await store.version()} ${await fixes.version()}`
  const make = async (key: string | null): Promise<TestGrid | null> => {
    const release = releaseBulletins((await catalogue.index()).held.table, key)
    if (release !== null) return labGridOf(deps, release)
    return key === null ? { hasFleet: (await store.fleet.current()).lines.length > 0, ...noGrid } : null
  }
  return async (key) => kept(key, () => make(key), await version())
}
