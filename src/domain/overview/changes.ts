/** What has changed since a person last looked, by classes. */
import { changeTable, type ChangeEntry, type ChangeKind } from '../../contract/changes.ts'
import type { Overview } from '../../contract/overview.ts'
import type { Text } from '../../contract/text.ts'
import type { LastByBulletin } from '../changes/last-changes.ts'

/** Classes that are told; the others are a number. */
const classesTold = 4

/** What makes a bulletin more pressing comes first, then the others in the order of attention. */
const kinds: readonly ChangeKind[] = [
  ...changeTable.filter(({ isEscalation }) => isEscalation),
  ...changeTable.filter(({ isEscalation }) => !isEscalation),
].map(({ kind }) => kind)

type Class = { kind: ChangeKind; bulletins: string[]; newest: { bulletin: string; event: number; at: string } }

/** The classes of change after an event, of the bulletins that are on file. */
export function changeClasses(changes: LastByBulletin, since: number, isOnFile: (id: string) => boolean): Class[] {
  const byKind = new Map<ChangeKind, Class>()
  for (const [bulletin, own] of changes) {
    if (!isOnFile(bulletin)) continue
    for (const { kind, event, at } of own) {
      if (event <= since) continue
      const known = byKind.get(kind)
      if (known === undefined) byKind.set(kind, { kind, bulletins: [bulletin], newest: { bulletin, event, at } })
      else {
        known.bulletins.push(bulletin)
        if (event > known.newest.event) known.newest = { bulletin, event, at }
      }
    }
  }
  return kinds.flatMap((kind) => byKind.get(kind) ?? [])
}

/** Of each class that is told the bulletin that has changed last. */
export const examplesIn = (classes: readonly Class[]): string[] =>
  classes.slice(0, classesTold).map(({ newest }) => newest.bulletin)

/** `entries`: the newest entry of each example. */
export function classedChanges(
  classes: readonly Class[],
  { since, last }: { since: number; last: number },
  entries: ReadonlyMap<string, ChangeEntry>,
  titleOf: (id: string) => Text,
): NonNullable<Overview['changes']> {
  const told = classes.slice(0, classesTold)
  const inTold = new Set(told.flatMap(({ bulletins }) => bulletins))
  const all = new Set(classes.flatMap(({ bulletins }) => bulletins))
  const changedSince = String(since)
  return {
    since,
    last,
    classes: told.map(({ kind, bulletins, newest: { bulletin, at } }) => ({
      kind,
      count: bulletins.length,
      query: { changedSince, changed: kind },
      at,
      bulletin,
      title: titleOf(bulletin),
      change: entries.get(bulletin)?.changes.find((change) => change.kind === kind) ?? null,
    })),
    others: all.size - inTold.size,
    count: all.size,
    query: { changedSince },
  }
}
