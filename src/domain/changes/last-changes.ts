/** Of each bulletin the last change of each kind that is not quiet: what lists are marked, filtered and ordered by. */
import type { ChangeKind, LastChanges } from '../../contract/changes.ts'

/** A change by its kind, the number of its event and its moment. */
export type LastChange = { kind: ChangeKind; event: number; at: string }

/** By the id of a bulletin, its changes in the order of attention. */
export type LastByBulletin = ReadonlyMap<string, readonly LastChange[]>

/** The newest of these. */
export const newestChange = (changes: readonly LastChange[]): LastChange | null =>
  changes.reduce<LastChange | null>((last, each) => (last === null || each.event > last.event ? each : last), null)

/**
 * Of the changes after an event that which calls for the most attention; null where there is none.
 */
export const changeAfter = (changes: readonly LastChange[], event: number): LastChange | null =>
  changes.find((each) => each.event > event) ?? null

/**
 * How an answer of the server is meant. Kinds come in the order of attention.
 */
export function readLastChanges({ changes }: Pick<LastChanges, 'changes'>): LastByBulletin {
  const known = new Map<string, LastChange[]>()
  for (const { at, kind, ids, events } of changes) {
    for (const [place, id] of ids.entries()) {
      const change = { kind, event: events[place] ?? 0, at }
      const before = known.get(id)
      if (before === undefined) known.set(id, [change])
      else before.push(change)
    }
  }
  return known
}
