/** Which fix brings each platform up to date, from what is on file now. */
import type { BulletinFix, FixLine, FleetFixes, PlatformFixes } from '../contract/fixes.ts'
import type { PlatformId } from '../contract/platform.ts'
import { fixIndexer, type FixIndex } from '../domain/fixes/candidates.ts'
import { coveringOf, type Covering } from '../domain/fixes/covering.ts'
import { lineOf, type LineName } from '../domain/fixes/lines.ts'
import { bulletinFix, fixesOn } from '../domain/fixes/on-fleet.ts'
import { linesOn, platformFixes, productsOf } from '../domain/fixes/platform-fixes.ts'
import { memoizeByVersion } from './memoize.ts'
import type { Store } from './store/store.ts'
import { yieldToEventLoop } from './yield-to-event-loop.ts'

type Kept = {
  index: FixIndex
  /** The lines of a product, made once. */
  linesOf: (platform: PlatformId) => FixLine[]
}

async function keptOf(store: Store): Promise<Kept> {
  const indexer = fixIndexer()
  for await (const page of store.fixFacts()) for (const facts of page) indexer.add(facts)
  const index = indexer.index()
  const made = new Map<PlatformId, FixLine[]>()
  const linesOf = (platform: PlatformId) => {
    const lines = made.get(platform) ?? linesOn(index, platform)
    made.set(platform, lines)
    return lines
  }
  return { index, linesOf }
}

/** The lines of all products that machines of a platform may be, one product after the other. */
async function linesAt({ index, linesOf }: Kept, platform: PlatformId): Promise<FixLine[]> {
  const lines: FixLine[][] = []
  for (const product of productsOf(index, platform)) {
    lines.push(linesOf(product))
    await yieldToEventLoop()
  }
  return lines.flat()
}

/** The choice of fixes over a store: made anew when documents or the fleet have changed, product by product. */
export function fixesOf(store: Store) {
  const kept = memoizeByVersion(store.documentsVersion, () => keptOf(store))
  const version = async () => `${await store.documentsVersion()} ${(await store.fleet.current()).version}`
  const platforms = async () => [...new Set((await store.fleet.current()).lines.map(({ platform }) => platform))]

  /** By platform of the fleet: every fix of it. */
  const onFleet = memoizeByVersion(version, async () => {
    const now = await kept()
    const found = new Map<PlatformId, ReturnType<typeof fixesOn>>()
    for (const platform of await platforms()) found.set(platform, fixesOn(await linesAt(now, platform)))
    return found
  })

  const fleet = memoizeByVersion(version, async (): Promise<FleetFixes> => {
    const rows = new Map<string, FleetFixes['fixes'][number]>()
    for (const [platform, fixes] of await onFleet()) {
      for (const [id, { fix }] of fixes) {
        const row = rows.get(id) ?? { id }
        rows.set(id, { ...row, [fix.state]: [...(row[fix.state] ?? []), platform] })
      }
      await yieldToEventLoop()
    }
    return { fixes: [...rows.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
  })

  return {
    version,
    /** All fixes on file, and the lines of a product. */
    index: kept,
    /** All fixes of the fleet. */
    fleet,
    /** By platform of the fleet every fix of it. */
    onFleet,
    /** What is to be installed: each bulletin with the platforms of the fleet that need it; empty without a fleet. */
    async toInstall(): Promise<ReadonlyMap<string, PlatformId[]>> {
      return new Map((await fleet()).fixes.flatMap(({ id, install }) => (install === undefined ? [] : [[id, install]])))
    },
    /** The fixes of a platform; of one that no fix names there are none. */
    async on(platform: PlatformId): Promise<PlatformFixes> {
      const { index, linesOf } = await kept()
      return platformFixes(index, platform, linesOf)
    },
    /** What a bulletin is on each platform of the fleet, or on each product that it is for where there is no fleet. */
    async of(id: string): Promise<BulletinFix[]> {
      const [now, fixes] = await Promise.all([kept(), onFleet()])
      if (fixes.size > 0)
        return [...fixes].flatMap(([platform, found]) => {
          const placed = found.get(id)
          return placed === undefined ? [] : [bulletinFix(platform, placed)]
        })
      const found: BulletinFix[] = []
      for (const platform of new Set(now.index.byId.get(id)?.packages.flatMap((fix) => fix.platforms))) {
        const placed = fixesOn(now.linesOf(platform)).get(id)
        if (placed !== undefined) found.push(bulletinFix(platform, placed))
        await yieldToEventLoop()
      }
      return found
    },
    /** By bulletin, the products that it is for, and its line on each. */
    async productsOf(ids: readonly string[]): Promise<ReadonlyMap<string, { platform: PlatformId; line: LineName }[]>> {
      const { index } = await kept()
      return new Map(
        ids.map((id) => {
          const packages = index.byId.get(id)?.packages ?? []
          return [
            id,
            packages.flatMap((fix) => fix.platforms.map((platform) => ({ platform, line: lineOf(platform, fix) }))),
          ]
        }),
      )
    },
    /** The bulletins by which a machine has this one, too: each contains it or is an alternative to it wherever both are. */
    async coveredBy(id: string): Promise<Covering[]> {
      return coveringOf((await kept()).index, id)
    },
  }
}

export type Fixes = ReturnType<typeof fixesOf>
