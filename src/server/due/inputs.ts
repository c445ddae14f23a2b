/** What the due day of each bulletin is made from: read once, whatever the policy. */
import type { IndexRow } from '../../contract/summary.ts'
import type { PlatformCount, PlatformId } from '../../contract/platform.ts'
import { knownNames } from '../../domain/bulletin/supersedence.ts'
import type { DueInput } from '../../domain/due/due.ts'
import type { KnownFacts } from '../../domain/due/facts.ts'
import { valueAt, type OpenTable } from '../../domain/table/open.ts'
import type { Fixes } from '../fixes.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import { fleetMachines, unknownExposure } from './machines.ts'
import type { noDueReasons } from '../../contract/due-words.ts'

export type NoDueReason = (typeof noDueReasons)[number]

/** Of every bulletin what its day is made from, or why it has none. */
export type DueInputs = ReadonlyMap<string, DueInput | NoDueReason>

export const isInput = (input: DueInput | NoDueReason | undefined): input is DueInput => typeof input === 'object'

/** Bulletins that are looked at between two pauses. */
const atOnce = 500

/** Each bulletin on file, as far as it is asked for. */
type Row = Pick<IndexRow, 'id' | 'kb' | 'supersedes' | 'environments' | 'status'>

async function rowsOf({ rows, columns }: OpenTable<IndexRow>): Promise<Row[]> {
  const read: Row[] = []
  const { id, kb, supersedes, environments, status } = columns
  // What no bulletin says has no column.
  const isEverTold = Object.hasOwn(columns, 'status')
  for (let row = 0; row < rows; row++) {
    const told = isEverTold ? valueAt(status, row) : undefined
    read.push({
      id: valueAt(id, row) ?? '',
      kb: valueAt(kb, row) ?? [],
      supersedes: valueAt(supersedes, row) ?? [],
      environments: valueAt(environments, row) ?? [],
      ...(told !== undefined && { status: told }),
    })
    if (row % atOnce === atOnce - 1) await yieldToEventLoop()
  }
  return read
}

/** The bulletins of which another one on file says that it replaces them. */
async function replacedIn(rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const idByName = new Map<string, string>()
  for (const [at, row] of rows.entries()) {
    for (const name of knownNames(row)) if (!idByName.has(name) || name === row.id) idByName.set(name, row.id)
    if (at % atOnce === atOnce - 1) await yieldToEventLoop()
  }
  const replaced = new Set<string>()
  for (const { id, supersedes } of rows)
    for (const older of supersedes.map((name) => idByName.get(name)))
      if (older !== undefined && older !== id) replaced.add(older)
  return replaced
}

/** What is asked for of all bulletins at once. */
type Read = {
  facts: ReadonlyMap<string, KnownFacts>
  machines: ReturnType<typeof fleetMachines>
  toInstall: ReadonlyMap<string, readonly PlatformId[]>
}

/** What a bulletin's day is made from; without a fleet whatever nothing on file replaces is to be installed. */
function inputOf(row: Row, isReplaced: boolean, { facts, machines, toInstall }: Read): DueInput | NoDueReason {
  const known = facts.get(row.id)
  if (known === undefined) return 'shipped'
  if (row.status === 'withdrawn') return 'withdrawn'
  const on = toInstall.get(row.id) ?? []
  if (machines.isKnown && on.length > 0)
    return { facts: known, environments: machines.environmentsOf(on), exposed: machines.exposureOf(on) }
  if (isReplaced) return 'superseded'
  return machines.isKnown
    ? 'not-to-install'
    : { facts: known, environments: row.environments, exposed: unknownExposure }
}

/** The summary index, and the platforms with their families and versions. */
export type Indexed = { table: OpenTable<IndexRow>; platforms: readonly Pick<PlatformCount, 'id' | 'kind'>[] }

/** Reads what the days of all bulletins are made from, and lets others pass meanwhile. */
export async function readInputs(
  { store, fixes }: { store: Store; fixes: Pick<Fixes, 'toInstall'> },
  { table, platforms }: Indexed,
): Promise<DueInputs> {
  const [facts, fleet, reachableSince, toInstall] = await Promise.all([
    store.due.facts(),
    store.fleet.current(),
    store.due.reachableSince(),
    fixes.toInstall(),
  ])
  const machines = fleetMachines(fleet, platforms, reachableSince)
  const rows = await rowsOf(table)
  const replaced = await replacedIn(rows)
  const inputs = new Map<string, DueInput | NoDueReason>()
  for (const [at, row] of rows.entries()) {
    inputs.set(row.id, inputOf(row, replaced.has(row.id), { facts, machines, toInstall }))
    if (at % atOnce === atOnce - 1) await yieldToEventLoop()
  }
  return inputs
}
