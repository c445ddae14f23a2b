/** Which fixes are held on any machine, of one by one and of a whole index. */
import type { Hold } from '../../contract/holds.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { IndexRow } from '../../contract/summary.ts'
import type { Rating } from '../../contract/words.ts'
import { machinesByRow } from '../filter/machines.ts'
import { exposureOf } from '../fleet/exposure.ts'
import { valueAt, type OpenTable } from '../table/open.ts'

/** A platform as if there were one machine of it. */
const oneOf = (platform: PlatformId) => ({ platform, machines: 1, mayBe: [platform] })

type Fix = { id: string; platforms: readonly { platform: PlatformId; rating: Rating }[] }

/** Those of the holds that are on a fix: they name it or, where they are on every fix, it affects a platform of theirs. */
export const holdsOnFix = (holds: readonly Hold[], { id, platforms: ratings }: Fix): Hold[] =>
  holds.filter(({ bulletins, platforms }) =>
    bulletins === null
      ? platforms.length === 0 || (exposureOf(ratings, platforms.map(oneOf))?.atMost ?? 0) > 0
      : bulletins.includes(id),
  )

/** The ids of all fixes of an index that any of the holds is on. `holds`: those in force. */
export function fixesHeldIn(index: OpenTable<IndexRow>, holds: readonly Hold[]): ReadonlySet<string> {
  const held = new Set(holds.flatMap(({ bulletins }) => bulletins ?? []))
  for (const { bulletins, platforms } of holds) {
    if (bulletins !== null) continue
    const counts = platforms.length === 0 ? null : machinesByRow(index, platforms.map(oneOf))
    for (let row = 0; row < index.rows; row++)
      if (counts === null || (counts[row] ?? 0) > 0) held.add(valueAt(index.columns.id, row) ?? '')
  }
  return held
}
