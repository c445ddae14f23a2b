import type { Platform, PlatformCount, PlatformId } from '../../contract/platform.ts'
import type { BulletinQuery, IndexRow } from '../../contract/summary.ts'
import type { Triaged } from '../../contract/triage.ts'
import { count } from '../../domain/filter/bits.ts'
import { buildColumns, type Columns } from '../../domain/filter/columns.ts'
import { updatedColumns } from '../../domain/filter/updated-columns.ts'
import { fixesHeldIn } from '../../domain/holds/held.ts'
import { inForce } from '../../domain/holds/holds.ts'
import { byPlatform } from '../../domain/filter/platform-facet.ts'
import { wordsInTexts } from '../../domain/search/words.ts'
import { machinesOf } from '../../domain/fleet/exposure.ts'
import { platformTree } from '../../domain/platforms/platforms.ts'
import { withoutFormer } from '../../domain/platforms/present.ts'
import { valueAt, type OpenTable } from '../../domain/table/open.ts'
import { nextHeldIndex, type HeldIndex } from './held-index.ts'
import { nextTree, type HeldTree } from './held-tree.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import { clockOf } from '../due/clock.ts'
import { memoizeByVersion } from '../memoize.ts'
import type { Principal } from '../access/principal.ts'
import type { Fixes } from '../fixes.ts'
import type { Store } from '../store/store.ts'

/** How many bulletins affect each platform or anything below it. */
const countsIn = (table: OpenTable<IndexRow>): Map<PlatformId, number> =>
  new Map(Array.from(byPlatform(table, []).sets, ([id, rows]) => [String(id), count(rows)]))

/** Every platform that a row names, whatever it says of it. */
function namedIn({ columns }: OpenTable<IndexRow>): Set<PlatformId> {
  const { rows, columns: items } = columns.platforms.items
  const named = new Set<PlatformId>()
  for (let item = 0; item < rows; item++) named.add(valueAt(items.platform, item) ?? '')
  return named
}

async function treeOver(platforms: readonly Platform[], table: OpenTable<IndexRow>): Promise<PlatformCount[]> {
  const named = namedIn(table)
  await yieldToEventLoop()
  const counts = countsIn(table)
  await yieldToEventLoop()
  return platformTree(withoutFormer(platforms, named), counts, yieldToEventLoop)
}

/** How far the team is with each bulletin, and up to which event that is known. */
type States = { version: number; of: ReadonlyMap<string, Triaged> }

type Index = HeldTree & { held: HeldIndex; columns: Columns }

/** The index after another; null for none. Of what has not changed the columns are kept. */
async function nextIndex(store: Store, last: Index | null): Promise<Index> {
  const held = await nextHeldIndex(store, last?.held ?? null)
  const { version, table, from } = held
  const kept = from === null || last === null ? null : { ...last, from }
  const isSameTree = kept !== null && (await store.documentsVersion()) <= kept.held.version
  const heldTree = isSameTree ? kept : nextTree(kept, await treeOver(await store.platforms(), table), version)
  await yieldToEventLoop()
  const { tree } = heldTree
  const columns = kept === null ? buildColumns(table, tree) : updatedColumns(kept.columns, table, kept.from, tree)
  return { ...heldTree, held, columns }
}

/** Makes each from the one before; callers at the same time come one after the other. */
function succession<T>(next: (last: T | null) => Promise<T>): () => Promise<T> {
  let last: Promise<T | null> = Promise.resolve(null)
  return () => {
    const before = last
    const made = (async () => next(await before))()
    // After a failure all begins anew.
    last = made.catch(() => null)
    return made
  }
}

/** What lists are answered from. */
export function catalogueOf(store: Store, fixes: Pick<Fixes, 'toInstall' | 'fleet'>, now: () => Date) {
  /** Bulletins and signals are counted by the same events. */
  const indexVersion = async () => Math.max(await store.version(), await store.signals.version())
  /** The index of all summaries and the platform tree; made when a bulletin or a signal has changed. */
  const index = memoizeByVersion(
    indexVersion,
    succession<Index>((last) => nextIndex(store, last)),
  )
  const states = memoizeByVersion(
    store.triage.version,
    succession<States>(async (last) => {
      const known = last?.version ?? 0
      const changed = await store.triage.since(known)
      const version = changed.reduce((most, state) => Math.max(most, state.version), known)
      return { version, of: new Map([...(last?.of ?? []), ...changed.map((state) => [state.id, state] as const)]) }
    }),
  )
  const clock = clockOf({
    store,
    fixes,
    now,
    async index() {
      const { held, tree } = await index()
      return { table: held.table, platforms: tree }
    },
    indexVersion,
  })
  const version = async () =>
    [
      await clock.version(),
      await store.triage.version(),
      await store.changes.version(),
      await store.holds.version(),
    ].join(' ')
  /** The columns that a filter reads, with what the team has set; made when that or the day has changed, too. */
  const columns = memoizeByVersion(version, async () => {
    const [
      {
        held: { table },
        columns: bare,
        tree,
      },
      { of },
      { due, today },
      { lines },
      changes,
      holds,
    ] = await Promise.all([
      index(),
      states(),
      clock.list(),
      store.fleet.current(),
      store.changes.last(),
      store.holds.all(),
    ])
    return bare.with({
      states: of,
      due,
      machines: machinesOf(lines, tree),
      changes,
      held: fixesHeldIn(table, inForce(holds, today)),
      today,
    })
  })
  /** The same for a query of a person: by name what is theirs, and with what its words are found in beside the index. */
  const columnsFor = async (person: Principal | null, { q = '', mine, changedSince = '0' }: BulletinQuery) => {
    const words = wordsInTexts(q)
    const [made, found, wanted] = await Promise.all([
      columns(),
      words.length === 0 ? [] : store.search.bulletinsWith(words),
      mine === undefined ? new Map<string, unknown>() : fixes.toInstall(),
    ])
    const asked = { found, toInstall: new Set(wanted.keys()), changedSince: Number(changedSince) }
    return made.with({ me: person?.name ?? null, ...asked })
  }
  return { version, indexVersion, index, states, columns, columnsFor, clock }
}

export type Catalogue = ReturnType<typeof catalogueOf>
