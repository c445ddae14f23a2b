/** The platform tree in memory, with the version at which each of its rows has changed last. */
import { isDeepStrictEqual } from 'node:util'
import type { PlatformCount, PlatformId } from '../contract/platform.ts'
import type { TreeChanges } from '../domain/platforms/tree-changes.ts'

export type HeldTree = {
  rows: readonly PlatformCount[]
  changedAt: ReadonlyMap<PlatformId, number>
  /** The version since which it has these rows in this order. */
  orderedAt: number
}

/** The tree of a version after another one; null for none. */
export function nextTree(last: HeldTree | null, rows: readonly PlatformCount[], version: number): HeldTree {
  const known = new Map(last?.rows.map((row) => [row.id, row]))
  const at = (row: PlatformCount) =>
    isDeepStrictEqual(known.get(row.id), row) ? (last?.changedAt.get(row.id) ?? version) : version
  const isSame = last?.rows.length === rows.length && last.rows.every(({ id }, place) => id === rows[place]?.id)
  return {
    rows,
    changedAt: new Map(rows.map((row) => [row.id, at(row)])),
    orderedAt: isSame ? last.orderedAt : version,
  }
}

/** What has changed of it after a version; it must be held since then. */
export function treeChangesSince({ rows, changedAt, orderedAt }: HeldTree, since: number): TreeChanges {
  const platforms = rows.filter(({ id }) => (changedAt.get(id) ?? 0) > since)
  return {
    ...(platforms.length > 0 && { platforms }),
    ...(orderedAt > since && { platformIds: rows.map(({ id }) => id) }),
  }
}
