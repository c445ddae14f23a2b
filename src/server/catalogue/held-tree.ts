/** The platform tree in memory, with the version at which each of its rows has changed last. */
import { isDeepStrictEqual } from 'node:util'
import type { PlatformCount, PlatformId } from '../../contract/platform.ts'
import type { TreeChanges } from '../../domain/platforms/tree-changes.ts'
import { byId } from '../../domain/table/by-id.ts'

export type HeldTree = {
  tree: readonly PlatformCount[]
  treeChangedAt: ReadonlyMap<PlatformId, number>
  /** The version since which it has these rows in this order. */
  treeOrderedAt: number
}

/** The tree of a version after another one; null for none. */
export function nextTree(last: HeldTree | null, tree: readonly PlatformCount[], version: number): HeldTree {
  const known = byId(last?.tree ?? [])
  const at = (row: PlatformCount) =>
    isDeepStrictEqual(known.get(row.id), row) ? (last?.treeChangedAt.get(row.id) ?? version) : version
  const isSame = last?.tree.length === tree.length && last.tree.every(({ id }, place) => id === tree[place]?.id)
  return {
    tree,
    treeChangedAt: new Map(tree.map((row) => [row.id, at(row)])),
    treeOrderedAt: isSame ? last.treeOrderedAt : version,
  }
}

/** What has changed of it after a version; it must be held since then. */
export function treeChangesSince({ tree, treeChangedAt, treeOrderedAt }: HeldTree, since: number): TreeChanges {
  const platforms = tree.filter(({ id }) => (treeChangedAt.get(id) ?? 0) > since)
  return {
    ...(platforms.length > 0 && { platforms }),
    ...(treeOrderedAt > since && { platformIds: tree.map(({ id }) => id) }),
  }
}
