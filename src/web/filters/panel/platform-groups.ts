import type { PlatformCount, PlatformId } from '../../../contract/platform.ts'
import { compareText } from '../../../domain/filter/order.ts'
import type { NewestBulletin } from '../../../domain/platforms/recency.ts'

/** Families under one heading: ours, or those of a publisher; null where none is named. */
export type FamilyGroup = { of: 'mine' | { publisher: string | null }; families: readonly PlatformCount[] }

type Given = {
  newest: ReadonlyMap<PlatformId, NewestBulletin>
  isMine: (family: PlatformCount) => boolean
}

const dayOf = ({ newest }: Given, id: PlatformId) => newest.get(id)?.day ?? ''

// One for all: to make one for each comparison takes longer than all else that a click does.
const names = new Intl.Collator('en', { numeric: true })

/** Names with larger numbers first: `24H2` before `23H2`. */
const byName = (a: PlatformCount, b: PlatformCount) => names.compare(b.id, a.id)

/** Those that are newest first; of one day, those that most bulletins affect. */
const newestFirst = (given: Given) => (a: PlatformCount, b: PlatformCount) =>
  compareText(dayOf(given, b.id), dayOf(given, a.id)) || b.bulletins - a.bulletins || byName(a, b)

/** Our families, then those of each publisher, whose newest is newest first; in each the newest come first. */
export function familyGroups(families: readonly PlatformCount[], given: Given): FamilyGroup[] {
  const mine = families.filter((family) => given.isMine(family))
  const others = families.filter((family) => !given.isMine(family)).toSorted(newestFirst(given))
  const byPublisher = Map.groupBy(others, ({ id }) => given.newest.get(id)?.publisher ?? null)
  return [
    ...(mine.length > 0 ? [{ of: 'mine' as const, families: mine.toSorted(newestFirst(given)) }] : []),
    ...Array.from(byPublisher, ([publisher, own]) => ({ of: { publisher }, families: own })),
  ]
}

/** The versions below a platform, the newest first. */
export const versionsInOrder = (
  versions: readonly PlatformCount[],
  newest: ReadonlyMap<PlatformId, NewestBulletin>,
): PlatformCount[] =>
  versions.toSorted((a, b) => compareText(newest.get(b.id)?.day ?? '', newest.get(a.id)?.day ?? '') || byName(a, b))
