/** What has changed of the platform tree, of which a page holds an earlier version. */
import type { PlatformCount, PlatformId } from '../../contract/platform.ts'

/** `platforms`: the rows that read otherwise; `platformIds`: those of all rows in order, where rows have come, gone or moved. */
export type TreeChanges = { platforms?: PlatformCount[] | undefined; platformIds?: PlatformId[] | undefined }

/** The tree after its changes; the same list where there is none. */
export function withTreeChanges(
  tree: readonly PlatformCount[],
  { platforms = [], platformIds }: TreeChanges,
): readonly PlatformCount[] {
  if (platforms.length === 0 && platformIds === undefined) return tree
  const rows = new Map([...tree, ...platforms].map((row) => [row.id, row]))
  return (platformIds ?? tree.map(({ id }) => id)).flatMap((id) => rows.get(id) ?? [])
}
