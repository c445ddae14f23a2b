/** The record of a bulletin, from its events and the versions that were on file. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { BulletinRecord } from '../../contract/record.ts'
import { holdsOnFix } from '../../domain/holds/held.ts'
import { isAnsweredFor, recordEntries, recordSteps, versionAt } from '../../domain/reports/record.ts'
import type { Store } from '../store/store.ts'
import type { HandlingReport } from './handling.ts'

export type RecordDeps = { store: Store; handling: Pick<HandlingReport, 'rowOf'>; now: () => Date }

/** Null where the bulletin is not on file. `by`: who asks, null where that has no name. */
export async function recordOf(
  { store, handling, now }: RecordDeps,
  id: string,
  by: string | null,
): Promise<BulletinRecord | null> {
  // The events first: what happens meanwhile is in no part of it.
  const [last, events] = [await store.events.last(), await store.events.of(id)]
  const [current, versions, row, holds] = await Promise.all([
    store.find(id),
    store.versions(id),
    handling.rowOf(id),
    store.holds.all(),
  ])
  if (current === null || row === null) return null
  const bulletins = new Map<number, Bulletin>()
  for (const { at } of events.filter(isAnsweredFor)) {
    const number = versionAt(versions, at)
    if (number === null || bulletins.has(number)) continue
    const bulletin = await store.readVersion(id, number)
    if (bulletin !== null) bulletins.set(number, bulletin)
  }
  return {
    id,
    title: current.title,
    publishedOn: current.publishedOn,
    revision: current.revision,
    madeAt: now().toISOString(),
    last,
    by,
    handling: row,
    steps: recordSteps(events, row),
    entries: recordEntries(events, (at) => {
      const number = versionAt(versions, at)
      const bulletin = number === null ? undefined : bulletins.get(number)
      return number === null || bulletin === undefined ? null : { number, bulletin }
    }),
    holds: holdsOnFix(holds, current),
  }
}
