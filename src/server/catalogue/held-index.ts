/** The summary index in memory: made whole once, then only the bulletins that have changed are read again. */
import { isDeepStrictEqual } from 'node:util'
import { IndexRow } from '../../contract/summary.ts'
import { indexRow, type StoredSummary } from '../../domain/bulletin/summary.ts'
import { omitting } from '../../domain/revisions/changed/meaning.ts'
import { tableBuilder } from '../../domain/table/encode.ts'
import { itemsOf, rowAt, valueAt, type OpenTable } from '../../domain/table/open.ts'
import { withChanges, type Origins } from '../../domain/table/patch.ts'
import type { Store } from '../store/store.ts'
import { notableIn, type Notable } from '../../domain/vulnerability/notable.ts'
import { largest } from '../../domain/vulnerability/row-signals.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

/** Rows that are read at a time. */
const rowsAtOnce = 200

export type HeldIndex = {
  /** The number of the last event that is in it. */
  version: number
  table: OpenTable<IndexRow>
  /** Where its rows were in the table before; null where it was made whole. */
  from: Origins | null
  /** The version at which each row has changed last, and that of the first whole table: what was before is not known. */
  changedAt: Int32Array
  first: number
  /** The vulnerabilities that call for attention, by the id of their bulletin; bulletins without any are absent. */
  notable: ReadonlyMap<string, Notable>
  /** The bulletins that have gone, and at which version. */
  gone: ReadonlyMap<string, number>
}

const idsOf = ({ rows, columns: { id } }: OpenTable<IndexRow>) =>
  Array.from({ length: rows }, (_, row) => valueAt(id, row) ?? '')

/** What catalogues say of the vulnerabilities of a page. */
const signalsOf = (store: Store, stored: readonly StoredSummary[]) =>
  store.signals.forCves(stored.flatMap(({ vulnerabilities }) => vulnerabilities.flatMap(({ cve }) => cve ?? [])))

/** Whether a row reads otherwise than that of a table, or is not in it. */
function differsFrom({ table }: HeldIndex): (row: IndexRow) => boolean {
  const places = new Map(idsOf(table).map((id, row) => [id, row]))
  return (row) => {
    const place = places.get(row.id)
    return place === undefined || !isDeepStrictEqual(rowAt(table, place), row)
  }
}

/** Summaries in pages, as they come from the store. */
async function* inPages(stored: readonly StoredSummary[]): AsyncGenerator<readonly StoredSummary[]> {
  for (let at = 0; at < stored.length; at += rowsAtOnce) yield stored.slice(at, at + rowsAtOnce)
}

/**
 * The wanted rows of some pages as a table, and with them what calls for attention: that of each bulletin that was read is
 * put over what was `known`. Of all rows only those of a page are in memory at once.
 */
async function readRows(
  store: Store,
  pages: AsyncIterable<readonly StoredSummary[]>,
  { known, isWanted = () => true }: { known: HeldIndex['notable']; isWanted?: (row: IndexRow) => boolean },
) {
  const builder = tableBuilder<IndexRow>(IndexRow.shape)
  const notable = new Map(known)
  for await (const page of pages) {
    const signals = await signalsOf(store, page)
    const rows = page.map((summary) => indexRow(summary, signals)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    for (const row of rows) if (isWanted(row)) builder.add(row)
    for (const summary of page) {
      const found = notableIn(summary, signals)
      if (found === null) notable.delete(summary.id)
      else notable.set(summary.id, found)
    }
    await yieldToEventLoop()
  }
  return { table: builder.open(), notable }
}

async function whole(store: Store, version: number): Promise<HeldIndex> {
  const { table, notable } = await readRows(store, store.summaryPages(), { known: new Map() })
  const changedAt = new Int32Array(table.rows).fill(version)
  return { version, table, from: null, changedAt, first: version, gone: new Map(), notable }
}

/** The bulletins of a table that are on file no more. */
async function removedFrom(store: Store, ids: readonly string[], changed: readonly string[]): Promise<Set<string>> {
  if (new Set([...ids, ...changed]).size === (await store.count())) return new Set()
  const present = new Set(await store.ids())
  return new Set(ids.filter((id) => !present.has(id)))
}

/** A table with the scores that lists of EPSS have now; the rows that have another one count as changed. */
async function rescored(store: Store, { table, from }: { table: OpenTable<IndexRow>; from: Origins }) {
  const { vulnerabilities, epss } = table.columns
  const { cve } = vulnerabilities.items.columns
  const scores = await store.signals.scores(cve.values.flatMap((each) => each ?? []))
  const before = Object.hasOwn(table.columns, 'epss') ? epss : null
  const builder = tableBuilder<Pick<IndexRow, 'epss'>>({ epss: IndexRow.shape.epss })
  const moved = from.map((origin, row) => {
    const scored = itemsOf(vulnerabilities, row).flatMap((item) => scores.get(valueAt(cve, item) ?? '')?.score ?? [])
    const score = largest(scored)
    builder.add(score === undefined ? {} : { epss: score })
    return score === (before === null ? undefined : valueAt(before, row)) ? origin : -1 - row
  })
  return {
    table: { ...table, columns: { ...omitting(table.columns, 'epss'), ...builder.open().columns } },
    from: moved,
  }
}

/** The table as it is now. Who reads it meanwhile has the one before. */
export async function nextHeldIndex(store: Store, last: HeldIndex | null): Promise<HeldIndex> {
  const version = Math.max(await store.version(), await store.signals.version())
  // A store that was set back is another one.
  if (last === null || version < last.version) return whole(store, version)
  const written = await store.summariesSince(last.version)
  const { table: changed, notable } =
    written === null
      ? await readRows(store, store.summaryPages(), { known: last.notable, isWanted: differsFrom(last) })
      : await readRows(store, inPages(written), { known: last.notable })
  const [ids, changedIds] = [idsOf(last.table), idsOf(changed)]
  const removed = await removedFrom(store, ids, changedIds)
  for (const id of removed) notable.delete(id)
  await yieldToEventLoop()
  const patched = withChanges(last.table, changed, removed)
  const { table, from } = (await store.signals.isRescored(last.version)) ? await rescored(store, patched) : patched
  const gone = new Map([...last.gone, ...Array.from(removed, (id) => [id, version] as const)])
  for (const id of changedIds) gone.delete(id)
  return {
    version,
    table,
    from,
    changedAt: from.map((origin) => (origin < 0 ? version : (last.changedAt[origin] ?? version))),
    first: last.first,
    notable,
    gone,
  }
}

/**
 * The rows that have changed after a version, and who has gone since; null where that is not known any more, or where it
 * is less to read all.
 */
export function changesSince({ version, table, changedAt, first, gone }: HeldIndex, since: number) {
  if (since < first || since > version) return null
  const rows: number[] = []
  for (const [row, at] of changedAt.entries()) if (at > since) rows.push(row)
  if (rows.length > table.rows / 2) return null
  const removed = [...gone].flatMap(([id, at]) => (at > since ? id : []))
  return { rows: rows.map((row) => rowAt(table, row)), removed }
}
